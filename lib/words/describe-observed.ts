import type { Contact } from '../observation/observation';
import { describeErrors, describeStops } from './describe-stopped';
import { describeClock } from './describe-time';
import { term } from './term';
import type { Translate } from './translate';

/** What went to one host: `3 sent`, `1 from the cache`; nothing that is zero. */
export function describeContact(t: Translate, contact: Contact): readonly string[] {
  const parts: string[] = [];
  if (contact.sent > 0) parts.push(t.count('requests_sent', contact.sent), ...consentParts(t, contact));
  parts.push(...describeStops(t, contact));
  if (contact.failed > 0) parts.push(t.count('requests_failed', contact.failed));
  if (contact.listed > 0) parts.push(t.count('requests_listed', contact.listed));
  if (contact.unencrypted) parts.push(t('contact_unencrypted'));
  return parts;
}

/** Of what was sent: how much before any choice and after a refusal, and how much of it says that it sets no cookie. */
function consentParts(t: Translate, { byConsent, cookieless }: Contact): readonly string[] {
  const parts: string[] = [];
  const { 'before-choice': early = 0, refused = 0 } = byConsent;
  const silent = (cookieless['before-choice'] ?? 0) + (cookieless.refused ?? 0);
  if (early > 0) parts.push(t.count('requests_before_choice', early));
  if (refused > 0) parts.push(t.count('requests_after_refusal', refused));
  if (silent > 0) parts.push(t.count('requests_cookieless', silent));
  return parts;
}

/** Types of requests with their number where it is more than one, e.g. `script, beacon × 2`. */
export function describeTypes(t: Translate, contact: Contact): string {
  return Object.entries(contact.types)
    .map(([type, count]) => (count > 1 ? `${term(t, 'type', type)} × ${count}` : term(t, 'type', type)))
    .join(', ');
}

/** What told us who it is: our own rule, or the policy's list of hosts; nothing where nobody knows. */
export function describeRule(t: Translate, contact: Contact, isDeclaredByHost: boolean): readonly string[] {
  if (contact.rule !== null) return [t('contact_rule', contact.rule)];
  return isDeclaredByHost ? [t('contact_rule_declared')] : [];
}

/** First and last time of a contact, to the second. */
export function describeSpan(t: Translate, contact: Contact): string {
  const [first, last] = [describeClock(t, contact.firstAt), describeClock(t, contact.lastAt)];
  return first === last ? first : t('contact_from_to', first, last);
}

/** When, which property, where it was sent on to, who brought it in and what went wrong. */
export function describeContactNotes(t: Translate, contact: Contact): readonly string[] {
  return [describeSpan(t, contact), ...describeCircumstances(t, contact)];
}

/** As `describeContactNotes`, without the time. */
export function describeCircumstances(t: Translate, contact: Contact): readonly string[] {
  const notes: string[] = [];
  if (contact.propertyIds.length > 0) notes.push(t('contact_property', contact.propertyIds.join(', ')));
  if (contact.redirectedTo.length > 0) notes.push(t('contact_redirected', contact.redirectedTo.join(', ')));
  if (contact.startedBy === 'worker') notes.push(t('contact_by_worker'));
  if (contact.emailsInUrl > 0) notes.push(t.count('contact_emails', contact.emailsInUrl));
  if (contact.broughtInBy !== null) notes.push(t('contact_brought_in_by', contact.broughtInBy));
  return [...notes, ...describeErrors(t, contact)];
}
