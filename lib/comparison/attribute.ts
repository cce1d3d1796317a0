import type { Catalogue, HostingMatch } from '../catalogue/catalogue';
import type { Contact, Observation, ObservedCookie } from '../observation/observation';
import type { Processor } from '../policy/schema';
import { type Place, placeContact } from './place-contact';
import { placeHosting } from './place-hosting';
import { placeCookie } from './place-cookie';

/** What was seen of one recipient. */
export interface Seen {
  readonly contacts: Contact[];
  readonly cookies: ObservedCookie[];
  readonly hosting: HostingMatch[];
  /** For evidence that fits several declared processors: their positions. */
  readonly shared: Map<Contact | HostingMatch, readonly number[]>;
}

export interface Attribution {
  /** By position in the policy's `processors`. */
  readonly declared: ReadonlyMap<number, Seen>;
  /** Known services that no declared processor is, by catalogue id. */
  readonly services: ReadonlyMap<string, Seen>;
  /** By registrable domain or host. */
  readonly unidentified: ReadonlyMap<string, Seen>;
  readonly ownContacts: readonly Contact[];
  readonly ownCookies: readonly ObservedCookie[];
  readonly otherCookies: readonly ObservedCookie[];
}

/**
 * Sorts all that was observed under those it belongs to. Nothing is dropped: each contact and cookie ends in one
 * place, or with each of the declared processors that it fits equally well.
 */
export function attribute(
  { contacts, cookies, hosting, host }: Pick<Observation, 'contacts' | 'cookies' | 'hosting' | 'host'>,
  processors: readonly Processor[],
  catalogue: Catalogue,
): Attribution {
  const declared = new Map<number, Seen>();
  const services = new Map<string, Seen>();
  const unidentified = new Map<string, Seen>();
  const own = seenNothing();
  const seenAt = (place: Place): readonly Seen[] => {
    if (place.kind === 'declared') return place.positions.map((at) => entryOf(declared, at));
    if (place.kind === 'service') return [entryOf(services, place.id)];
    return [place.kind === 'own' ? own : entryOf(unidentified, place.domain)];
  };

  const places = new Map<Contact, Place>();
  for (const contact of contacts) {
    const place = placeContact(contact, processors, host, catalogue);
    places.set(contact, place);
    for (const seen of seenAt(place)) seen.contacts.push(noteShared(seen, contact, place));
  }
  for (const match of hosting) {
    const place = placeHosting(match, hosting, host, processors, catalogue);
    for (const seen of seenAt(place)) seen.hosting.push(noteShared(seen, match, place));
  }

  const otherCookies: ObservedCookie[] = [];
  const isPresent = (service: string) => services.has(service);
  const placeOfHost = (domain: string) => commonPlace(places, domain);
  for (const cookie of cookies) {
    const place = placeCookie(cookie, processors, host, catalogue, { isPresent, placeOfHost });
    if (place !== null) for (const seen of seenAt(place)) seen.cookies.push(cookie);
    else (cookie.party === 'first-party' ? own.cookies : otherCookies).push(cookie);
  }
  return { declared, services, unidentified, ownContacts: own.contacts, ownCookies: own.cookies, otherCookies };
}

/** Nothing seen yet. */
export function seenNothing(): Seen {
  return { contacts: [], cookies: [], hosting: [], shared: new Map() };
}

function entryOf<Key>(entries: Map<Key, Seen>, key: Key): Seen {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const fresh = seenNothing();
  entries.set(key, fresh);
  return fresh;
}

function noteShared<Item extends Contact | HostingMatch>(seen: Seen, item: Item, place: Place): Item {
  if (place.kind === 'declared' && place.positions.length > 1) seen.shared.set(item, place.positions);
  return item;
}

/** Where the contacts with `domain` and hosts below it went, if all went to one place. */
function commonPlace(places: ReadonlyMap<Contact, Place>, domain: string): Place | null {
  const found = new Map<string, Place>();
  for (const [{ host, party }, place] of places) {
    const isThere = host === domain || host.endsWith(`.${domain}`);
    if (isThere && party === 'third-party') found.set(JSON.stringify(place), place);
  }
  const [first] = found.values();
  return found.size === 1 && first !== undefined ? first : null;
}
