import type { Commit } from '../observation/request';
import type { Recorder } from '../observation/recorder';
import { currentLedger } from '../observation/tab-ledgers';
import { inForce } from '../opt-out/choices';
import type { Blocking } from '../opt-out/opt-out';
import { siteOf } from '../opt-out/opt-out-report';
import { browser } from './api';
import { applyTabRules } from './opt-out-rules';
import { runInFrame } from './opt-out-scripts';
import type { OptOutService } from './opt-out-service';

/**
 * Keeps step with pages: frames of other sites in a page where the site's switch is on get the page part as they
 * commit, which may come too late; and where rules cannot ask for the page's site, the tabs that show it are named.
 */
export class OptOutFrames {
  readonly #blocking = new Map<number, Blocking>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly optOut: OptOutService,
    readonly recorder: Recorder,
  ) {}

  commit({ tabId, frameId, url, isOutermost, isPrerendered }: Commit): void {
    if (isOutermost && !isPrerendered) {
      this.#setTab(tabId, this.#at(url).blocking);
      return;
    }
    const tab = this.recorder.tabs.get(tabId);
    const top = tab === undefined ? null : currentLedger(tab);
    if (isOutermost || top === null || this.#at(top.url).on !== 'site') return;
    runInFrame(tabId, frameId).catch(() => undefined); // the frame is gone; what it sends is counted
  }

  remove(tabId: number): void {
    this.#setTab(tabId, 'none');
  }

  /** After a change, and at the start. */
  async renew(): Promise<void> {
    this.#blocking.clear();
    for (const { id, url } of await browser.tabs.query({})) {
      const { blocking } = this.#at(url ?? '');
      if (id !== undefined && blocking !== 'none') this.#blocking.set(id, blocking);
    }
    await this.#apply();
  }

  #setTab(tabId: number, blocking: Blocking): void {
    if ((this.#blocking.get(tabId) ?? 'none') === blocking) return;
    if (blocking === 'none') this.#blocking.delete(tabId);
    else this.#blocking.set(tabId, blocking);
    void this.#apply();
  }

  #apply(): Promise<unknown> {
    const tabs = () => [...this.#blocking].map(([tabId, blocking]) => ({ tabId, blocking }));
    // What the rules miss is counted as what it is: a hit that left.
    this.#last = this.#last.then(() => applyTabRules(tabs()).catch(() => undefined));
    return this.#last;
  }

  #at(url: string) {
    const host = URL.canParse(url) && /^https?:/.test(url) ? new URL(url).hostname : '';
    return inForce(this.optOut.choices, siteOf(host));
  }
}
