import type { ContactEvidence, CookieEvidence } from '../comparison/seen-evidence';
import { safeUrl } from './safe-url';
import { isoTime } from './seen-json';

/** A contact in one line of `name=value`; what is not known, or none, is left out. */
export function contactText({ contact, match, redirectedFrom = [] }: ContactEvidence): string {
  const { host, rule, broughtInBy, startedBy, sent, stopped, failed, listed, samples } = contact;
  return [
    ...['contact', host, `sent=${sent} stopped=${stopped} failed=${failed} listed=${listed}`],
    ...[sums('types', contact.types), sums('consent', contact.byConsent), sums('errors', contact.errors)],
    ...[`first=${isoTime(contact.firstAt) ?? ''} last=${isoTime(contact.lastAt) ?? ''}`, `startedBy=${startedBy}`],
    ...[named('broughtInBy', broughtInBy), named('rule', rule), named('trust', match?.trust)],
    ...redirectedFrom.map((from) => named('redirectedFrom', from)),
    ...contact.redirectedTo.map((to) => named('redirectedTo', safeUrl(to))),
    ...samples.slice(0, 1).map(safeUrl),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** As `contactText`, of a cookie. */
export function cookieText({ cookie, match }: CookieEvidence): string {
  const { name, domain, path, setBy, setByHost, lifetimeSeconds, consent } = cookie;
  return [
    ...['cookie', name, `${domain}${path}`, `setBy=${setBy}`, named('setByHost', setByHost)],
    ...[`lifetimeSeconds=${lifetimeSeconds ?? 'session'}`, `consent=${consent}`],
    ...[named('rule', match?.rule), named('trust', match?.trust)],
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function named(name: string, value: string | null | undefined): string {
  return value === null || value === undefined ? '' : `${name}=${value}`;
}

function sums(name: string, counts: Readonly<Partial<Record<string, number>>>): string {
  const told = Object.entries(counts).map(([key, count]) => `${key}:${count}`);
  return told.length === 0 ? '' : `${name}=${told.join(',')}`;
}
