import type { ConsentSignal, ConsentState } from '../../../lib/consent/consent';
import { type DocumentLedger, createLedger } from '../../../lib/observation/document-ledger';
import { countSent, contactFor } from '../../../lib/observation/record-contact';
import { countConsent } from '../../../lib/observation/record-consent';
import { recordCookies } from '../../../lib/observation/record-cookies';
import { request } from './recorder-kit';
import { smallCatalogue } from './small-catalogue';

export const ledgerOf = (): DocumentLedger =>
  createLedger({
    documentId: 'page-1',
    tabId: 1,
    url: 'https://site.example/',
    host: 'site.example',
    startedAt: 1000,
    seenFromStart: true,
  });

/** A signal of state `state`; a consent tool's cookie that held when the page began, but for what is given. */
export const signal = (state: ConsentState, more: Partial<ConsentSignal> = {}): ConsentSignal => ({
  state,
  isPartial: false,
  source: 'cookie',
  manager: 'OneTrust',
  evidence: 'OptanonConsent',
  since: 'page-start',
  at: 1000,
  ...more,
});

export const now = (state: ConsentState, at: number, more: Partial<ConsentSignal> = {}): ConsentSignal =>
  signal(state, { since: 'now', at, ...more });

/** Counts a request as the recorder does. */
export function send(ledger: DocumentLedger, url: string, at = 1010, broughtInBy: string | null = null): void {
  const sent = request(url, { at });
  const contact = contactFor(ledger, sent, broughtInBy, smallCatalogue);
  if (contact === null) return;
  countSent(contact, sent, smallCatalogue);
  countConsent(ledger, contact, sent, contact.service);
}

export function setCookie(ledger: DocumentLedger, name: string, at = 1010): void {
  recordCookies(ledger, 'https://site.example/', [{ name: 'set-cookie', value: `${name}=` }], at);
}

/** What was sent, by state: `{ refused: 2 }`. */
export function counts(ledger: DocumentLedger): Partial<Record<ConsentState, number>> {
  const sums: Partial<Record<ConsentState, number>> = {};
  for (const { byConsent } of Object.values(ledger.contacts))
    for (const state of ['before-choice', 'accepted', 'refused', 'unknown'] as const)
      if (byConsent[state] !== undefined) sums[state] = (sums[state] ?? 0) + byConsent[state];
  return sums;
}

export const cookieStates = (ledger: DocumentLedger) =>
  Object.values(ledger.cookies).map(({ name, asked }) => `${name} ${String(asked?.consent)}`);
