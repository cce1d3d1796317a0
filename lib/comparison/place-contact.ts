import type { Catalogue } from '../catalogue/catalogue';
import type { Contact } from '../observation/observation';
import { registrableDomainOf } from '../party/registrable-domain';
import type { Processor } from '../policy/schema';
import { declaredForHost, declaredForService } from './declared-for';

/** Whose something is. `declared` with several positions means "one of" them. */
export type Place =
  | { readonly kind: 'declared'; readonly positions: readonly number[] }
  | { readonly kind: 'service'; readonly id: string }
  | { readonly kind: 'unidentified'; readonly domain: string }
  | { readonly kind: 'own' };

/**
 * Whose recipient a contact is: our own rule first, then the policy's `domains` (never on hosts that many share),
 * then the site itself, then nobody known, by registrable domain or host.
 *
 * `processors` are those of a policy in force, `siteHost` is the page's own host.
 */
export function placeContact(
  contact: Pick<Contact, 'host' | 'service' | 'party'>,
  processors: readonly Processor[],
  siteHost: string,
  catalogue: Catalogue,
): Place {
  const { host, service, party } = contact;
  const claiming = declaredForHost(processors, host, catalogue);
  // Whoever rents a host is the recipient; where the policy does not say who, it is the one who lets it.
  const isClaimed = claiming.length > 0 && party === 'third-party' && isLet(service, catalogue);
  if (service !== null && !isClaimed) return placeService(service, host, processors, catalogue);
  if (party === 'third-party') {
    if (claiming.length > 0) return { kind: 'declared', positions: claiming };
    return { kind: 'unidentified', domain: registrableDomainOf(host) ?? host };
  }
  // A subdomain that the policy names outright is a recipient under the site's name; a wildcard over the site is not.
  const named = claiming.filter((at) => processors[at]?.domains?.includes(host));
  return named.length > 0 && host !== siteHost ? { kind: 'declared', positions: named } : { kind: 'own' };
}

/** Hosts of this service are let to others: `shop.netlify.app` is not Netlify's own. */
function isLet(service: string | null, catalogue: Catalogue): boolean {
  return service !== null && catalogue.service(service)?.observable === 'first-party';
}

/** Whose recipient something of a catalogue service is. */
export function placeService(
  service: string,
  host: string,
  processors: readonly Processor[],
  catalogue: Catalogue,
): Place {
  const positions = declaredForService(processors, service, host, catalogue);
  return positions.length > 0 ? { kind: 'declared', positions } : { kind: 'service', id: service };
}
