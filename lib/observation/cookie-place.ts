import { registrableDomainOf } from '../party/registrable-domain';

/** Where one cookie lies: one name on one domain and path. */
export interface CookiePlace {
  readonly name: string;
  /** No leading dot. */
  readonly domain: string;
  readonly path: string;
}

/** Of names and paths this much is kept: whatever is longer carries data of its own, and it must not fill the memory. */
const longestText = 256;

export function cookiePlace(name: string, domain: string, path: string): CookiePlace {
  return { name: name.slice(0, longestText), domain: domain.replace(/^\./, ''), path: path.slice(0, longestText) };
}

/** The same for the same cookie, whatever partition it is in. No part of it can hold a line feed. */
export function placeKey({ name, domain, path }: CookiePlace): string {
  return `${domain}\n${path}\n${name}`;
}

/** One cookie is one name on one domain and path, in one partition. */
export function cookieKey(cookie: CookiePlace & { readonly partition: string | null }): string {
  return `${placeKey(cookie)}\n${cookie.partition ?? ''}`;
}

/** The site whose partition a page's cookies are in. */
export function siteOfHost(host: string): string {
  return registrableDomainOf(host) ?? host;
}
