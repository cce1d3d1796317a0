import type { DocumentLedger } from './document-ledger';
import type { TabLedgers } from './tab-ledgers';

/** A span of time in which a tab showed a page: from `from` (epoch milliseconds) to the next one's. */
export interface Showing {
  readonly ledger: DocumentLedger;
  readonly from: number;
}

/** What a tab has shown, in that order; a page gone back to stands in it more than once. */
export function showingsOf({ documents }: TabLedgers): readonly Showing[] {
  return Object.values(documents)
    .flatMap((ledger) => ledger.shownFrom.map((from) => ({ ledger, from })))
    .sort((one, other) => one.from - other.from);
}

/** The page that a tab showed at a time; `null` where it is not known to have shown any. */
export function shownAt(tab: TabLedgers, at: number): DocumentLedger | null {
  return showingsOf(tab).findLast(({ from }) => from <= at)?.ledger ?? null;
}

/** When a tab last began to show the page; `null` while it is only prerendered. */
export function lastShown({ shownFrom }: DocumentLedger): number | null {
  return shownFrom.at(-1) ?? null;
}

/** Notes that the tab shows it from `at` on. */
export function noteShown(ledger: DocumentLedger, at: number): void {
  ledger.shownFrom = [...ledger.shownFrom, at].slice(-mostSpans);
}

const mostSpans = 6;
