import { hostOf } from '../party/host';
import { isIp } from '../party/is-ip';
import { partyOf } from '../party/party-of';
import type { FetchFailure } from './policy-state';

/**
 * Why `url` must not be fetched as the policy of the page at `pageUrl`, or `null` where it may.
 *
 * https only, http for `localhost` and `*.localhost`; the page's own host or one of the same registrable domain
 * (private suffixes count); never an IP address other than the page's own.
 */
export function targetRefusal(url: string, pageUrl: string): FetchFailure | null {
  const host = hostOf(url);
  const pageHost = hostOf(pageUrl);
  if (host === null || !isAllowedScheme(url, host)) return 'not-https';
  if (pageHost === null) return 'other-site';
  if (host !== pageHost && isIp(host)) return 'ip-address';
  return partyOf(host, pageHost) === 'first-party' ? null : 'other-site';
}

/** Whether the scheme of `url` may be fetched at all, wherever it leads. */
export function isAllowedScheme(url: string, host: string): boolean {
  const { protocol } = new URL(url);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && (host === 'localhost' || host.endsWith('.localhost'));
}
