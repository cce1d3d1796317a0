import type { Catalogue } from '../catalogue/catalogue';
import { partyOf } from '../party/party-of';
import type { Contact } from './observation';
import { hasRoom, isMarked, withMark } from './cut-marks';
import { type Counting, type DocumentLedger, ledgerLimits } from './document-ledger';
import { hasEmail } from './email-in-url';
import { wasStopped } from './failure';
import type { RequestRecord } from './request';
import { sampleUrl } from './sample-url';

/**
 * The entry of `ledger` that counts requests like `request`, made if there was none; `null` where limits cut it.
 *
 * Requests are alike when host, catalogue rule, the third party that brought them in and who started them are the same.
 */
export function contactFor(
  ledger: Pick<DocumentLedger, 'contacts' | 'host' | 'cutContacts' | 'cutContactMarks'>,
  request: Pick<RequestRecord, 'url' | 'at'>,
  broughtInBy: string | null,
  catalogue: Catalogue,
  startedBy: Contact['startedBy'] = 'page',
): Counting<Contact> | null {
  const host = URL.canParse(request.url) ? new URL(request.url).hostname : '';
  if (host === '') return null;
  const match = catalogue.identify(request.url);
  const key = contactKey({ host, rule: match?.rule ?? null, broughtInBy, startedBy });
  const known = ledger.contacts[key];
  if (known !== undefined) return known;
  if (Object.keys(ledger.contacts).length >= ledgerLimits.contacts) {
    countCut(ledger, host);
    return null;
  }
  const fresh: Counting<Contact> = {
    ...untouched,
    host,
    rule: match?.rule ?? null,
    service: match?.service ?? null,
    party: partyOf(host, ledger.host),
    broughtInBy,
    startedBy,
    firstAt: request.at,
    lastAt: request.at,
  };
  ledger.contacts[key] = fresh;
  return fresh;
}

/** Notes that nothing is kept of a host, for want of room; it is counted once, however often it is asked. */
export function countCut(ledger: Pick<DocumentLedger, 'cutContacts' | 'cutContactMarks'>, host: string): void {
  if (!hasRoom(ledger.cutContactMarks) || isMarked(ledger.cutContactMarks, host)) return;
  ledger.cutContactMarks = withMark(ledger.cutContactMarks, host);
  ledger.cutContacts += 1;
}

/** Under what a ledger keeps a contact. */
export function contactKey({
  host,
  rule,
  broughtInBy,
  startedBy,
}: Pick<Contact, 'host' | 'rule' | 'broughtInBy' | 'startedBy'>): string {
  return `${host}|${rule ?? ''}|${broughtInBy ?? ''}${startedBy === 'worker' ? '|worker' : ''}`;
}

/** Nothing was counted yet. Its lists are replaced, never changed. */
export const untouched = {
  sent: 0,
  stopped: 0,
  failed: 0,
  listed: 0,
  types: {},
  samples: [],
  redirectedTo: [],
  errors: {},
  propertyIds: [],
  unencrypted: false,
  byConsent: {},
  cookieless: {},
  emailsInUrl: 0,
} as const;

/** Counts a request as sent: the proof that something left the browser. */
export function countSent(contact: Counting<Contact>, request: RequestRecord, catalogue: Catalogue): void {
  contact.sent += 1;
  touch(contact, request, catalogue);
}

/** Counts a request that was stopped before it left, or failed on the way; a sent one is not counted by type again. */
export function countFailure(
  contact: Counting<Contact>,
  request: RequestRecord,
  { error, wasSent }: { readonly error: string; readonly wasSent: boolean },
  catalogue: Catalogue,
): void {
  if (wasStopped(error, wasSent)) contact.stopped += 1;
  else contact.failed += 1;
  if (error in contact.errors || Object.keys(contact.errors).length < ledgerLimits.errors) {
    contact.errors = { ...contact.errors, [error]: (contact.errors[error] ?? 0) + 1 };
  }
  if (!wasSent) touch(contact, request, catalogue);
}

/** Adds to a short list what is new, up to `most`. */
export function addTo(list: readonly string[], entry: string, most: number): readonly string[] {
  return entry === '' || list.includes(entry) || list.length >= most ? list : [...list, entry];
}

function touch(contact: Counting<Contact>, { url, type, at }: RequestRecord, catalogue: Catalogue): void {
  contact.types = { ...contact.types, [type]: (contact.types[type] ?? 0) + 1 };
  contact.firstAt = Math.min(contact.firstAt, at);
  contact.lastAt = Math.max(contact.lastAt, at);
  if (contact.samples.length < ledgerLimits.samples) {
    contact.samples = addTo(contact.samples, sampleUrl(url), ledgerLimits.samples);
  }
  if (contact.rule !== null) {
    for (const id of catalogue.propertyIds(url, contact.rule))
      contact.propertyIds = addTo(contact.propertyIds, id, ledgerLimits.ids);
  }
  if (url.startsWith('http:') || url.startsWith('ws:')) contact.unencrypted = true;
  if (hasEmail(url)) contact.emailsInUrl += 1;
}
