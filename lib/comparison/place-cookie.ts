import type { Catalogue } from '../catalogue/catalogue';
import type { ObservedCookie } from '../observation/observation';
import { registrableDomainOf } from '../party/registrable-domain';
import type { Processor } from '../policy/schema';
import { declaredForHost } from './declared-for';
import { coversCookie } from './declared-storage';
import { type Place, placeService } from './place-contact';

/**
 * Whose cookie it is: our own rule first, then what the policy's `storage` claims, then whoever was contacted on the
 * host it sits on; `null` where nobody claims it.
 *
 * A service that is neither declared nor otherwise seen on the page gets no row for a cookie alone that lay there
 * before: it may be a left-over. One that was set meanwhile is no left-over. `isPresent` tells which services have a
 * row, `telling` are the cookies that show theirs at work, `placeOfHost` where contacts with a host went.
 */
export function placeCookie(
  cookie: ObservedCookie,
  processors: readonly Processor[],
  siteHost: string,
  catalogue: Catalogue,
  seen: SeenElsewhere,
): Place | null {
  const { name, domain } = cookie;
  const match = catalogue.identifyCookie(name, domain, registrableDomainOf(siteHost));
  if (match !== null) {
    const place = placeService(match.service, domain, processors, catalogue);
    if (place.kind === 'declared') return { ...place, positions: narrowed(place.positions, processors, cookie) };
    return seen.isPresent(match.service) || seen.telling.has(cookie) ? place : null;
  }
  const claiming = [...processors.keys()].filter((at) => isListed(processors[at], cookie));
  if (claiming.length > 0) return { kind: 'declared', positions: claiming };
  if (cookie.party === 'first-party') return null;
  const byDomain = declaredForHost(processors, domain, catalogue);
  return byDomain.length > 0 ? { kind: 'declared', positions: byDomain } : seen.placeOfHost(domain);
}

interface SeenElsewhere {
  readonly isPresent: (service: string) => boolean;
  readonly telling: ReadonlySet<ObservedCookie>;
  readonly placeOfHost: (domain: string) => Place | null;
}

function narrowed(positions: readonly number[], processors: readonly Processor[], cookie: ObservedCookie) {
  const listing = positions.filter((at) => isListed(processors[at], cookie));
  return listing.length > 0 ? listing : positions;
}

function isListed(processor: Processor | undefined, cookie: ObservedCookie): boolean {
  return (processor?.storage ?? []).some((entry) => coversCookie(entry, cookie));
}
