import type { Contact } from './observation';
import { untouched } from './record-contact';

/** What most contacts have alike: left out of what is stored, which halves it, and put back when it is read. */
const usual = { ...untouched, rule: null, service: null, broughtInBy: null, startedBy: 'page' } as const;

/** A contact without what is usual. */
export function storedContact(contact: Contact): Partial<Contact> {
  return Object.fromEntries(Object.entries(contact).filter(([name, value]) => !isUsual(name, value)));
}

/** The whole contact again, of whatever was stored. */
export function wholeContact(stored: object): object {
  return { ...usual, ...stored };
}

function isUsual(name: string, value: unknown): boolean {
  if (!Object.hasOwn(usual, name)) return false;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === usual[name as keyof typeof usual];
}
