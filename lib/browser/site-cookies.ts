import { type Cookies, type Tabs, browser } from './api';
import { siteOf, storeOf } from './cookie-jar';

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

/** Deletes the site's cookies of these names, partitioned or not; answers whether all are gone. */
export async function deleteSiteCookies(place: CookiePlace, isWanted: (name: string) => boolean): Promise<boolean> {
  for (const cookie of await siteCookies(place, isWanted)) {
    const host = cookie.domain.replace(/^\./, '');
    const partitionKey = cookie.partitionKey ?? undefined;
    await browser.cookies.remove({
      storeId: place.storeId,
      url: `${cookie.secure ? 'https' : 'http'}://${host}${cookie.path}`,
      name: cookie.name,
      ...(partitionKey !== undefined && { partitionKey }),
    });
  }
  return (await siteCookies(place, isWanted)).length === 0;
}

/** On the site's own hosts, and in the partition of its pages. */
async function siteCookies(
  { storeId, url, site }: CookiePlace,
  isWanted: (name: string) => boolean,
): Promise<readonly Cookies.Cookie[]> {
  const all = await browser.cookies.getAll({ storeId, partitionKey: {} });
  return all.filter((cookie) => {
    const host = cookie.domain.replace(/^\./, '');
    const isOwn = host === site || host.endsWith(`.${site}`) || host === new URL(url).hostname;
    const partition = siteOf(cookie.partitionKey?.topLevelSite);
    return isWanted(cookie.name) && (isOwn ? partition === null || partition === site : partition === site);
  });
}
