import { partyOf } from '../party/party-of';
import type { CookiePlace } from './cookie-place';
import { siteOfHost } from './cookie-place';
import type { DocumentLedger } from './document-ledger';
import type { ObservedCookie } from './observation';
import { shownAt } from './showings';
import type { TabLedgers } from './tab-ledgers';

/** One change of a browser's cookie jar, without the value. */
export interface CookieChange
  extends CookiePlace, Pick<ObservedCookie, 'hostOnly' | 'lifetimeSeconds' | 'secure' | 'httpOnly' | 'sameSite'> {
  readonly partition: CookiePartition | null;
  readonly storeId: string;
  /** `overwrite`: the old one goes because a new one comes, of which another change tells. */
  readonly cause: 'explicit' | 'overwrite' | 'expired' | 'evicted';
  readonly removed: boolean;
  /** Epoch milliseconds, never the same twice. A little after it happened: browsers do not tell when. */
  readonly at: number;
}

/** The jar within the jar that belongs to one site. */
export interface CookiePartition {
  /** Scheme and registrable domain or host, e.g. `https://shop.example`. */
  readonly topLevelSite: string;
  readonly hasCrossSiteAncestor: boolean;
}

/** The pages that can have made a change, and whether there may be more of them. */
export interface PagesOfChange {
  readonly pages: readonly DocumentLedger[];
  /** A tab whose cookie store is not known shows such a page, or a page is being prepared unseen. */
  readonly hasRivals: boolean;
}

/**
 * The open pages that can have made a change of the jar at its time: in the same cookie store, and the cookie lies
 * on the page's site or a host that the page contacted, in its partition or in none.
 *
 * `storeOf` answers the cookie store of a tab, `null` where it is not known.
 */
export function pagesOfChange(
  change: CookieChange,
  tabs: Iterable<TabLedgers>,
  storeOf: (tabId: number) => string | null,
): PagesOfChange {
  const pages: DocumentLedger[] = [];
  let hasRivals = false;
  for (const tab of tabs) {
    const store = storeOf(tab.tabId);
    if (store !== null && store !== change.storeId) continue;
    const { there, prepared } = pagesAt(tab, change.at);
    const concerned = there.filter((page) => concerns(change, page));
    if (store !== null) pages.push(...concerned);
    else if (concerned.length > 0) hasRivals = true;
    if (prepared.some((page) => concerns(change, page))) hasRivals = true;
  }
  return { pages, hasRivals };
}

/** Whether this page, its frames or who it contacted can set or read such a cookie. */
export function concerns(change: CookieChange, page: DocumentLedger): boolean {
  if (page.host === '') return false;
  const { domain, hostOnly, partition } = change;
  if (partition !== null && partition.topLevelSite !== schemefulSite(page)) return false;
  if (partyOf(domain, page.host) === 'first-party') return true;
  return Object.values(page.contacts).some(({ host }) => liesOn(host, domain, hostOnly));
}

/** Whether a cookie on `domain` goes to `host`. */
export function liesOn(host: string, domain: string, hostOnly: boolean): boolean {
  return host === domain || (!hostOnly && host.endsWith(`.${domain}`));
}

function schemefulSite({ url, host }: DocumentLedger): string {
  return `${url.startsWith('http:') ? 'http' : 'https'}://${siteOfHost(host)}`;
}

/**
 * Who was there in a tab at a time: the page that it showed with one that was about to take its place, and those that
 * it prepared meanwhile to show them later (prerendering).
 */
function pagesAt(tab: TabLedgers, at: number) {
  const documents = Object.values(tab.documents);
  const shown = shownAt(tab, at);
  const since = shown?.shownFrom.findLast((from) => from <= at) ?? -Infinity;
  const isPrepared = ({ shownFrom, startedAt }: DocumentLedger) =>
    startedAt <= at && shownFrom.every((from) => from > at) && startedAt >= since;
  const coming = documents.filter((page) => page !== shown && isComing(page, at));
  return { there: shown === null ? coming : [shown, ...coming], prepared: documents.filter(isPrepared) };
}

/** Browsers tell of a jar and of a page's beginning on two ways: the cookie that a page sets at once may come first. */
function isComing({ startedAt, shownFrom, contacts }: DocumentLedger, at: number): boolean {
  if (startedAt <= at || startedAt > at + comingMs || shownFrom.length === 0) return false;
  return Object.values(contacts).some(({ firstAt }) => firstAt <= at); // it was asked for by then
}

/** How much later than its first cookie a page's beginning is told, at most. */
const comingMs = 1000;
