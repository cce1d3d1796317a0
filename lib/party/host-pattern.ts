import { isIp } from './is-ip';
import { registrableDomainOf } from './registrable-domain';

/**
 * Whether `pattern` covers `host` (as `hostOf` gives it): `a.example` is that host alone, `*.a.example` every host
 * below it and not itself. Whole labels only: `*.a.example` does not cover `nota.example`.
 */
export function matchesHostPattern(pattern: string, host: string): boolean {
  if (!isWildcard(pattern)) return pattern === host;
  const ending = pattern.slice(1);
  return host.length > ending.length && host.endsWith(ending) && !isIp(host);
}

/**
 * As `matchesHostPattern`, but never across a public suffix: `*.amazonaws.com` does not cover
 * `shop.s3.amazonaws.com`, which belongs to whoever rents it. For patterns that someone claims (a policy's).
 */
export function matchesClaimedPattern(pattern: string, host: string): boolean {
  if (!matchesHostPattern(pattern, host)) return false;
  return !isWildcard(pattern) || registrableDomainOf(baseOf(pattern)) === registrableDomainOf(host);
}

/**
 * Whether `pattern` names a public suffix or all that is below one (`com`, `*.co.uk`, `*.cloudfront.net`), that is,
 * hosts of people who have nothing to do with each other. Private suffixes count.
 */
export function coversPublicSuffix(pattern: string): boolean {
  const base = baseOf(pattern);
  if (isIp(base)) return false;
  if (registrableDomainOf(base) === null) return true;
  // Suffixes that are themselves wildcards in the list, such as *.compute.amazonaws.com.
  return isWildcard(pattern) && registrableDomainOf(`x.${base}`) === null;
}

/** How narrow a pattern is: of those that match one host, the greatest wins, and the host itself beats any wildcard. */
export function specificity(pattern: string): number {
  return baseOf(pattern).length;
}

function isWildcard(pattern: string): boolean {
  return pattern.startsWith('*.');
}

function baseOf(pattern: string): string {
  return isWildcard(pattern) ? pattern.slice(2) : pattern;
}
