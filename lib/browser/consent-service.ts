import type { ConsentSignal } from '../consent/consent';
import type { DocumentLedger } from '../observation/document-ledger';
import { noteConsent, noteGpc } from '../observation/record-consent';
import type { Recorder } from '../observation/recorder';
import type { Commit } from '../observation/request';
import { currentLedger } from '../observation/tab-ledgers';
import { readConsent, readConsentCookies } from './read-consent';

/** Brings what pages and consent cookies say of the visitor's choice into the ledgers of their pages. */
export class ConsentService {
  constructor(readonly recorder: Recorder) {}

  /** Right after a page took its place: what its cookies say held from its start. */
  async atStart({ tabId, documentId, isOutermost, isPrerendered }: Commit): Promise<void> {
    const ledger = this.recorder.tabs.get(tabId)?.documents[documentId];
    if (ledger === undefined || ledger.host === '' || !isOutermost || isPrerendered) return;
    this.#note(ledger, await readConsentCookies(tabId, ledger, 'page-start', Date.now));
  }

  /** What the page itself says now. */
  async read(tabId: number): Promise<void> {
    const ledger = this.#shown(tabId);
    const told = ledger === null || ledger.host === '' ? null : await readConsent(tabId, ledger);
    if (ledger === null || told === null) return;
    this.#note(ledger, told.signals);
    if (told.gpc === ledger.consent.gpc) return;
    this.recorder.onchange(tabId);
    noteGpc(ledger, told.gpc);
  }

  /** A consent cookie on this domain was set or removed: the pages of that domain are asked at once. */
  async cookieChanged(domain: string): Promise<void> {
    for (const tabId of this.recorder.tabs.keys()) {
      const ledger = this.#shown(tabId);
      const isIts = ledger !== null && (ledger.host === domain || ledger.host.endsWith(`.${domain}`));
      if (isIts) this.#note(ledger, await readConsentCookies(tabId, ledger, 'now', Date.now));
    }
  }

  #shown(tabId: number): DocumentLedger | null {
    const tab = this.recorder.tabs.get(tabId);
    return tab === undefined ? null : currentLedger(tab);
  }

  #note(ledger: DocumentLedger, signals: readonly ConsentSignal[]): void {
    if (signals.length > 0) this.recorder.onchange(ledger.tabId);
    for (const signal of signals) noteConsent(ledger, signal);
  }
}
