import type { ExistingDocument, Recorder } from '../../../../lib/observation/recorder';
import type { Commit, RequestRecord, RequestStep } from '../../../../lib/observation/request';
import { FakeSession } from '../../browser/fake-session';
import { BackgroundUnderTest } from './background-under-test';

export type Kind = 'chromium' | 'firefox';

/** A frame of a page, the top one with id 0. */
export interface Frame {
  readonly documentId: string;
  readonly frameId: number;
  readonly parent: Frame | null;
  readonly url: string;
}

/** A page as it truly is. Every host that it sends to bears its token. */
export interface Page {
  readonly token: string;
  readonly frames: Frame[];
  readonly url: string;
  /** Hosts that truly got something from it, and when. */
  readonly sentTo: { readonly host: string; readonly at: number }[];
  /** The background ended while its store let nothing be written: nobody can know later what it had seen. */
  isUnprovable?: boolean;
}

export interface Tab {
  readonly id: number;
  shown: Page | null;
  /** Where "back" leads. */
  back: Page | null;
  prerendered: Page | null;
}

type Tell = (recorder: Recorder) => void;

/**
 * A browser as the background knows one: it tells of what its pages do, in the order of Chromium, or out of order
 * between navigations and requests as Firefox does. What it tells while the background is dead wakes it; what was on
 * its way when it was killed is lost.
 */
export class FakeBrowser {
  readonly session = new FakeSession();
  readonly tabs = new Map<number, Tab>();
  /** What workers truly sent: the pages of their origin that were open then. */
  readonly workerSent = new Map<string, readonly Page[]>();
  readonly stats = { requests: 0, kills: 0, idleStops: 0 };
  background: BackgroundUnderTest | null = null;
  #held: (readonly [number, Tell])[] = [];
  #lost = 0;
  #dying: ReadonlySet<number> = new Set();
  #next = 0;

  constructor(readonly kind: Kind) {
    this.#wake();
  }

  /** A number that was never used. */
  unique(): number {
    return (this.#next += 1);
  }

  page(url: string): Page {
    const token = `p${this.unique().toString()}`;
    return { token, url, frames: [this.frame(url, null, token)], sentTo: [] };
  }

  frame(url: string, parent: Frame | null, token: string): Frame {
    const frameId = parent === null ? 0 : this.unique();
    return { documentId: `d-${token}-${frameId.toString()}`, frameId, parent, url };
  }

  commit(tab: Tab, frame: Frame, more: Partial<Commit> = {}): void {
    const commit: Commit = {
      tabId: tab.id,
      frameId: frame.frameId,
      parentFrameId: frame.parent?.frameId ?? -1,
      documentId: frame.documentId,
      parentDocumentId: this.kind === 'chromium' ? (frame.parent?.documentId ?? null) : null,
      url: frame.url,
      at: Date.now(),
      isPrerendered: false,
      isReturn: false,
      isOutermost: frame.parent === null,
      ...more,
    };
    this.#tell(tab.id, (recorder) => recorder.commit(commit), this.kind === 'firefox');
  }

  complete(tab: Tab): void {
    this.#tell(tab.id, (recorder) => recorder.complete(tab.id), this.kind === 'firefox');
  }

  request(parts: Partial<RequestRecord> & Pick<RequestRecord, 'url' | 'tabId'>, steps: readonly RequestStep[]): void {
    const request = {
      requestId: `r${this.unique().toString()}`,
      frameId: 0,
      parentFrameId: -1,
      documentId: null,
      parentDocumentId: null,
      initiator: null,
      type: 'script' as const,
      ...parts,
    };
    this.stats.requests += 1;
    for (const step of steps) {
      const at = Date.now();
      this.#tell(parts.tabId, (recorder) => recorder.record({ ...request, at }, step));
    }
  }

  closeTab(id: number): void {
    this.tabs.delete(id);
    const at = Date.now();
    this.#tell(id, (recorder) => recorder.removeTab(id, at));
  }

  replaceTab(from: number, to: number): void {
    this.#tell(from, (recorder) => recorder.replaceTab(from, to));
  }

  /** Ends the background as when idle: nothing is under way. */
  stopIdle(): void {
    this.flush();
    this.stats.idleStops += 1;
    this.#noteUnprovable();
    this.background?.kill();
    this.background = null;
  }

  /**
   * Ends it at once; of the tabs that were in the middle of something, the next `lost` events die with it. One that is
   * idle is not killed in the middle of an event.
   */
  kill(lost: number): void {
    this.stats.kills += 1;
    const tabs = [...(this.background?.recorder.tabs.values() ?? [])];
    this.#noteUnprovable();
    this.#dying = new Set(tabs.filter(({ isBusy }) => isBusy).map(({ tabId }) => tabId));
    this.background?.kill();
    this.background = null;
    this.#lost = lost;
  }

  #noteUnprovable(): void {
    if (!this.session.isStuck) return;
    for (const { shown, back, prerendered } of this.tabs.values())
      for (const page of [shown, back, prerendered]) if (page !== null) page.isUnprovable = true;
  }

  /** The browser itself ends: its memory is empty, its ids begin anew, no tab is left. */
  restart(): void {
    this.background?.kill();
    this.background = null;
    this.#held = [];
    this.session.items = {};
    this.tabs.clear();
    this.#wake();
  }

  /** Delivers what is held back. */
  flush(): void {
    const held = this.#held;
    this.#held = [];
    for (const [tabId, tell] of held) this.#deliver(tabId, tell);
  }

  wake(): BackgroundUnderTest {
    return this.background ?? this.#wake();
  }

  /** Navigations of Firefox are held back until a request or two have passed them. */
  #tell(tabId: number, tell: Tell, isLate = false): void {
    if (isLate) {
      if (this.#held.length >= 3) this.flush();
      this.#held.push([tabId, tell]);
      return;
    }
    this.#deliver(tabId, tell);
    this.flush();
  }

  #deliver(tabId: number, tell: Tell): void {
    if (this.background === null && this.#lost > 0 && this.#dying.has(tabId)) {
      this.#lost -= 1;
      return;
    }
    this.wake().hear(tell);
  }

  #wake(): BackgroundUnderTest {
    this.#lost = 0;
    this.background = new BackgroundUnderTest(this.session, {
      tabs: () => Promise.resolve([...this.tabs.keys()]),
      documents: (tabId) => Promise.resolve(this.#documentsOf(tabId)),
    });
    return this.background;
  }

  #documentsOf(tabId: number): readonly ExistingDocument[] {
    const tab = this.tabs.get(tabId);
    const existing = (frame: Frame) => ({
      tabId,
      frameId: frame.frameId,
      parentFrameId: frame.parent?.frameId ?? -1,
      documentId: frame.documentId,
      parentDocumentId: this.kind === 'chromium' ? (frame.parent?.documentId ?? null) : null,
      url: frame.url,
      at: Date.now(),
    });
    const hidden = (tab?.prerendered?.frames ?? []).map((frame) => ({
      ...existing(frame),
      ...(frame.parent === null ? { frameId: this.unique() } : {}),
      isPrerendered: true,
      isOutermost: frame.parent === null,
    }));
    return [...(tab?.shown?.frames ?? []).map(existing), ...hidden];
  }
}
