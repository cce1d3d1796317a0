import type { TabReport } from '../comparison/site-report';
import { type Message, watchPortPrefix } from '../messages/protocol';
import { browser } from './api';

/** A page's way to the background: watch one tab's report, or ask for it anew. */
export interface ReportPort {
  /** Calls `tell` with the last state at once and with each change; answers how to stop. */
  watch(tell: (report: TabReport) => void): () => void;
  /** Looks for the policy; `lookAgain` goes past the cache. */
  ask(lookAgain: boolean): Promise<TabReport>;
}

/** The port of one tab; `null` means the active tab of this window. */
export function createReportPort(tabId: number | null): ReportPort {
  const target = tabId === null ? activeTab() : Promise.resolve(tabId);
  return {
    watch(tell) {
      let isOpen = true;
      const open = async () => {
        const id = await target;
        if (!isOpen) return;
        if (id === null) {
          tell({ kind: 'no-page', reason: 'no-tab' });
          return;
        }
        const port = browser.runtime.connect({ name: `${watchPortPrefix}${id.toString()}` });
        port.onMessage.addListener((report) => {
          tell(report as TabReport);
        });
        // The background may be stopped at any moment; the next connection starts it again.
        port.onDisconnect.addListener(() => setTimeout(() => void open(), reconnectMs));
      };
      void open();
      return () => {
        isOpen = false;
      };
    },
    async ask(lookAgain) {
      const id = await target;
      if (id === null) return { kind: 'no-page', reason: 'no-tab' };
      const message: Message = { name: 'tab-report', request: { tabId: id, lookAgain } };
      return await browser.runtime.sendMessage(message);
    },
  };
}

const reconnectMs = 200;

/** Where the toolbar popup was opened; its own window's active tab. */
export async function activeTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}
