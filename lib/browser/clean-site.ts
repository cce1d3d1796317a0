import { siteOf } from '../opt-out/opt-out-report';
import { browser } from './api';
import { cookiePlaceOf, deleteSiteCookies } from './site-cookies';

/**
 * Takes away the cookies of the site in this tab and what its page stores, then loads the page anew past the cache.
 * Answers whether all is gone; where the tab shows another site nothing is done.
 */
export async function cleanSite(tabId: number, site: string): Promise<boolean> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (!isOf(site, tab.url)) return false;
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: clearStores });
    const isGone = await deleteSiteCookies(await cookiePlaceOf(tab, tab.url, site), () => true);
    await browser.tabs.reload(tabId, { bypassCache: true });
    return isGone && answer?.result === true;
  } catch {
    return false; // the tab is closed, or the browser keeps extensions away from it
  }
}

/** Loads the page of the site in this tab anew, past the cache; answers whether the tab shows that site. */
export async function reloadSite(tabId: number, site: string): Promise<boolean> {
  try {
    const { url } = await browser.tabs.get(tabId);
    if (!isOf(site, url)) return false;
    await browser.tabs.reload(tabId, { bypassCache: true });
    return true;
  } catch {
    return false; // the tab is closed
  }
}

/** Opens the page of the site in this tab in a private window; answers whether that was done, and may be looked into. */
export async function openPrivateWindow(tabId: number, site: string): Promise<boolean> {
  try {
    const { url } = await browser.tabs.get(tabId);
    if (!isOf(site, url) || !(await browser.extension.isAllowedIncognitoAccess())) return false;
    await browser.windows.create({ incognito: true, url });
    return true;
  } catch {
    return false; // the tab is closed, or the browser has no private windows
  }
}

function isOf(site: string, url: string | undefined): url is string {
  return url !== undefined && /^https?:/.test(url) && siteOf(new URL(url).hostname) === site;
}

// Runs inside the page's isolated world: it may use nothing from this module.
async function clearStores(): Promise<boolean> {
  const waitMs = 2000;
  const isDone = async (clear: () => unknown) => {
    try {
      await Promise.race([clear(), new Promise((_, fail) => setTimeout(fail, waitMs))]);
      return true;
    } catch {
      return false;
    }
  };
  const forget = (name: string) =>
    new Promise((done, fail) => {
      const asked = indexedDB.deleteDatabase(name);
      asked.onsuccess = done;
      asked.onerror = fail;
    });
  const results = await Promise.all([
    isDone(() => localStorage.clear()),
    isDone(() => sessionStorage.clear()),
    isDone(async () => Promise.all((await indexedDB.databases()).map(({ name }) => forget(name ?? '')))),
    isDone(async () => 'caches' in window && Promise.all((await caches.keys()).map((name) => caches.delete(name)))),
    isDone(async () => {
      if (!('serviceWorker' in navigator)) return;
      const workers = await navigator.serviceWorker.getRegistrations();
      await Promise.all(workers.map((worker) => worker.unregister()));
    }),
  ]);
  return results.every((it) => it);
}
