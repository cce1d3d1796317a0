import type { Catalogue } from '../catalogue/catalogue';
import { partyOf } from '../party/party-of';
import type { DocumentLedger } from './document-ledger';
import { countConsent } from './record-consent';
import { contactFor, countSent } from './record-contact';
import { isFormSubmission } from './record-forms';
import { recordCookies } from './record-cookies';
import type { RequestRecord, RequestStep } from './request';
import { pageUrl } from './sample-url';
import type { HopResponse, PendingNavigation, TabLedgers } from './tab-ledgers';

/**
 * One step of a page's own request. It waits for the commit of its page; in Firefox that may have come before,
 * then the page gets what was still missing.
 */
export function recordNavigation(
  tab: TabLedgers,
  request: RequestRecord,
  step: RequestStep,
  catalogue: Catalogue,
): void {
  const { requestId, url, at } = request;
  const owner = Object.values(tab.documents).find(({ navigationId }) => navigationId === requestId);
  if (owner !== undefined) {
    if (step.kind === 'headers') readResponse(owner, { url, at, headers: step.headers }, catalogue);
    return;
  }
  if (step.kind === 'failed') {
    tab.pending = Object.fromEntries(Object.entries(tab.pending).filter(([id]) => id !== requestId));
    return;
  }
  const known = tab.pending[requestId] ?? {
    requestId,
    initiator: request.initiator,
    isCountedForm: isFormSubmission(request),
    hops: [],
    responses: [],
  };
  const { hops, responses } = known;
  if (step.kind === 'sent') tab.pending = { [requestId]: { ...known, hops: [...hops, { url, at }].slice(-maxHops) } };
  if (step.kind === 'headers') {
    const response = { url, at, headers: step.headers };
    tab.pending = { [requestId]: { ...known, responses: [...responses, response].slice(-maxHops) } };
  }
  const committed = Object.values(tab.documents).find((ledger) => awaits(ledger, request));
  if (committed !== undefined) adopt(tab, committed, url, catalogue);
}

/** Gives the committed page its own request: the hops within the site, the cookies set, the headers read. */
export function adopt(tab: TabLedgers, ledger: DocumentLedger, url: string, catalogue: Catalogue): void {
  const navigation = Object.values(tab.pending).find(({ hops }) => isOf(hops.at(-1), url, ledger.startedAt));
  if (navigation === undefined) return;
  ledger.navigationId = navigation.requestId;
  if (isDoubted(ledger)) {
    ledger.seenFromStart = true;
    ledger.gaps = ledger.gaps.filter(({ reason }) => reason !== 'opened-before-candor');
  }
  // At its beginning no request of its own was known, as if a stop had cost it; Firefox tells it late.
  ledger.gaps = ledger.gaps.filter(({ reason, at }) => reason !== 'background-restarted' || at !== ledger.startedAt);
  for (const hop of navigation.hops) countHop(ledger, navigation, hop, catalogue);
  for (const response of navigation.responses) readResponse(ledger, response, catalogue);
  tab.pending = {};
}

/** Where the visitor came through another site, that site's hop is not this page's doing and is not counted. */
function countHop(
  ledger: DocumentLedger,
  { requestId }: PendingNavigation,
  hop: PendingNavigation['hops'][number],
  catalogue: Catalogue,
): void {
  if (partyOf(new URL(hop.url).hostname, ledger.host) === 'third-party') return;
  const request = { ...ownRequest, ...hop, requestId, tabId: ledger.tabId };
  const contact = contactFor(ledger, request, null, catalogue);
  if (contact !== null) {
    countSent(contact, request, catalogue);
    countConsent(ledger, contact, request, contact.service);
  }
  ledger.lastAt = Math.max(ledger.lastAt ?? 0, hop.at);
}

/** What the response headers of the page itself say: cookies it sets, who served it, where its policy is. */
function readResponse(ledger: DocumentLedger, { url, at, headers }: HopResponse, catalogue: Catalogue): void {
  const { hostname } = new URL(url);
  if (partyOf(hostname, ledger.host) === 'third-party') return;
  recordCookies(ledger, url, headers, at);
  const links = headers.filter(({ name }) => name === 'link').map(({ value }) => value);
  ledger.headersSeen = true;
  ledger.hosting = catalogue.identifyHosting(hostname, headers);
  ledger.linkHeader = links.length > 0 ? links.join(', ').slice(0, maxLinkHeader) : null;
}

const ownRequest = {
  frameId: 0,
  parentFrameId: -1,
  type: 'main_frame',
  documentId: null,
  parentDocumentId: null,
  initiator: null,
} as const;
const maxHops = 20;
const maxLinkHeader = 8192;

function awaits(ledger: DocumentLedger, request: RequestRecord): boolean {
  const { navigationId, seenFromStart, url, startedAt } = ledger;
  const isBefore = seenFromStart ? request.at <= startedAt : isDoubted(ledger) && request.at < startedAt;
  return navigationId === null && url === pageUrl(request.url) && isBefore;
}

/** Gone back to, and no request of its own seen yet: Firefox may tell of that later. */
function isDoubted({ seenFromStart, gaps, startedAt }: DocumentLedger): boolean {
  return !seenFromStart && gaps.some(({ reason, at }) => reason === 'opened-before-candor' && at === startedAt);
}

/** A page is asked for before it takes its place: a later hop of the same URL is the next page's. */
function isOf(hop: PendingNavigation['hops'][number] | undefined, committed: string, startedAt: number): boolean {
  return hop !== undefined && withoutFragment(hop.url) === withoutFragment(committed) && hop.at <= startedAt;
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? '';
}
