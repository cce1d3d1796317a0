import { isAnalyticsCookie } from '../opt-out/analytics-cookies';
import { disablingName } from '../opt-out/measurement-id';
import { type Cookies, type Tabs, browser } from './api';
import { siteOf, storeOf } from './cookie-jar';

/** 400 days: both browsers keep no cookie longer. */
const lifetimeSeconds = 400 * 86_400;

/** The site of a page in one cookie store. */
export interface CookiePlace {
  readonly storeId: string;
  /** Of the page; any of its own does. */
  readonly url: string;
  readonly site: string;
}

export async function cookiePlaceOf(tab: Tabs.Tab, url: string, site: string): Promise<CookiePlace> {
  return { storeId: await storeOf(tab), url, site };
}

/** Of these ids, those whose opt-out cookie is in the jar. */
export async function disabledIds(place: CookiePlace, ids: readonly string[]): Promise<readonly string[]> {
  const { storeId, url } = place;
  const found = await Promise.all(
    ids.map(async (id) => {
      const cookies = await browser.cookies.getAll({ storeId, url, name: disablingName(id) });
      return cookies.some(({ value }) => value === 'true') ? id : null;
    }),
  );
  return found.filter((id) => id !== null);
}

/** Sets the opt-out cookie of each id, for the site with its subdomains. */
export async function setDisabling({ storeId, url, site }: CookiePlace, ids: readonly string[]): Promise<void> {
  const { hostname, protocol } = new URL(url);
  const isDomain = hostname === site ? /[a-z]/.test(site) && site.includes('.') : true;
  for (const id of ids) {
    await browser.cookies.set({
      storeId,
      url,
      ...(isDomain && { domain: site }),
      name: disablingName(id),
      value: 'true',
      path: '/',
      secure: protocol === 'https:',
      sameSite: 'lax',
      expirationDate: Date.now() / 1000 + lifetimeSeconds,
    });
  }
}

/** Takes away the opt-out cookies of these ids. */
export async function removeDisabling({ storeId, url }: CookiePlace, ids: readonly string[]): Promise<void> {
  for (const id of ids) await browser.cookies.remove({ storeId, url, name: disablingName(id) });
}

/** Deletes the cookies of Google Analytics of the site, partitioned or not; answers whether all are gone. */
export async function deleteAnalyticsCookies({ storeId, url, site }: CookiePlace): Promise<boolean> {
  for (const cookie of await analyticsCookies(storeId, url, site)) {
    const host = cookie.domain.replace(/^\./, '');
    const partitionKey = cookie.partitionKey ?? undefined;
    await browser.cookies.remove({
      storeId,
      url: `${cookie.secure ? 'https' : 'http'}://${host}${cookie.path}`,
      name: cookie.name,
      ...(partitionKey !== undefined && { partitionKey }),
    });
  }
  return (await analyticsCookies(storeId, url, site)).length === 0;
}

/** On the site's own hosts, and in the partition of its pages. */
async function analyticsCookies(storeId: string, url: string, site: string): Promise<readonly Cookies.Cookie[]> {
  const all = await browser.cookies.getAll({ storeId, partitionKey: {} });
  return all.filter((cookie) => {
    const host = cookie.domain.replace(/^\./, '');
    const isOwn = host === site || host.endsWith(`.${site}`) || host === new URL(url).hostname;
    const partition = siteOf(cookie.partitionKey?.topLevelSite);
    return isAnalyticsCookie(cookie.name) && (isOwn ? partition === null || partition === site : partition === site);
  });
}
