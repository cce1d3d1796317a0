import { partyOf } from '../party/party-of';
import { registrableDomainOf } from '../party/registrable-domain';
import type { DocumentLedger } from './document-ledger';
import type { RequestRecord } from './request';
import { isFullUrl, pageUrl } from './sample-url';
import { lastShown, shownAt } from './showings';
import { namesNone } from './waiting-requests';
import { type FrameDocument, type TabLedgers, currentLedger } from './tab-ledgers';

/** The ledger that a request belongs to, and the third party whose frame started it. */
export interface Owner {
  readonly ledger: DocumentLedger;
  readonly broughtInBy: string | null;
  /** Not certain: it may be one of these, or of a page that is not known. */
  readonly alsoFits?: readonly DocumentLedger[];
}

/**
 * Who a request of this tab belongs to by the document that it names; `'unknown-document'` where it names none, or one
 * whose commit was not seen yet; `null` where its page is not kept any more.
 */
export function findOwner(tab: TabLedgers, request: RequestRecord): Owner | 'unknown-document' | null {
  const named = documentNamed(request);
  const frame = named === null ? undefined : tab.frames[named];
  return frame === undefined ? 'unknown-document' : ownerOf(tab, frame);
}

/**
 * The tab whose document a request names, else the tab that the browser tells: while a tab is on its way to another
 * window, Firefox tells another one or none.
 */
export function tabOf(tabs: ReadonlyMap<number, TabLedgers>, request: RequestRecord): TabLedgers | undefined {
  const named = documentNamed(request);
  const told = tabs.get(request.tabId);
  if (named === null || (told !== undefined && named in told.frames)) return told;
  return [...tabs.values()].find(({ frames }) => named in frames) ?? told;
}

/** A document in any tab has this address. */
export function isShownAnywhere(tabs: ReadonlyMap<number, TabLedgers>, url: string | null): boolean {
  return [...tabs.values()].some(({ frames }) => Object.values(frames).some((one) => one.url === pageUrl(url ?? '')));
}

/**
 * Like `findOwner`, but for a request that has waited: where it names no document, or one that never showed up, the
 * newest document whose URL equals the one that started it, else the page that the tab showed at that moment
 * (`request.at`); `null` where it showed none.
 */
export function findOrGuess(tab: TabLedgers, request: RequestRecord): Owner | null {
  const found = findOwner(tab, request);
  return found === 'unknown-document' ? guess(tab, request) : found;
}

function guess(tab: TabLedgers, request: RequestRecord): Owner | null {
  const owner = (namesNone(request) ? byUrl(tab, request) : null) ?? byTime(tab, request);
  if (owner === null || owner.alsoFits !== undefined) return owner;
  const shown = currentLedger(tab);
  // The page shown was taken in after a stop: when it began is not known, nor whether another was shown before it.
  const sinceShown = request.at - ((shown === null ? null : lastShown(shown)) ?? Infinity);
  const mayBeShown = shown?.seenFromStart === false && sinceShown < doubtMs;
  if (shown !== null && mayBeShown && owner.ledger !== shown) return { ...owner, alsoFits: [shown] };
  // It names a document, or the URL of one, that this tab is not known to have shown.
  const isStranger = !namesNone(request) || (isFullUrl(request.initiator) && byUrl(tab, request) === null);
  return isStranger ? { ...owner, alsoFits: [currentLedger(tab) ?? owner.ledger] } : owner;
}

function documentNamed({ type, parentDocumentId, documentId }: RequestRecord): string | null {
  return type === 'sub_frame' ? parentDocumentId : documentId;
}

/** The page that the tab showed at that moment. */
function byTime(tab: TabLedgers, { at, frameId, type, parentFrameId }: RequestRecord): Owner | null {
  const owner = shownAt(tab, at) ?? currentLedger(tab);
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
 * The page with the URL that started it: the one that was shown then, else the one shown last. Another that has the
 * same URL (loaded anew, or gone back to) fits as well, unless the one shown then had been shown for a while; and after
 * a stop of the background a page may be missing that had it.
 */
function byUrl(tab: TabLedgers, { initiator, at }: RequestRecord): Owner | null {
  if (!isFullUrl(initiator)) return null;
  const url = pageUrl(initiator);
  const fitting = Object.values(tab.frames)
    .filter((one) => one.url === url)
    .map((one) => ownerOf(tab, one))
    .filter((one) => one !== null)
    .filter(({ ledger }) => ledger.startedAt <= at || !ledger.seenFromStart)
    .sort((one, other) => (lastShown(one.ledger) ?? 0) - (lastShown(other.ledger) ?? 0));
  const shown = shownAt(tab, at);
  const best = fitting.findLast(({ ledger }) => ledger === shown) ?? fitting.at(-1);
  if (best === undefined) return null;
  const others = new Set(fitting.map(({ ledger }) => ledger).filter((one) => one !== best.ledger));
  const isCertain =
    best.ledger === shown
      ? others.size === 0 || at - (lastShown(best.ledger) ?? at) >= doubtMs
      : others.size === 0 && shown?.seenFromStart === true && tab.missedAt === null;
  return isCertain ? best : { ...best, alsoFits: [...others] };
}

const doubtMs = 1000;

function ownerOf(tab: TabLedgers, frame: FrameDocument): Owner | null {
  const ledger = tab.documents[frame.topDocumentId];
  return ledger === undefined ? null : { ledger, broughtInBy: frame.broughtInBy };
}
