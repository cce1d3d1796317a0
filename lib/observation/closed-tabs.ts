import { isFullUrl, pageUrl } from './sample-url';
import type { TabLedgers } from './tab-ledgers';

const most = 50;
const lateMs = 1000;

interface ClosedTab {
  readonly tabId: number;
  readonly urls: readonly string[];
  readonly hosts: ReadonlySet<string>;
  readonly at: number;
}

/**
 * Tabs closed last. What their pages sent at that moment comes without a tab: in Firefox with the page's address,
 * in Chromium with its origin alone, as a worker's.
 */
export class ClosedTabs {
  #list: readonly ClosedTab[] = [];

  /** `tab` is what was known of it, `at` epoch milliseconds. */
  note(tabId: number, tab: TabLedgers | undefined, at: number): void {
    const urls = Object.values(tab?.frames ?? {}).map(({ url }) => url);
    // Frames that were only just asked for as well: their commit never came.
    const contacts = Object.values(tab?.documents ?? {}).flatMap((ledger) => Object.values(ledger.contacts));
    const framed = contacts.filter(({ types }) => types.sub_frame !== undefined).map(({ host }) => host);
    const hosts = [...framed, ...urls.flatMap((url) => URL.parse(url)?.hostname ?? [])];
    this.#list = [{ tabId, urls, hosts: new Set(hosts), at }, ...this.#list].slice(0, most);
  }

  has(tabId: number): boolean {
    return this.#list.some((one) => one.tabId === tabId);
  }

  /** A page of this address was closed about then. Chromium tells an origin alone, which is no address. */
  hadPage(url: string | null, at: number): boolean {
    if (!isFullUrl(url)) return false;
    return this.#list.some((one) => isAbout(one.at, at) && one.urls.includes(pageUrl(url)));
  }

  /** A page or frame of this origin's host was closed about then. */
  mayHaveSent(origin: string, at: number): boolean {
    const { hostname } = new URL(origin);
    return this.#list.some((one) => isAbout(one.at, at) && one.hosts.has(hostname));
  }
}

function isAbout(one: number, other: number): boolean {
  return Math.abs(one - other) < lateMs;
}
