import type { Recorder } from '../observation/recorder';
import { restore, storedTab, tabKey, tabOfKey, workersKey } from '../observation/restore';
import { shrinkToFit } from '../observation/shrink-tab';
import type { TabLedgers } from '../observation/tab-ledgers';
import { type Kept, type SessionPort, SessionWriter } from './session-writer';

/**
 * Characters that all tabs together may need. The quota of `storage.session` is 10 MiB, for this and the policy cache,
 * and Firefox counts two bytes for each.
 */
export const mostBytes = 3.5 * 1024 * 1024;
/** A browser that does not answer must not keep us from looking. */
const patienceMs = 3000;

/** Keeps what a recorder holds in session storage, within its budget, and brings it back. */
export class Keeper {
  readonly #writer: SessionWriter;
  readonly #sizes = new Map<number, number>();
  #isFailing = false;

  constructor(
    readonly recorder: Recorder,
    readonly port: SessionPort,
    readonly onfault: () => void,
    readonly most = mostBytes,
  ) {
    this.#writer = new SessionWriter(port, {
      live: (key) => this.#live(key),
      stored: (key) => this.#stored(key),
      ontick: () => {
        recorder.settle(Date.now());
      },
      onfault: (isFailing) => {
        this.#isFailing = isFailing;
        onfault();
      },
    });
  }

  /** What was seen lies in memory alone: a stop of the background would cost it. */
  get isFailing(): boolean {
    return this.#isFailing;
  }

  /** The recorder is about to change this. */
  touch(tabId: number | 'workers'): void {
    this.#writer.touch(tabId === 'workers' ? workersKey : tabKey(tabId));
  }

  /** Brings back what was kept; `'failed'` where the store did not answer. */
  async restore(at: () => number): Promise<'failed' | number> {
    const stored = await Promise.race([this.port.get().catch(() => null), afterMs(patienceMs)]);
    if (stored === null) return 'failed';
    const kept = restore(this.recorder, stored, at());
    for (const [tabId, tab] of this.recorder.tabs) {
      this.#sizes.set(tabId, sizeOf(tab));
      if (tab.isBusy) this.touch(tabId);
    }
    if (this.recorder.workers.ledgers.isBusy) this.touch('workers');
    return kept;
  }

  #live(key: string): Kept | null {
    const tabId = tabOfKey(key);
    if (tabId === null) return this.recorder.workers.ledgers;
    const tab = this.recorder.tabs.get(tabId) ?? null;
    if (tab === null) this.#sizes.delete(tabId);
    return tab;
  }

  #stored(key: string): unknown {
    const tabId = tabOfKey(key);
    const tab = tabId === null ? undefined : this.recorder.tabs.get(tabId);
    if (tab === undefined) return this.recorder.workers.ledgers;
    this.#sizes.set(tab.tabId, sizeOf(tab));
    this.#makeRoom(tab.tabId);
    return storedTab(tab);
  }

  #makeRoom(tabId: number): void {
    for (const changed of shrinkToFit(this.recorder.tabs, this.#sizes, this.most, sizeOf))
      if (changed !== tabId) this.#writer.rewrite(tabKey(changed));
  }
}

/** Characters of its JSON: nearly all of it is ASCII. */
function sizeOf(tab: TabLedgers): number {
  return JSON.stringify(storedTab(tab)).length;
}

function afterMs(ms: number): Promise<null> {
  return new Promise((done) => {
    setTimeout(() => {
      done(null);
    }, ms);
  });
}
