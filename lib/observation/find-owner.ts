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

function byUrl(tab: TabLedgers, { initiator }: RequestRecord): Owner | null {
  if (initiator === null || !URL.canParse(initiator) || new URL(initiator).pathname === '/') return null;
  const url = pageUrl(initiator);
  const frame = Object.values(tab.frames).findLast((one) => one.url === url);
  return frame === undefined ? null : ownerOf(tab, frame);
}

function ownerOf(tab: TabLedgers, frame: FrameDocument): Owner | null {
  const ledger = tab.documents[frame.topDocumentId];
  return ledger === undefined ? null : { ledger, broughtInBy: frame.broughtInBy };
}
