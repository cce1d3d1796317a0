import type { ConsentState } from '../consent/consent';
import { type Tally, isWithin } from './consent-book';
import type { AskedLook } from './cookie-facts';
import type { DocumentLedger } from './document-ledger';
import type { Contact } from './observation';

/** All that was counted before `at` but for what is in `others`, which began last. */
export function tallyBefore(ledger: DocumentLedger, others: readonly Tally[], at: number): Tally {
  const contacts = Object.entries(ledger.contacts).map(([key, { byConsent, cookieless }]) => {
    const [requests, silent] = others.reduce(
      ([all, some], { contacts: { [key]: counted = [0, 0] } }) => [all - counted[0], some - counted[1]],
      [sumOf(byConsent), sumOf(cookieless)],
    );
    return [key, [requests, silent]] as const;
  });
  const to = Math.min(at, ...others.map(({ from }) => from));
  return { contacts: Object.fromEntries(contacts), from: 0, to };
}

/** Puts what `tally` counted under another state. */
export function moveTally(ledger: DocumentLedger, tally: Tally, from: ConsentState, to: ConsentState): void {
  if (from === to) return;
  for (const [key, [requests, silent]] of Object.entries(tally.contacts)) {
    const contact = ledger.contacts[key];
    if (contact === undefined) continue;
    contact.byConsent = moved(contact.byConsent, requests, from, to);
    contact.cookieless = moved(contact.cookieless, silent, from, to);
  }
  moveCookies(ledger, to, ({ at, consent }) => consent === from && isWithin(tally, at));
}

/** Puts all that was counted under one state. */
export function moveAll(ledger: DocumentLedger, to: ConsentState): void {
  for (const contact of Object.values(ledger.contacts)) {
    if (sumOf(contact.byConsent) > 0) contact.byConsent = { [to]: sumOf(contact.byConsent) };
    if (sumOf(contact.cookieless) > 0) contact.cookieless = { [to]: sumOf(contact.cookieless) };
  }
  moveCookies(ledger, to, () => true);
}

type Counts = Contact['byConsent'];

/** The counts with some more under `state`; states with none are left out. */
export function counted(counts: Counts, state: ConsentState, more: number): Counts {
  const sum = (counts[state] ?? 0) + more;
  const { [state]: _old, ...others } = counts;
  return sum === 0 ? others : { ...others, [state]: sum };
}

/** Never more than there is: a contact that was cut may have begun anew. */
function moved(counts: Counts, number: number, from: ConsentState, to: ConsentState): Counts {
  const most = Math.min(number, counts[from] ?? 0);
  return most <= 0 ? counts : counted(counted(counts, from, -most), to, most);
}

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

type SetFact = Pick<AskedLook, 'at' | 'consent'>;

/** Puts a cookie's being set, where it fits, under another state. */
function moveCookies(ledger: DocumentLedger, to: ConsentState, fits: (fact: SetFact) => boolean): void {
  const under = <Fact extends SetFact>(fact: Fact | null) =>
    fact === null || !fits(fact) ? fact : { ...fact, consent: to };
  for (const [key, cookie] of Object.entries(ledger.cookies))
    ledger.cookies[key] = { ...cookie, asked: under(cookie.asked), own: under(cookie.own) };
}
