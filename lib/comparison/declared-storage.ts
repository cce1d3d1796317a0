import { matchesCookieName } from '../catalogue/cookie-name';
import type { ObservedCookie } from '../observation/observation';
import { matchesHostPattern } from '../party/host-pattern';
import type { DeviceStorage } from '../policy/schema';

/**
 * Whether a declared storage entry covers an observed cookie, by name and place.
 *
 * `*` is the site's own host; an entry without `domains` says nothing of the place and covers any. A cookie on
 * `a.example` reaches all hosts below it, so `*.a.example` covers it too. A name of wildcards alone would cover
 * whatever anyone sets, and covers nothing.
 */
export function coversCookie(entry: DeviceStorage, cookie: ObservedCookie): boolean {
  if (entry.type !== 'cookie' || !/[^*#]/.test(entry.identifier)) return false;
  if (!matchesCookieName(entry.identifier, cookie.name)) return false;
  if (entry.domains === undefined) return true;
  return entry.domains.some((pattern) =>
    pattern === '*'
      ? cookie.party === 'first-party'
      : matchesHostPattern(pattern, cookie.domain) || pattern === `*.${cookie.domain}`,
  );
}
