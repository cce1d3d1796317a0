import { originOf } from './documents-alive';
import { isFullUrl, pageUrl } from './sample-url';

const most = 50;
const lateMs = 1000;

/**
 * Tabs closed last. What their pages sent at that moment comes without a tab: in Firefox with the page's address,
 * in Chromium with its origin alone, as a worker's.
 */
export class ClosedTabs {
  #list: readonly { readonly tabId: number; readonly urls: readonly string[]; readonly at: number }[] = [];

  /** `urls` are those of the documents in the tab; `at` is epoch milliseconds. */
  note(tabId: number, urls: readonly string[], at: number): void {
    this.#list = [{ tabId, urls, at }, ...this.#list].slice(0, most);
  }

  has(tabId: number): boolean {
    return this.#list.some((one) => one.tabId === tabId);
  }

  /** A page of this address was closed about then. Chromium tells an origin alone, which is no address. */
  hadPage(url: string | null, at: number): boolean {
    if (!isFullUrl(url)) return false;
    return this.#list.some((one) => isAbout(one.at, at) && one.urls.includes(pageUrl(url)));
  }

  /** A page of this origin was closed about then. */
  mayHaveSent(origin: string, at: number): boolean {
    return this.#list.some((one) => isAbout(one.at, at) && one.urls.some((url) => originOf(url) === origin));
  }
}

function isAbout(one: number, other: number): boolean {
  return Math.abs(one - other) < lateMs;
}
