import { getDomain } from 'tldts';

declare const brand: unique symbol;

/** Public suffix plus one label (`example.co.uk`), private suffixes included (`a.github.io`). Only `lib/party` makes one. */
export type RegistrableDomain = string & { readonly [brand]: 'RegistrableDomain' };

/**
 * The registrable domain of `host`, or `null` for an IP address, a single label or a bare public suffix.
 *
 * `host` is a lower-case ASCII host as `new URL(…).hostname` gives it (tldts passes other characters through).
 */
export function registrableDomainOf(host: string): RegistrableDomain | null {
  return getDomain(host, { allowPrivateDomains: true, validateHostname: true }) as RegistrableDomain | null;
}
