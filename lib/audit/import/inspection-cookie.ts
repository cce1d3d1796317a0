import { cookiePlace, siteOfHost } from '../../observation/cookie-place';
import type { ObservedCookie } from '../../observation/observation';
import { hostOf } from '../../party/host';
import { partyOf } from '../../party/party-of';
import type { InspectionCookie } from './inspection-schema';

/**
 * A cookie of the tool's list, for a page on `host` whose visit began at `at` (epoch milliseconds).
 *
 * The tool strips the dot before a domain, so that a cookie for one host alone looks like one for all hosts below it.
 * One whose setting it did not see lay in the jar in the end: `earlier`. Lifetimes are those of the jar.
 */
export function inspectionCookie(
  cookie: InspectionCookie,
  { host, at }: { readonly host: string; readonly at: number },
): ObservedCookie {
  // Of one that a script set without a domain, the tool may name none.
  const place = cookiePlace(cookie.name, cookie.domain === '' ? host : cookie.domain.toLowerCase(), cookie.path);
  const lifetimeSeconds = lifetimeOf(cookie, at);
  const setter = setBy(cookie);
  return {
    ...place,
    hostOnly: false,
    party: partyOf(place.domain, host),
    ...setter,
    lifetimeSeconds,
    lifetimeIsStored: true,
    secure: cookie.secure ?? false,
    httpOnly: cookie.httpOnly ?? false,
    sameSite: sameSiteOf(cookie.sameSite),
    partition: partitionOf(cookie),
    deleted: lifetimeSeconds !== null && lifetimeSeconds <= 0,
    overwritten: 0,
    consent: 'unknown',
  };
}

function setBy({ log }: InspectionCookie): Pick<ObservedCookie, 'setBy' | 'setByHost'> {
  if (log?.type === 'Cookie.JS') return { setBy: 'script' };
  if (log?.type !== 'Cookie.HTTP') return { setBy: 'earlier' };
  const host = hostOf(log.stack?.[0]?.fileName ?? '');
  return { setBy: 'http', ...(host !== null && { setByHost: host }) };
}

function lifetimeOf({ expires, session }: InspectionCookie, at: number): number | null {
  if (session === true || expires === undefined || expires === -1) return null;
  const endsAt = typeof expires === 'number' ? expires * 1000 : Date.parse(expires);
  return Number.isFinite(endsAt) ? Math.max(0, Math.round((endsAt - at) / 1000)) : null;
}

function sameSiteOf(word: string | undefined): ObservedCookie['sameSite'] {
  const told = word?.toLowerCase();
  return told === 'none' || told === 'lax' || told === 'strict' ? told : 'unspecified';
}

function partitionOf({ partitionKey }: InspectionCookie): string | null {
  const site = typeof partitionKey === 'object' ? partitionKey.topLevelSite : (partitionKey ?? '');
  const host = hostOf(site);
  return host === null ? null : siteOfHost(host);
}
