import { type ObservedConsent, consentStates } from '../consent/consent';
import type { Contact, ObservedCookie, ObservedForm, ObservedStore } from '../observation/observation';
import { safeUrl } from './safe-url';

export function contactAsJson(contact: Contact) {
  return {
    host: contact.host,
    rule: contact.rule,
    service: contact.service,
    party: contact.party,
    broughtInBy: contact.broughtInBy,
    startedBy: contact.startedBy,
    sent: contact.sent,
    stopped: contact.stopped,
    failed: contact.failed,
    listed: contact.listed,
    types: contact.types,
    firstAt: isoTime(contact.firstAt),
    lastAt: isoTime(contact.lastAt),
    samples: contact.samples.map(safeUrl),
    redirectedTo: contact.redirectedTo.map(safeUrl),
    errors: contact.errors,
    propertyIds: contact.propertyIds,
    unencrypted: contact.unencrypted,
    emailsInUrl: contact.emailsInUrl,
    byConsent: stateCounts(contact.byConsent),
    cookieless: stateCounts(contact.cookieless),
  };
}

export function cookieAsJson(cookie: ObservedCookie) {
  return {
    name: cookie.name,
    domain: cookie.domain,
    path: cookie.path,
    hostOnly: cookie.hostOnly,
    party: cookie.party,
    setBy: cookie.setBy,
    setByHost: cookie.setByHost,
    lifetimeSeconds: cookie.lifetimeSeconds,
    lifetimeIsStored: cookie.lifetimeIsStored,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite,
    partition: cookie.partition,
    deleted: cookie.deleted,
    consent: cookie.consent,
    removedBy: cookie.removedBy ?? null,
    notKept: cookie.notKept ?? false,
    overwritten: cookie.overwritten,
  };
}

export function formAsJson({ host, party, isEncrypted, method, frameOf, inPage, sent }: ObservedForm) {
  return { host, party, isEncrypted, method, frameOf, inPage, sent };
}

export function storeAsJson({ kind, origin, party, keys, more }: ObservedStore) {
  return { kind, origin, party, keys, more };
}

export function consentAsJson({ state, isPartial, managers, signals, gpc }: ObservedConsent) {
  const told = signals.map(({ at, ...signal }) => {
    const { state: says, isPartial: isPart, source, manager, evidence, since } = signal;
    return { at: isoTime(at), state: says, isPartial: isPart, source, manager, evidence, since };
  });
  return { state, isPartial, managers, gpc, signals: told };
}

function stateCounts(counts: Contact['byConsent']) {
  return Object.fromEntries(consentStates.flatMap((state) => (counts[state] ? [[state, counts[state]]] : [])));
}

export function gapsAsJson(gaps: readonly { readonly reason: string; readonly at: number }[]) {
  return gaps.map(({ reason, at }) => ({ reason, at: isoTime(at) }));
}

/** `null` for a time that no clock shows. */
export function isoTime(at: number): string | null {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
