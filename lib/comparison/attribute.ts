import type { Catalogue, HostingMatch } from '../catalogue/catalogue';
import type { Contact, Observation, ObservedCookie } from '../observation/observation';
import type { Processor } from '../policy/schema';
import { registrableDomainOf } from '../party/registrable-domain';
import { commonPlaces } from './common-places';
import { type Place, placeContact } from './place-contact';
import { placeHosting } from './place-hosting';
import { placeCookie } from './place-cookie';
import { isSetHere } from './set-here';

/** What shows a recipient at work. */
export type Evidence = Contact | HostingMatch | ObservedCookie;

/** What was seen of one recipient. */
export interface Seen {
  readonly contacts: Contact[];
  readonly cookies: ObservedCookie[];
  readonly hosting: HostingMatch[];
  /** Of `cookies`: those of this very service by our own rules, set while the page was open. They show it at work. */
  readonly cookiesSet: ObservedCookie[];
  /** For evidence that fits several declared processors: their positions. */
  readonly shared: Map<Evidence, readonly number[]>;
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
  const telling = tellingCookies(cookies, host, catalogue);
  const isPresent = (service: string) => services.has(service);
  const placeOfHost = commonPlaces(places);
  // Those that show a service at work come first: the others then find it present.
  for (const cookie of new Set([...telling, ...cookies])) {
    const place = placeCookie(cookie, processors, host, catalogue, { isPresent, telling, placeOfHost });
    if (place === null) (cookie.party === 'first-party' ? own.cookies : otherCookies).push(cookie);
    else for (const seen of seenAt(place)) noteCookie(seen, cookie, place, telling);
  }
  return { declared, services, unidentified, ownContacts: own.contacts, ownCookies: own.cookies, otherCookies };
}

/** The cookies that show their service at work: known by our own rules, and set while the page was open. */
function tellingCookies(
  cookies: readonly ObservedCookie[],
  host: string,
  catalogue: Catalogue,
): ReadonlySet<ObservedCookie> {
  const siteDomain = registrableDomainOf(host);
  const telling = cookies.filter((cookie) => {
    const match = isSetHere(cookie) ? catalogue.identifyCookie(cookie.name, cookie.domain, siteDomain) : null;
    return match !== null && match.operator === undefined; // someone else's may be there without the service
  });
  return new Set(telling);
}

/** Nothing seen yet. */
export function seenNothing(): Seen {
  return { contacts: [], cookies: [], cookiesSet: [], hosting: [], shared: new Map() };
}

function entryOf<Key>(entries: Map<Key, Seen>, key: Key): Seen {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const fresh = seenNothing();
  entries.set(key, fresh);
  return fresh;
}

function noteShared<Item extends Evidence>(seen: Seen, item: Item, place: Place): Item {
  if (place.kind === 'declared' && place.positions.length > 1) seen.shared.set(item, place.positions);
  return item;
}

function noteCookie(seen: Seen, cookie: ObservedCookie, place: Place, telling: ReadonlySet<ObservedCookie>): void {
  seen.cookies.push(cookie);
  if (telling.has(cookie)) seen.cookiesSet.push(noteShared(seen, cookie, place));
}
