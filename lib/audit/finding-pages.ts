import type { Evidence, Finding } from '../comparison/site-report';
import type { Contact, Observation, ObservedCookie, ObservedForm, ObservedStore } from '../observation/observation';
import { contactKey } from './merge-contacts';
import { cookieKey } from './merge-cookies';

/** Pages on which the evidence of a finding was seen; none for what no page shows, such as the policy itself. */
export interface FindingPages {
  /** The first of them, without query values and fragment, each once, in the order of the walk. */
  readonly pages: readonly string[];
  /** How many more there are. */
  readonly morePages: number;
}

const mostPages = 10;

/** Answers the pages of a finding; the pages are looked through once, not for each finding. */
export function findingPages(seen: readonly Observation[]): (finding: Finding) => FindingPages {
  const urls = [...new Set(seen.map(({ url }) => url))];
  const places = new Map(urls.map((url, place) => [url, place]));
  const index = new Map<string, Set<number>>();
  for (const observation of seen) {
    const place = places.get(observation.url) ?? 0;
    for (const key of keysOf(observation)) index.set(key, (index.get(key) ?? new Set<number>()).add(place));
  }
  return ({ evidence }) => {
    const found = evidence.flatMap(keysOfPiece).flatMap((key) => [...(index.get(key) ?? [])]);
    const pages = [...new Set(found)].sort((one, other) => one - other).map((place) => urls[place] ?? '');
    return { pages: pages.slice(0, mostPages), morePages: Math.max(0, pages.length - mostPages) };
  };
}

function keysOf({ contacts, cookies, forms, stores }: Observation): readonly string[] {
  return [
    ...contacts.map(keyOfContact),
    ...cookies.map(keyOfCookie),
    ...forms.map(keyOfForm),
    ...(stores ?? []).flatMap(keysOfStore),
  ];
}

function keysOfPiece(piece: Evidence): readonly string[] {
  if (piece.kind === 'contact') return [keyOfContact(piece.contact)];
  if (piece.kind === 'cookie') return [keyOfCookie(piece.cookie)];
  if (piece.kind === 'form') return [keyOfForm(piece.form)];
  return piece.kind === 'store' ? keysOfStore(piece.store) : [];
}

/** Without rule and service: another name of a host may have told these of the whole, and not of the page. */
function keyOfContact(contact: Contact): string {
  const isOwn = contact.party === 'first-party';
  return `contact|${contactKey(isOwn ? { ...contact, rule: null, service: null } : contact)}`;
}

const keyOfCookie = (cookie: ObservedCookie): string => `cookie|${cookieKey(cookie)}`;

const keyOfForm = ({ host, method, isEncrypted, frameOf }: ObservedForm): string =>
  ['form', host, method, isEncrypted, frameOf ?? ''].join('|');

const keysOfStore = ({ kind, origin, keys }: ObservedStore): readonly string[] =>
  keys.map((key) => ['store', kind, origin, key].join('|'));
