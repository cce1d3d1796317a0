import { type Tabs, browser } from './api';

/** Which cookie store each tab has: containers and private windows have their own. It never changes while a tab lives. */
export class TabStores {
  readonly #stores = new Map<number, string>();
  /** Resolves once the tabs that were open before are known. */
  readonly ready: Promise<void>;

  /** Registers at once, like `watchRequests`. */
  constructor() {
    const { tabs } = browser;
    tabs.onCreated.addListener((tab) => {
      this.#note(tab);
    });
    tabs.onRemoved.addListener((tabId) => this.#stores.delete(tabId));
    tabs.onReplaced.addListener((added, removed) => {
      const store = this.of(removed);
      if (store !== null) this.#stores.set(added, store);
      this.#stores.delete(removed);
    });
    this.ready = tabs.query({}).then(
      (open) => {
        for (const tab of open) this.#note(tab);
      },
      () => undefined, // where no store is known, no change is put down to a page
    );
  }

  of(tabId: number): string | null {
    return this.#stores.get(tabId) ?? null;
  }

  /** Chromium names no store of a tab: it has but these two. */
  #note({ id, incognito, cookieStoreId }: Tabs.Tab): void {
    if (id !== undefined) this.#stores.set(id, cookieStoreId ?? (incognito ? '1' : '0'));
  }
}
