import type { TabReport } from '../comparison/site-report';
import { watchPortPrefix } from '../messages/protocol';
import { badgeOf } from '../report/badge';
import type { OptOutChange } from '../opt-out/opt-out';
import { type Runtime, browser } from './api';
import type { ReportService } from './report-service';

interface Due {
  readonly timer: ReturnType<typeof setTimeout>;
  /** Set while the page was loading: it comes sooner once the page has loaded. */
  readonly isForLoading: boolean;
}

/** Sends a tab's report to whoever watches it and to the badge, soon after each change and not for each one. */
export class ReportHub {
  readonly #ports = new Map<Runtime.Port, number>();
  readonly #due = new Map<number, Due>();

  constructor(
    readonly service: ReportService,
    /** After the opt-out was changed. */
    readonly onoptout: () => Promise<void> = () => Promise.resolve(),
    readonly watchedMs = 250,
    readonly unwatchedMs = 1000,
    readonly loadingMs = 2500,
  ) {}

  /** A popup opened: it is shown the last state at once, then what looking for the policy brings. */
  connect(port: Runtime.Port): void {
    const tabId = Number(port.name.slice(watchPortPrefix.length));
    if (!port.name.startsWith(watchPortPrefix) || !Number.isInteger(tabId) || !isOurs(port.sender)) return;
    this.#ports.set(port, tabId);
    port.onDisconnect.addListener(() => {
      this.#ports.delete(port);
    });
    void this.#push(tabId);
    void this.look(tabId, false);
  }

  /** Reads the page's timing and looks for its policy, telling of every change; ends with the finished report. */
  async look(tabId: number, isFresh: boolean): Promise<TabReport> {
    await Promise.all([
      this.service.readTiming(tabId),
      this.service.readForms(tabId),
      this.service.consent.read(tabId),
    ]);
    const names = this.service.lookForNames(tabId);
    await this.service.lookForPolicy(tabId, isFresh, () => {
      this.changed(tabId);
    });
    await names;
    await this.service.lookAtOptOut(tabId);
    return this.#push(tabId);
  }

  /** Changes what is done about Google Analytics; the other pages that are shown are told too. */
  async changeOptOut(tabId: number, change: OptOutChange): Promise<TabReport> {
    await this.service.changeOptOut(tabId, change);
    await this.onoptout();
    await this.service.lookAtOptOut(tabId);
    this.changedForAll();
    return this.#push(tabId);
  }

  /** Looks into the web storage of the page, which nobody does unasked. */
  async lookIntoStores(tabId: number): Promise<TabReport> {
    await this.service.lookIntoStores(tabId);
    return this.#push(tabId);
  }

  changed(tabId: number): void {
    const isLoading = this.service.recorder.tabs.get(tabId)?.isLoading === true;
    const due = this.#due.get(tabId);
    if (due !== undefined && (isLoading || !due.isForLoading)) return;
    clearTimeout(due?.timer);
    // A report costs more than a request: a page that loads must not feel that we look.
    const isWatched = [...this.#ports.values()].includes(tabId);
    const delayMs = isWatched ? this.watchedMs : isLoading ? this.loadingMs : this.unwatchedMs;
    const timer = setTimeout(() => {
      this.#due.delete(tabId);
      void this.#push(tabId);
    }, delayMs);
    this.#due.set(tabId, { timer, isForLoading: isLoading });
  }

  /** Something that bears on every report shown; the badges follow with the next change of their own tab. */
  changedForAll(): void {
    for (const tabId of new Set(this.#ports.values())) this.changed(tabId);
  }

  /** What has been granted or taken away concerns every open tab. */
  async changedEverywhere(): Promise<void> {
    const tabs = await browser.tabs.query({});
    for (const { id } of tabs) if (id !== undefined) this.changed(id);
  }

  async #push(tabId: number): Promise<TabReport> {
    const report = await this.service.make(tabId);
    for (const [port, watched] of this.#ports) if (watched === tabId) port.postMessage(report);
    await showBadge(tabId, report);
    return report;
  }
}

async function showBadge(tabId: number, report: TabReport): Promise<void> {
  const { text, kind } = badgeOf(report);
  try {
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColours[kind] });
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  } catch {
    // the tab was closed meanwhile
  }
}

const badgeColours = { count: '#1f5f5b', unknown: '#5d6470', none: '#5d6470' } as const;

/** Only our own pages may ask: content scripts and web pages are strangers. */
export function isOurs(sender: Runtime.MessageSender | undefined): boolean {
  return sender?.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));
}
