import type { Contact } from '../observation/observation';
import type { Place } from './place-contact';

/** Answers where the third parties' contacts with a domain and the hosts below it went, if all went to one place. */
export function commonPlaces(places: ReadonlyMap<Contact, Place>): (domain: string) => Place | null {
  const byDomain = new Map<string, Map<string, Place>>();
  for (const [{ host, party }, place] of places) {
    if (party !== 'third-party') continue;
    const key = JSON.stringify(place);
    for (const domain of withParents(host)) {
      const known = byDomain.get(domain) ?? new Map<string, Place>();
      byDomain.set(domain, known.set(key, place));
    }
  }
  return (domain) => {
    const [first, other] = byDomain.get(domain)?.values() ?? [];
    return other === undefined ? (first ?? null) : null;
  };
}

/** `a.b.example` → itself, `b.example`, `example`. */
function withParents(host: string): readonly string[] {
  const labels = host.split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
}
