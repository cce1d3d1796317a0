import type { AuditPage } from '../audit/audit-report';
import { type Contact, type ObservedCookie, type RequestType, requestTypes } from '../observation/observation';
import type { CookiesOfAnswers, SumOfContact } from './audit-har-sums';
import { safePageUrl, safeUrl } from './safe-url';
import { contactAsJson, cookieAsJson, isoTime } from './seen-json';

export type HarEntry = ReturnType<typeof entryOf>;

/** Entries for all pages and contacts, in no order of time. What an answer set stands at the first one of its host. */
export function harEntries(
  pages: readonly AuditPage[],
  sums: readonly SumOfContact[],
  { byHost }: CookiesOfAnswers,
): readonly HarEntry[] {
  const places = pages.flatMap(placeOf);
  const owners = new Map(sums.filter(asksForPages).map((sum) => [sum.contact.host, sum]));
  const firstOf = new Map(sums.toReversed().map(({ contact, number }) => [contact.host, number]));
  const known = places.filter(({ host }) => !owners.has(host)).map((place) => entryOf(place, null, []));
  const of = (sum: SumOfContact) => {
    const own = owners.get(sum.contact.host) === sum ? places.filter(({ host }) => host === sum.contact.host) : [];
    const cookies = firstOf.get(sum.contact.host) === sum.number ? (byHost.get(sum.contact.host) ?? []) : [];
    return [...own, ...addressesOf(sum.contact, own)].map((place, at) => entryOf(place, sum, at === 0 ? cookies : []));
  };
  return [...known, ...sums.flatMap(of)];
}

export const pageId = (at: number): string => `page_${at + 1}`;

/** For a time that no clock shows: an entry must have one. */
export const noClock = '1970-01-01T00:00:00.000Z';

/** What an entry is about. */
interface Place {
  readonly url: string;
  readonly host: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly type?: string;
  readonly pageref?: string;
  /** The path is not known. */
  readonly isHostAlone?: true;
}

function placeOf({ url, startedAt }: AuditPage, at: number): readonly Place[] {
  const parsed = URL.parse(safePageUrl(url));
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return [];
  return [{ url: safePageUrl(url), host: parsed.hostname, at: startedAt, type: 'document', pageref: pageId(at) }];
}

const asksForPages = ({ contact }: SumOfContact) =>
  contact.party === 'first-party' && (contact.types.main_frame ?? 0) > 0;

/** The addresses that are kept of a contact, but for those of the pages themselves; its host where there are none. */
function addressesOf(contact: Contact, pages: readonly Place[]): readonly Place[] {
  const { host, firstAt: at, unencrypted } = contact;
  const [first = 'other', ...others] = requestTypes.filter((type) => (contact.types[type] ?? 0) > 0);
  const isOneType = others.length === 0;
  if (pages.length > 0 && isOneType && first === 'main_frame') return [];
  // Which address was asked for as what is not kept.
  const type = isOneType ? { type: typeNames[first] } : {};
  const own = new Set(pages.map(({ url }) => url));
  const samples = contact.samples
    .map(safeUrl)
    .filter((url) => /^(https?|wss?):\/\//.test(url) && URL.canParse(url) && !own.has(safePageUrl(url)));
  if (samples.length > 0) return samples.map((url) => ({ url, host, at, ...type }));
  const alone = URL.parse(`${unencrypted ? 'http' : 'https'}://${host}/`);
  return alone?.hostname === host ? [{ url: alone.href, host, at, ...type, isHostAlone: true }] : [];
}

/** As Chrome names them. A page's own request to another host, on its way, is no document of a frame. */
const typeNames: Readonly<Record<RequestType, string>> = {
  main_frame: 'other',
  sub_frame: 'document',
  script: 'script',
  stylesheet: 'stylesheet',
  image: 'image',
  font: 'font',
  media: 'media',
  object: 'other',
  xmlhttprequest: 'xhr',
  ping: 'ping',
  csp_report: 'csp-violation-report',
  websocket: 'websocket',
  webtransport: 'webtransport',
  other: 'other',
};

const notKnown = { httpVersion: 'unknown', headers: [], headersSize: -1, bodySize: -1 } as const;

function entryOf(place: Place, sum: SumOfContact | null, cookies: readonly ObservedCookie[]) {
  const { url, at, type, pageref } = place;
  const contact = sum?.contact ?? null;
  const error = contact !== null && outcomeOf(contact) !== 'sent' ? Object.keys(contact.errors)[0] : undefined;
  return {
    ...(pageref !== undefined && { pageref }),
    startedDateTime: isoTime(at) ?? noClock,
    time: 0,
    request: { method: '', url, ...notKnown, cookies: [] },
    response: {
      ...{ status: 0, statusText: '', ...notKnown, cookies: cookies.map((cookie) => cookieOf(cookie, at)) },
      ...{ content: { size: 0, mimeType: 'x-unknown' }, redirectURL: '' },
      ...(error !== undefined && { _error: error }),
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    ...(type !== undefined && { _resourceType: type }),
    _candor: sumAsJson(place, sum),
  };
}

function sumAsJson({ isHostAlone }: Place, sum: SumOfContact | null) {
  if (sum === null) return { contact: null, outcome: 'listed' };
  const { samples: _samples, ...told } = contactAsJson(sum.contact);
  const { number, recipients, sentByScenario } = sum;
  return {
    contact: number,
    outcome: outcomeOf(sum.contact),
    isHostAlone: isHostAlone ?? false,
    recipients,
    ...told,
    sentByScenario,
  };
}

/** The one that says most; `readHar` goes by it. */
function outcomeOf({ sent, listed, stopped }: Contact): 'sent' | 'listed' | 'stopped' | 'failed' {
  if (sent > 0) return 'sent';
  if (listed > 0) return 'listed';
  return stopped > 0 ? 'stopped' : 'failed';
}

/** When it ends is counted from its host's first request. */
function cookieOf(cookie: ObservedCookie, at: number) {
  const { name, path, domain, hostOnly, lifetimeSeconds, httpOnly, secure, sameSite } = cookie;
  const expires = lifetimeSeconds === null ? null : isoTime(at + lifetimeSeconds * 1000);
  return {
    ...{ name, value: '', path, ...(!hostOnly && { domain }), ...(expires !== null && { expires }), httpOnly, secure },
    ...(sameSite !== 'unspecified' && { sameSite }),
    _candor: cookieAsJson(cookie),
  };
}
