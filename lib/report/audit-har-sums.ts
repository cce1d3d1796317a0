import type { AuditReport } from '../audit/audit-report';
import { compareText, contactKey } from '../audit/merge-contacts';
import type { SiteReport } from '../comparison/site-report';
import type { Contact, ObservedCookie } from '../observation/observation';

/** A contact of the whole audit, whose it is, and how much of it was sent in each scenario. */
export interface SumOfContact {
  /** From 1, in the order of the contacts' keys. */
  readonly number: number;
  readonly contact: Contact;
  /** Rows of the report: ids of processors, domains of recipients that nobody knows; none for the site itself. */
  readonly recipients: readonly string[];
  readonly sentByScenario: Readonly<Record<string, number>>;
}

/** Each contact once, however many rows it stands in. */
export function sumsOf({ total, scenarios }: AuditReport): readonly SumOfContact[] {
  if (total === null) return [];
  const found = new Map<string, { readonly contact: Contact; readonly recipients: Set<string> }>();
  for (const { recipient, contact } of contactsIn(total)) {
    const sum = found.get(contactKey(contact)) ?? { contact, recipients: new Set() };
    if (recipient !== null) sum.recipients.add(recipient);
    found.set(contactKey(contact), sum);
  }
  const sent = scenarios.map(({ id, report }) => [id, sentIn(report ?? total)] as const);
  return [...found]
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, { contact, recipients }], at) => ({
      number: at + 1,
      contact,
      recipients: [...recipients].sort(compareText),
      sentByScenario: Object.fromEntries(sent.flatMap(([id, its]) => (its.has(key) ? [[id, its.get(key) ?? 0]] : []))),
    }));
}

function contactsIn({ processors, unidentified, ownContacts }: SiteReport) {
  return [
    ...processors.flatMap(({ id, contacts }) => contacts.map((contact) => ({ recipient: id, contact }))),
    ...unidentified.flatMap(({ domain, contacts }) => contacts.map((contact) => ({ recipient: domain, contact }))),
    ...ownContacts.map((contact) => ({ recipient: null, contact })),
  ];
}

function sentIn(report: SiteReport): ReadonlyMap<string, number> {
  return new Map(contactsIn(report).map(({ contact }) => [contactKey(contact), contact.sent]));
}

export interface CookiesOfAnswers {
  /** Those that an answer of this host asked to set. */
  readonly byHost: ReadonlyMap<string, readonly ObservedCookie[]>;
  /** Those of scripts, those there before, and those of answers that are in no contact. */
  readonly others: readonly ObservedCookie[];
}

/** All cookies of a report, each once. */
export function cookiesOfAnswers(total: SiteReport | null): CookiesOfAnswers {
  const byHost = new Map<string, readonly ObservedCookie[]>();
  if (total === null) return { byHost, others: [] };
  const { processors, unidentified, ownCookies, otherCookies } = total;
  const all = [...processors, ...unidentified].flatMap(({ cookies }) => cookies);
  const reached = new Set(contactsIn(total).map(({ contact }) => contact.host));
  const others: ObservedCookie[] = [];
  for (const cookie of sorted(new Set([...all, ...ownCookies, ...otherCookies]))) {
    const { setBy, setByHost } = cookie;
    if (setBy !== 'http' || setByHost === undefined || !reached.has(setByHost)) others.push(cookie);
    else byHost.set(setByHost, [...(byHost.get(setByHost) ?? []), cookie]);
  }
  return { byHost, others };
}

function sorted(cookies: Iterable<ObservedCookie>): readonly ObservedCookie[] {
  const rank = ({ name, domain, path, partition }: ObservedCookie) => [name, domain, path, partition ?? ''].join('\n');
  return [...cookies].sort((one, other) => compareText(rank(one), rank(other)));
}
