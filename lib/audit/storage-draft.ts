import * as v from 'valibot';
import type { Service } from '../catalogue/catalogue';
import { matchesCookieName } from '../catalogue/cookie-name';
import type { ObservedCookie, ObservedStore } from '../observation/observation';
import { coversPublicSuffix } from '../party/claimed-pattern';
import { scalars } from '../policy/scalars';
import type { DeviceStorage } from '../policy/schema';

/** Most entries of one list in the format. */
export const maxStorage = 200;
const longestSeconds = 3_153_600_000;

/** Whether it lies in the browser because of this visit, as far as can be told; what was taken away again does not. */
export function isToDeclare({ deleted, removedBy, notKept, setBy, party, partition }: ObservedCookie): boolean {
  if ((deleted && removedBy !== 'expiry') || notKept === true) return false;
  return setBy !== 'earlier' || party === 'first-party' || partition !== null;
}

/**
 * The entries that declare these cookies, each once: by the name that the catalogue has for them, else by their own.
 * The longest life that was seen; none is stated where only what was left of it was seen.
 */
export function cookieEntries(cookies: readonly ObservedCookie[], service: Service | null): readonly DeviceStorage[] {
  const entries = new Map<string, DeviceStorage>();
  for (const cookie of cookies) {
    const identifier = identifierOf(cookie, service);
    if (!isIdentifier(identifier)) continue;
    const domains = cookie.party === 'first-party' ? ['*'] : [cookie.domain].filter(isPattern);
    const key = JSON.stringify([identifier, domains]);
    const maxAge = longer(entries.get(key)?.maxAgeSeconds, maxAgeOf(cookie));
    const entry: DeviceStorage = { identifier, type: 'cookie' };
    const age = maxAge === undefined ? {} : { maxAgeSeconds: maxAge };
    entries.set(key, { ...entry, ...age, ...(domains.length > 0 && { domains }) });
  }
  return [...entries.values()].slice(0, maxStorage);
}

/** The entries that declare these keys. Web storage has no duration (`null`); a key that was cut is told by its start. */
export function keyEntries(
  { party, origin }: Pick<ObservedStore, 'party' | 'origin'>,
  keys: readonly string[],
): readonly DeviceStorage[] {
  const host = URL.parse(origin)?.hostname ?? '';
  const domains = party === 'first-party' ? ['*'] : [host].filter(isPattern);
  const identifiers = new Set(keys.map((key) => key.replaceAll(/…+@?…*/g, '*')).filter(isIdentifier));
  return [...identifiers].map((identifier) => {
    const entry: DeviceStorage = { identifier, type: 'web', maxAgeSeconds: null };
    return { ...entry, ...(domains.length > 0 && { domains }) };
  });
}

/** Whether the format takes it as a host pattern. */
export function isPattern(host: string): boolean {
  return v.is(scalars.hostPattern, host) && !coversPublicSuffix(host);
}

/** Whether an entry of this name covers something: one of wildcards alone covers nothing. */
export function isIdentifier(name: string): boolean {
  return v.is(scalars.identifier, name) && /[^*#]/.test(name);
}

function identifierOf({ name }: ObservedCookie, service: Service | null): string {
  return service?.cookies.find((rule) => matchesCookieName(rule.name, name))?.name ?? name;
}

/** As IAB TCF: 0 is a session cookie. */
function maxAgeOf({ lifetimeSeconds, setBy }: ObservedCookie): number | undefined {
  if (setBy === 'earlier') return undefined;
  return Math.min(longestSeconds, Math.max(0, Math.round(lifetimeSeconds ?? 0)));
}

function longer(one: number | null | undefined, other: number | undefined): number | undefined {
  if (one === undefined || one === null) return other;
  return other === undefined ? one : Math.max(one, other);
}
