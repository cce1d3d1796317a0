import type { Contact } from '../observation/observation';

const maxSamples = 5;
const maxNames = 20;

/** One contact for each host, rule, frame and starter, with the counts of all; sorted, so that two walks give one list. */
export function mergeContacts(contacts: readonly Contact[]): readonly Contact[] {
  const merged = new Map<string, Contact>();
  for (const contact of contacts) {
    const key = contactKey(contact);
    const known = merged.get(key);
    merged.set(key, known === undefined ? contact : added(known, contact));
  }
  return [...merged].sort(([one], [other]) => compareText(one, other)).map(([, contact]) => contact);
}

export function contactKey({ host, rule, service, party, broughtInBy, startedBy }: Contact): string {
  return [host, rule ?? '', service ?? '', party, broughtInBy ?? '', startedBy].join('|');
}

/** By code units: the same on every machine. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function added(one: Contact, other: Contact): Contact {
  return {
    ...one,
    sent: one.sent + other.sent,
    stopped: one.stopped + other.stopped,
    failed: one.failed + other.failed,
    listed: one.listed + other.listed,
    types: sums(one.types, other.types),
    firstAt: Math.min(one.firstAt, other.firstAt),
    lastAt: Math.max(one.lastAt, other.lastAt),
    samples: union(one.samples, other.samples, maxSamples),
    redirectedTo: union(one.redirectedTo, other.redirectedTo, maxNames),
    errors: sums(one.errors, other.errors),
    propertyIds: union(one.propertyIds, other.propertyIds, maxNames),
    unencrypted: one.unencrypted || other.unencrypted,
    byConsent: sums(one.byConsent, other.byConsent),
    cookieless: sums(one.cookieless, other.cookieless),
    emailsInUrl: one.emailsInUrl + other.emailsInUrl,
  };
}

function sums<T extends Readonly<Partial<Record<string, number>>>>(one: T, other: T): T {
  const all: Record<string, number | undefined> = { ...one };
  for (const [key, count = 0] of Object.entries(other)) all[key] = (all[key] ?? 0) + count;
  return all as T;
}

function union(one: readonly string[], other: readonly string[], most: number): readonly string[] {
  return [...new Set([...one, ...other])].sort(compareText).slice(0, most);
}
