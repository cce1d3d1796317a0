import type { DocumentLedger } from './document-ledger';
import { shownAt, showingsOf } from './showings';
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

/**
 * A page that was left about then had or asked for a frame of this origin. What such a frame sends while it goes comes
 * without a tab in Chromium, as if a worker had sent it.
 */
export function mayBeOfLeftFrame(tabs: ReadonlyMap<number, TabLedgers>, origin: string, at: number): boolean {
  const { hostname } = new URL(origin);
  return [...tabs.values()].some((tab) => {
    const shown = showingsOf(tab);
    return shown.some(({ ledger }, place) => {
      const leftAt = shown[place + 1]?.from ?? -Infinity;
      return Math.abs(leftAt - at) < lateMs && originOf(ledger.url) !== origin && holdsFrame(tab, ledger, hostname);
    });
  });
}

/** Nobody knows what some tab showed then: a page whose beginning was not seen took its place since, or it was lost. */
export function hasUnknownPast(tabs: ReadonlyMap<number, TabLedgers>, at: number): boolean {
  return [...tabs.values()].some(
    (tab) =>
      showingsOf(tab).some(({ ledger, from }) => !ledger.seenFromStart && from > at) ||
      ((tab.missedAt ?? -Infinity) > at && shownAt(tab, at) === null),
  );
}

function holdsFrame({ frames }: TabLedgers, { documentId, contacts }: DocumentLedger, hostname: string): boolean {
  const isIts = Object.values(frames).some(
    (one) => one.topDocumentId === documentId && URL.parse(one.url)?.hostname === hostname,
  );
  return isIts || Object.values(contacts).some(({ host, types }) => host === hostname && types.sub_frame !== undefined);
}

const lateMs = 1000;

/** The document that a tab showed at `at`, and those that it showed later. */
function shownSince(tab: TabLedgers, at: number): readonly DocumentLedger[] {
  const shown = showingsOf(tab);
  const first = shown.findLastIndex(({ from }) => from <= at);
  const ledgers = shown.map(({ ledger }) => ledger);
  return at === Infinity
    ? [...new Set(ledgers.filter(({ documentId }) => documentId === tab.current))]
    : [...new Set(ledgers.slice(Math.max(0, first)))];
}

/** The origin of a web page's URL; `null` for anything else. */
export function originOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) && /^https?:/.test(url) ? new URL(url).origin : null;
}
