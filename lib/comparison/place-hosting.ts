import type { Catalogue, HostingMatch } from '../catalogue/catalogue';
import type { Processor } from '../policy/schema';
import { type Place, placeService } from './place-contact';

/**
 * Whose doing a piece of hosting evidence is: its service's, as declared or not; but where that is undeclared and
 * another one on the same answer is known to deliver through it (GitHub Pages through Fastly), that one's. The site
 * chose the one and not the other.
 */
export function placeHosting(
  match: HostingMatch,
  all: readonly HostingMatch[],
  siteHost: string,
  processors: readonly Processor[],
  catalogue: Catalogue,
): Place {
  const place = placeService(match.service, siteHost, processors, catalogue);
  if (place.kind === 'declared') return place;
  const carrier = all.find(({ service, through = [] }) => service !== match.service && through.includes(match.service));
  return carrier === undefined ? place : placeService(carrier.service, siteHost, processors, catalogue);
}
