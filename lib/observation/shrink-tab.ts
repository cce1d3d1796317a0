import { countCut } from './record-contact';
import { type DocumentLedger, noteGap } from './document-ledger';
import type { Contact } from './observation';
import { cutCookie } from './record-cookies';
import type { TabLedgers } from './tab-ledgers';

/** Steps of taking less, each the most contacts and the most cookies kept of a page. */
const steps = [600, 200, 60, 15] as const;

/**
 * Makes room where all tabs together need more than `mostBytes`: the tabs whose pages were quiet longest give first,
 * their former pages before anything of the present one. `sizes` holds each tab's size and is kept up to date.
 * What is cut is counted and a gap says so. Answers the tabs that gave something.
 */
export function shrinkToFit(
  tabs: ReadonlyMap<number, TabLedgers>,
  sizes: Map<number, number>,
  mostBytes: number,
  sizeOf: (tab: TabLedgers) => number,
): readonly number[] {
  const changed = new Set<number>();
  const total = () => [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (total() <= mostBytes) return [];
  const order = [...tabs.values()].sort((one, other) => lastAt(one) - lastAt(other));
  for (const most of steps) {
    for (const tab of order) {
      if (total() <= mostBytes) return [...changed];
      if (!shrinkTab(tab, most)) continue;
      changed.add(tab.tabId);
      sizes.set(tab.tabId, sizeOf(tab));
    }
  }
  return [...changed];
}

/** Keeps of a tab its present page, and of that at most `most` contacts and cookies. Answers whether anything went. */
export function shrinkTab(tab: TabLedgers, most: number): boolean {
  const former = Object.keys(tab.documents).filter((id) => id !== tab.current);
  for (const id of former) delete tab.documents[id];
  for (const [id, { topDocumentId }] of Object.entries(tab.frames))
    if (tab.documents[topDocumentId] === undefined) delete tab.frames[id];
  const cut = Object.values(tab.documents).map((ledger) => cutLedger(ledger, most));
  return former.length > 0 || cut.includes(true);
}

function cutLedger(ledger: DocumentLedger, most: number): boolean {
  const { contacts, cookies, startedAt } = ledger;
  const surplus = Object.entries(contacts).sort(byWorth).slice(most);
  for (const [key, { host }] of surplus) {
    delete contacts[key];
    countCut(ledger, host);
  }
  const tooMany = Object.entries(cookies).slice(most);
  for (const [key, cookie] of tooMany) cutCookie(ledger, key, cookie);
  const isCut = surplus.length + tooMany.length > 0;
  if (isCut) noteGap(ledger, { reason: 'too-much', at: ledger.lastAt ?? startedAt });
  return isCut;
}

/** Known services first, then third parties, then as they came. */
function byWorth([, one]: readonly [string, Contact], [, other]: readonly [string, Contact]): number {
  const worth = ({ service, party }: Contact) => (service !== null ? 2 : 0) + (party === 'third-party' ? 1 : 0);
  return worth(other) - worth(one);
}

function lastAt({ documents }: TabLedgers): number {
  return Math.max(0, ...Object.values(documents).map((ledger) => ledger.lastAt ?? ledger.startedAt));
}
