import type { DocumentLedger } from './document-ledger';
import type { TabLedgers } from './tab-ledgers';

/**
 * The pages that have `origin`, as their own or as a frame's, and were shown at `at` or at any time since.
 * `at` `Infinity`: those shown now.
 */
export function documentsAlive(
  tabs: ReadonlyMap<number, TabLedgers>,
  origin: string,
  at: number,
): readonly DocumentLedger[] {
  return [...tabs.values()].flatMap((tab) =>
    shownSince(tab, at).filter(
      ({ documentId, url }) =>
        originOf(url) === origin ||
        Object.values(tab.frames).some((one) => one.topDocumentId === documentId && originOf(one.url) === origin),
    ),
  );
}

/** The document that a tab showed at `at`, and those that it showed later. */
function shownSince(tab: TabLedgers, at: number): readonly DocumentLedger[] {
  const shown = Object.values(tab.documents)
    .filter(({ shownAt }) => shownAt !== null)
    .sort((one, other) => (one.shownAt ?? 0) - (other.shownAt ?? 0));
  const first = shown.findLastIndex(({ shownAt }) => (shownAt ?? 0) <= at);
  return at === Infinity
    ? shown.filter(({ documentId }) => documentId === tab.current)
    : shown.slice(Math.max(0, first));
}

/** The origin of a web page's URL; `null` for anything else. */
export function originOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) && /^https?:/.test(url) ? new URL(url).origin : null;
}
