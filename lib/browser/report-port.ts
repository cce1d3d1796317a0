import type { TabReport } from '../comparison/site-report';
import { type Message, watchPortPrefix } from '../messages/protocol';
import type { OptOutChange } from '../opt-out/opt-out';
import { browser } from './api';

/** A page's way to the background: watch one tab's report, or ask for it anew. */
export interface ReportPort {
  /** Calls `tell` with the last state at once and with each change; answers how to stop. */
  watch(tell: (report: TabReport) => void): () => void;
  /** Looks for the policy; `lookAgain` goes past the cache. */
  ask(lookAgain: boolean): Promise<TabReport>;
  /** Looks into the page's web storage. */
  lookIntoStores(): Promise<TabReport>;
  /** Changes what is done about Google Analytics. */
  optOut(change: OptOutChange): Promise<TabReport>;
  /** Whether the page's consent tool took the call to show its dialog again. */
  reopenConsent(): Promise<boolean>;
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
    ask: (lookAgain) => send(target, (id) => ({ name: 'tab-report', request: { tabId: id, lookAgain } })),
    lookIntoStores: () => send(target, (id) => ({ name: 'stores', request: { tabId: id } })),
    optOut: (change) => send(target, (id) => ({ name: 'opt-out', request: { tabId: id, change } })),
    reopenConsent: async () => {
      const id = await target;
      if (id === null) return false;
      const message: Message = { name: 'reopen-consent', request: { tabId: id } };
      return browser.runtime.sendMessage<Message, boolean>(message);
    },
  };
}

async function send(target: Promise<number | null>, messageFor: (tabId: number) => Message): Promise<TabReport> {
  const id = await target;
  return id === null ? { kind: 'no-page', reason: 'no-tab' } : await browser.runtime.sendMessage(messageFor(id));
}

const reconnectMs = 200;

/** Where the toolbar popup was opened; its own window's active tab. */
export async function activeTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}
