import { type DocumentLedger, noteGap } from './document-ledger';
import type { Commit } from './request';
import { lastShown, noteShown } from './showings';
import { type TabLedgers, currentLedger } from './tab-ledgers';

/** Makes a document the one that the tab shows, unless it already shows one that came later. */
export function show(tab: TabLedgers, documentId: string, at: number): void {
  const shown = currentLedger(tab);
  if (shown !== null && (lastShown(shown) ?? 0) > at) return;
  tab.current = documentId;
  const ledger = tab.documents[documentId];
  if (ledger !== undefined && (shown !== ledger || lastShown(ledger) === null)) noteShown(ledger, at);
}

/** A page shown that nobody was seen to ask the network for comes from memory: what it sent before was not seen. */
export function doubtBeginning(tab: TabLedgers, { documentId, at }: Commit): void {
  const ledger = tab.documents[documentId];
  if (ledger?.navigationId !== null || ledger.host === '') return;
  ledger.seenFromStart = false;
  noteGap(ledger, { reason: 'opened-before-candor', at });
}

/** How late the word of a page's beginning may come, after its name. */
const sameMomentMs = 1000;

/**
 * Whether a page that was taken in as "already there" was only on its way, and this is the word of its beginning. Not
 * the showing of one that had been prerendered when it was taken in: that began before.
 */
export function isBeginningOf(known: DocumentLedger, { at, isPrerendered }: Commit): boolean {
  const isActivation = !isPrerendered && lastShown(known) === null;
  return !known.seenFromStart && at <= known.startedAt + sameMomentMs && !isActivation;
}
