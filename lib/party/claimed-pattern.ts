import { baseOf, isWildcard, matchesHostPattern } from './host-pattern';
import { isIp } from './is-ip';
import { registrableDomainOf } from './registrable-domain';

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
