import { liesOn } from '../observation/cookie-change';
import { cookieKey, cookiePlace, siteOfHost } from '../observation/cookie-place';
import type { DocumentLedger } from '../observation/document-ledger';
import type { ObservedCookie } from '../observation/observation';
import { partyOf } from '../party/party-of';
import { type Cookies, type Tabs, browser } from './api';
import { isOver, lifetimeOf, sameSiteOf } from './cookie-changes';

/**
 * The cookies in the jar of a tab that concern its page: on its site and on hosts that it contacted, in its partition
 * or in none. Names, places, lifetimes and flags; the values are dropped here and go no further.
 * `null` where the jar cannot be read, which is never the same as an empty one.
 */
export async function readJar(
  tab: Tabs.Tab,
  page: Pick<DocumentLedger, 'url' | 'host' | 'contacts'>,
  now: number,
): Promise<readonly ObservedCookie[] | null> {
  try {
    const storeId = await storeOf(tab);
    // An empty key means all: partitioned or not.
    const all = await browser.cookies.getAll({ storeId, partitionKey: {} });
    const hosts = new Set(Object.values(page.contacts).map(({ host }) => host));
    const found = all
      .filter((cookie) => !isOver(cookie, now))
      .filter((cookie) => !isPartitioned(cookie) || isPartitionOf(page, cookie.partitionKey?.topLevelSite))
      .map((cookie) => observed(cookie, page.host, now))
      .filter((cookie) => concerns(cookie, hosts));
    return [...new Map(found.map((cookie) => [cookieKey(cookie), cookie])).values()];
  } catch {
    return null; // the store is gone with its window
  }
}

/** The cookie store of the tab's window. */
export async function storeOf(tab: Tabs.Tab): Promise<string> {
  if (tab.cookieStoreId !== undefined) return tab.cookieStoreId;
  const stores = await browser.cookies.getAllCookieStores();
  const store = stores.find(({ tabIds }) => tab.id !== undefined && tabIds.includes(tab.id));
  if (store === undefined) throw new Error(`no cookie store for tab ${String(tab.id)}`);
  return store.id;
}

/** The site that a partition belongs to. */
export function siteOf(topLevelSite: string | undefined): string | null {
  if (topLevelSite === undefined || !URL.canParse(topLevelSite)) return null;
  return siteOfHost(new URL(topLevelSite).hostname);
}

/** Firefox says `null` for none. */
function isPartitioned(cookie: { readonly partitionKey?: unknown }): boolean {
  return (cookie.partitionKey ?? null) !== null;
}

function isPartitionOf({ url, host }: { readonly url: string; readonly host: string }, site: string | undefined) {
  if (site === undefined || !URL.canParse(site)) return false;
  const { protocol, hostname } = new URL(site);
  return hostname === siteOfHost(host) && url.startsWith(`${protocol}//`);
}

function concerns({ domain, hostOnly, party, partition }: ObservedCookie, hosts: ReadonlySet<string>): boolean {
  if (party === 'first-party' || partition !== null) return true;
  return [...hosts].some((host) => liesOn(host, domain, hostOnly));
}

function observed(cookie: Cookies.Cookie, topHost: string, now: number): ObservedCookie {
  const place = cookiePlace(cookie.name, cookie.domain, cookie.path);
  const lifetimeSeconds = lifetimeOf(cookie, now);
  return {
    ...place,
    hostOnly: cookie.hostOnly,
    party: partyOf(place.domain, topHost),
    setBy: 'earlier',
    lifetimeSeconds,
    lifetimeIsStored: true,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: sameSiteOf(cookie),
    partition: isPartitioned(cookie) ? siteOfHost(topHost) : null,
    deleted: false,
    overwritten: 0,
    consent: 'unknown',
  };
}
