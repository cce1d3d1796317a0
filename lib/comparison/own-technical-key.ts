import { isOwnTechnicalCookie } from './own-technical-cookie';

/**
 * Whether a name in web storage is, by itself, one of the site's session, CSRF, language or consent entries: as
 * `isOwnTechnicalCookie` has it for cookies, and the names of a consent tool that keeps the choice there alone.
 * A name is no proof of use, so this only keeps a finding from being raised.
 *
 * Source for Usercentrics: its names as public repositories read them, 2026-11-23.
 */
export function isOwnTechnicalKey(key: string): boolean {
  if (/^uc(_[a-z]|Data|String)/.test(key)) return true;
  return isOwnTechnicalCookie({ name: key, party: 'first-party', httpOnly: false });
}
