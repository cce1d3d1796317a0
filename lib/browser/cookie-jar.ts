import { cookieKey } from '../observation/record-cookies';
import type { ObservedCookie } from '../observation/observation';
import { partyOf } from '../party/party-of';
import { registrableDomainOf } from '../party/registrable-domain';
import { type Cookies, type Tabs, browser } from './api';

/**
 * The cookies that lie in the jar for a page: its own, and those that other hosts keep in its partition.
 * Names, places, lifetimes and flags; the values are dropped here and go no further.
 * `known` were seen being set and are left out, whatever partition the browser put them in. `null` where the jar
 * cannot be read.
 */
export async function readJar(
  tab: Tabs.Tab,
  page: { readonly url: string; readonly host: string },
  known: readonly ObservedCookie[],
  now: number,
): Promise<readonly ObservedCookie[] | null> {
  try {
    const storeId = await storeOf(tab);
    const site = registrableDomainOf(page.host) ?? page.host;
    const [own, partitioned] = await Promise.all([
      browser.cookies.getAll({ url: page.url, storeId }),
      browser.cookies.getAll({ storeId, partitionKey: {} }),
    ]);
    const here = partitioned.filter(({ partitionKey }) => siteOf(partitionKey?.topLevelSite) === site);
    const found = [...own, ...here].map((cookie) => observed(cookie, page.host, now));
    return [...new Map(found.map((cookie) => [cookieKey(cookie), cookie])).entries()]
      .filter(([, cookie]) => !known.some((one) => isSamePlace(one, cookie)))
      .map(([, cookie]) => cookie);
  } catch {
    return null; // the store is gone with its window
  }
}

function isSamePlace(one: ObservedCookie, other: ObservedCookie): boolean {
  return one.name === other.name && one.domain === other.domain && one.path === other.path;
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
  const { hostname } = new URL(topLevelSite);
  return registrableDomainOf(hostname) ?? hostname;
}

function observed(cookie: Cookies.Cookie, topHost: string, now: number): ObservedCookie {
  const domain = cookie.domain.replace(/^\./, '');
  const { expirationDate } = cookie;
  return {
    name: cookie.name,
    domain,
    path: cookie.path,
    hostOnly: cookie.hostOnly,
    party: partyOf(domain, topHost),
    setBy: 'earlier',
    lifetimeSeconds: expirationDate === undefined ? null : Math.max(0, Math.round(expirationDate - now / 1000)),
    lifetimeIsStored: true,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite === 'no_restriction' ? 'none' : sameSiteOf(cookie.sameSite),
    partition: siteOf(cookie.partitionKey?.topLevelSite),
    deleted: false,
    overwritten: 0,
    consent: 'unknown',
  };
}

function sameSiteOf(word: string): ObservedCookie['sameSite'] {
  return word === 'lax' || word === 'strict' ? word : 'unspecified';
}
