import { failureReason, stoppedBy, stoppers, stoppersOf, wasStopped } from '../observation/failure';
import type { Contact } from '../observation/observation';
import { describeList } from './describe-list';
import { term } from './term';
import type { Translate } from './translate';

/** Who stopped the requests of these contacts, as the subject of a sentence. */
export function describeStopper(t: Translate, contacts: readonly Contact[]): string {
  const by = stoppers.filter((stopper) => contacts.some((contact) => stoppersOf(contact)[stopper] > 0));
  if (by.length === 0 || by.includes('unknown')) return term(t, 'stopper', 'unknown');
  return describeList(
    t,
    by.map((stopper) => term(t, 'stopper', stopper)),
    'and',
  );
}

/** `2 stopped by an extension`; a line for each who stopped some. */
export function describeStops(t: Translate, contact: Contact): readonly string[] {
  const { extension, browser, unknown } = stoppersOf(contact);
  const lines: string[] = [];
  if (extension > 0) lines.push(t.count('requests_stopped_extension', extension));
  if (browser > 0) lines.push(t.count('requests_stopped_browser', browser));
  if (unknown > 0) lines.push(t.count('requests_stopped_unknown', unknown));
  return lines;
}

/** Why requests did not get through, each with the browser's own name for it. */
export function describeErrors(t: Translate, contact: Contact): readonly string[] {
  return Object.entries(contact.errors).map(([name, count]) =>
    t.count('contact_errors', count, reasonFor(t, contact, name), name),
  );
}

function reasonFor(t: Translate, contact: Contact, error: string): string {
  const isStop = contact.stopped > 0 && wasStopped(error, false);
  if (!isStop) return term(t, 'error', failureReason(error));
  const by = stoppedBy(error);
  return t('stopped_by', term(t, 'stopper', stoppersOf(contact)[by] > 0 ? by : 'unknown'));
}
