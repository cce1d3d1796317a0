import type { Contact } from '../observation/observation';

export interface Sums {
  readonly sent: number;
  readonly stopped: number;
  readonly failed: number;
  readonly listed: number;
}

/** Requests of several contacts, added up. */
export function sumsOf(contacts: readonly Contact[]): Sums {
  const sum = (key: keyof Sums) => contacts.reduce((total, contact) => total + contact[key], 0);
  return { sent: sum('sent'), stopped: sum('stopped'), failed: sum('failed'), listed: sum('listed') };
}

/**
 * The third party whose frame brought all of these in; `null` where the page itself started one, or there are none.
 * Where several did, the first.
 */
export function broughtInBy(contacts: readonly Contact[]): string | null {
  if (contacts.some((contact) => contact.broughtInBy === null)) return null;
  return contacts[0]?.broughtInBy ?? null;
}
