import type { TabLedgers } from '../observation/tab-ledgers';
import { browser } from './api';

/**
 * The ledgers of all tabs in session storage (memory of the browser, nothing on disk), one key each.
 * What is not in our present form is left out: its tab reads as "could not look", never as "nothing there".
 */
export async function readTabs(): Promise<readonly TabLedgers[]> {
  const stored: Record<string, unknown> = await browser.storage.session.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(prefix))
    .map(([, value]) => value)
    .filter(isTabLedgers);
}

/**
 * Writes changed tabs in batches: once at the start of a burst (so that a stop in its middle shows later), at most
 * once in `intervalMs` while it lasts, once when it is over.
 */
export class TabWriter {
  readonly #changed = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    readonly tabs: ReadonlyMap<number, TabLedgers>,
    readonly onquiet: () => void,
    readonly onfailure: (problem: unknown) => void,
    readonly intervalMs = 1000,
  ) {}

  touch(tabId: number): void {
    this.#changed.add(tabId);
    const tab = this.tabs.get(tabId);
    if (tab !== undefined && !tab.isBusy) {
      tab.isBusy = true;
      this.#write(tabId);
    }
    this.#timer ??= setTimeout(() => {
      this.#tick();
    }, this.intervalMs);
  }

  #tick(): void {
    this.#timer = null;
    this.onquiet();
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const tabId of changed) this.#write(tabId);
    for (const [tabId, tab] of this.tabs) {
      if (!tab.isBusy || changed.includes(tabId)) continue;
      tab.isBusy = false;
      this.#write(tabId);
    }
    if ([...this.tabs.values()].some(({ isBusy }) => isBusy)) {
      this.#timer ??= setTimeout(() => {
        this.#tick();
      }, this.intervalMs);
    }
  }

  #write(tabId: number): void {
    const tab = this.tabs.get(tabId);
    const key = `${prefix}${tabId.toString()}`;
    const { session } = browser.storage;
    // A navigation under way is not kept: it holds whole URLs, and the mark of a busy tab tells of its loss.
    const write = tab === undefined ? session.remove(key) : session.set({ [key]: { ...tab, pending: {} } });
    write.catch(async (problem: unknown) => {
      this.onfailure(problem);
      // What is stored is now too old: without it, the tab reads as "could not look" after a restart.
      await session.remove(key).catch(this.onfailure);
    });
  }
}

/** In Chromium private windows have a background of their own that shares this storage: each keeps to its keys. */
const prefix = browser.extension.inIncognitoContext ? 'private-tab:' : 'tab:';

function isTabLedgers(value: unknown): value is TabLedgers {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 1 && 'tabId' in value;
}
