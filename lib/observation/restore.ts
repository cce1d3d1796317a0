import { type DocumentLedger, noteGap } from './document-ledger';
import { documentsAlive } from './documents-alive';
import { parseTabLedgers, parseWorkerLedgers } from './parse-stored';
import type { Recorder } from './recorder';
import { storedContact } from './stored-contact';
import type { TabLedgers } from './tab-ledgers';
import type { WorkerLedgers } from './worker-requests';

/** Keys of session storage. */
export const tabKey = (tabId: number) => `tab:${tabId.toString()}`;
export const workersKey = 'workers';

/** The tab that a key of session storage is of; `null` for another key. */
export function tabOfKey(key: string): number | null {
  const id = key.startsWith('tab:') ? Number(key.slice('tab:'.length)) : Number.NaN;
  return Number.isInteger(id) ? id : null;
}

/** A tab as it is stored: plain JSON, its contacts without what is usual. */
export type StoredTab = Omit<TabLedgers, 'documents'> & {
  readonly documents: Readonly<Record<string, Omit<DocumentLedger, 'contacts'> & { readonly contacts: object }>>;
};

/** What to store of a tab. A navigation under way holds whole URLs: it stays in memory, the mark of a busy tab tells. */
export function storedTab(tab: TabLedgers): StoredTab {
  const documents = mapValues(tab.documents, (ledger) => ({
    ...ledger,
    contacts: mapValues(ledger.contacts, storedContact),
  }));
  return { ...tab, documents, pending: {} };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/**
 * Gives a new recorder what the one before it kept, and notes where its end may have cost something: a tab still
 * marked as busy was in the middle of something. Answers how many tabs were kept.
 */
export function restore(recorder: Recorder, stored: Readonly<Record<string, unknown>>, at: number): number {
  for (const [key, value] of Object.entries(stored)) {
    const tabId = tabOfKey(key);
    const tab = tabId === null ? null : parseTabLedgers(value);
    if (tab === null || tab.tabId !== tabId) continue;
    recorder.tabs.set(tabId, tab);
    if (tab.isBusy) noteLoss(tab, at);
  }
  const workers = parseWorkerLedgers(stored[workersKey]);
  if (workers !== null) restoreWorkers(recorder, workers, at);
  return recorder.tabs.size;
}

function noteLoss(tab: TabLedgers, at: number): void {
  tab.missedAt = at;
  // A former page may have lost a late beacon as well.
  for (const ledger of Object.values(tab.documents)) noteGap(ledger, { reason: 'background-restarted', at });
}

function restoreWorkers(recorder: Recorder, workers: WorkerLedgers, at: number): void {
  const { ledgers } = recorder.workers;
  Object.assign(ledgers.origins, workers.origins);
  ledgers.recent = workers.recent;
  ledgers.isBusy = workers.isBusy;
  if (!workers.isBusy) return;
  for (const origin of workers.recent)
    for (const ledger of documentsAlive(recorder.tabs, origin, Infinity))
      noteGap(ledger, { reason: 'background-restarted', at });
}
