import { originOf } from './documents-alive';
import { pageUrl } from './sample-url';

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

  /** One of their documents had this address. */
  hadPage(url: string | null): boolean {
    return url !== null && this.#list.some(({ urls }) => urls.includes(pageUrl(url)));
  }

  /** A page of this origin was closed about then. */
  mayHaveSent(origin: string, at: number): boolean {
    return this.#list.some((one) => Math.abs(at - one.at) < lateMs && one.urls.some((url) => originOf(url) === origin));
  }
}
