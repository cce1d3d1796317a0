import { partyOf } from '../party/party-of';
import { registrableDomainOf } from '../party/registrable-domain';
import type { DocumentLedger } from './document-ledger';
import type { RequestRecord } from './request';
import { pageUrl } from './sample-url';
import { type FrameDocument, type TabLedgers, currentLedger } from './tab-ledgers';

/** The ledger that a request belongs to, and the third party whose frame started it. */
export interface Owner {
  readonly ledger: DocumentLedger;
  readonly broughtInBy: string | null;
  /** Other pages of the tab that it fits as well: "one of". */
  readonly alsoFits?: readonly DocumentLedger[];
}

/**
 * Who a request of this tab belongs to; `'unknown-document'` where it names a document whose commit was not seen yet.
 *
 * A request that names no document goes to the newest document whose URL equals the one that started it, else to
 * the page that the tab showed at that moment (`request.at`); `null` where the tab showed none.
 */
export function findOwner(tab: TabLedgers, request: RequestRecord): Owner | 'unknown-document' | null {
  const named = request.type === 'sub_frame' ? request.parentDocumentId : request.documentId;
  if (named !== null) {
    const frame = tab.frames[named];
    return frame === undefined ? 'unknown-document' : ownerOf(tab, frame);
  }
  return byUrl(tab, request) ?? byTime(tab, request);
}

/** Who a request belongs to whose document never showed up: the page that the tab showed at that moment. */
export function byTime(tab: TabLedgers, { at, frameId, type, parentFrameId }: RequestRecord): Owner | null {
  const shownAt = (one: DocumentLedger) => one.shownAt ?? Infinity;
  const shown = Object.values(tab.documents).filter((one) => shownAt(one) <= at);
  const ledger = shown.reduce<DocumentLedger | null>(
    (latest, one) => (latest === null || shownAt(one) >= shownAt(latest) ? one : latest),
    null,
  );
  const owner = ledger ?? currentLedger(tab);
  if (owner === null) return null;
  const startedIn = type === 'sub_frame' ? parentFrameId : frameId;
  const frame = Object.values(tab.frames).findLast(
    (one) => one.frameId === startedIn && one.topDocumentId === owner.documentId,
  );
  return { ledger: owner, broughtInBy: frame?.broughtInBy ?? null };
}

/** The third party whose frame a document at `url` is, given who brought in its parent; `null` for the site's own. */
export function broughtIn(url: string, topHost: string, parent: string | null): string | null {
  if (parent !== null || !/^https?:/.test(url)) return parent;
  const host = new URL(url).hostname;
  return partyOf(host, topHost) === 'first-party' ? null : (registrableDomainOf(host) ?? host);
}

/**
 * A page loaded anew has the URL of the one before, whose last beacon may come late: the newest that had begun then,
 * and where that was only just, the one before fits as well.
 */
function byUrl(tab: TabLedgers, { initiator, at }: RequestRecord): Owner | null {
  if (initiator === null || !URL.canParse(initiator) || new URL(initiator).pathname === '/') return null;
  const url = pageUrl(initiator);
  const fitting = Object.values(tab.frames)
    .filter((one) => one.url === url)
    .map((one) => ownerOf(tab, one))
    .filter((one) => one !== null)
    .filter(({ ledger }) => ledger.startedAt <= at);
  const newest = fitting.at(-1);
  if (newest === undefined) return null;
  const others = fitting.map(({ ledger }) => ledger).filter((one) => one !== newest.ledger);
  const isDoubtful = others.length > 0 && at - newest.ledger.startedAt < doubtMs;
  return isDoubtful ? { ...newest, alsoFits: [...new Set(others)] } : newest;
}

const doubtMs = 1000;

function ownerOf(tab: TabLedgers, frame: FrameDocument): Owner | null {
  const ledger = tab.documents[frame.topDocumentId];
  return ledger === undefined ? null : { ledger, broughtInBy: frame.broughtInBy };
}
