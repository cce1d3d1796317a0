import { isAnalyticsCookie } from '../opt-out/analytics-cookies';
import { disablingName } from '../opt-out/measurement-id';
import { browser } from './api';
import { type CookiePlace, deleteSiteCookies } from './site-cookies';

/** 400 days: both browsers keep no cookie longer. */
const lifetimeSeconds = 400 * 86_400;

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
export function deleteAnalyticsCookies(place: CookiePlace): Promise<boolean> {
  return deleteSiteCookies(place, isAnalyticsCookie);
}
