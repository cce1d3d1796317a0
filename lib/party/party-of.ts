import { registrableDomainOf } from './registrable-domain';

/** Of a request, never a legal role. */
export type PartyOfRequest = 'first-party' | 'third-party';

/**
 * Whether a request to `requestHost` from a page on `topHost` stays within one registrable domain.
 *
 * Both are hosts as `hostOf` gives them. Hosts without a registrable domain (IP addresses, `localhost`, bare
 * public suffixes) are first-party only to themselves.
 */
export function partyOf(requestHost: string, topHost: string): PartyOfRequest {
  if (requestHost === topHost) return 'first-party';
  const domain = registrableDomainOf(requestHost);
  return domain !== null && domain === registrableDomainOf(topHost) ? 'first-party' : 'third-party';
}
