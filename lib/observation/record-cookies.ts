import type { ResponseHeader } from '../catalogue/catalogue';
import { partyOf } from '../party/party-of';
import { registrableDomainOf } from '../party/registrable-domain';
import { type DocumentLedger, ledgerLimits } from './document-ledger';
import type { ObservedCookie } from './observation';
import { parseSetCookie, setCookieLines } from './set-cookie';

/** Notes the cookies that a response sets: name, place, lifetime and flags, never a value. */
export function recordCookies(
  ledger: DocumentLedger,
  url: string,
  headers: readonly ResponseHeader[],
  at: number,
): void {
  for (const { name, value } of headers) {
    if (name !== 'set-cookie') continue;
    for (const line of setCookieLines(value)) recordCookie(ledger, new URL(url), line, at);
  }
}

/** One cookie is one name on one domain and path, in one partition. */
export function cookieKey({ name, domain, path, partition }: Omit<ObservedCookie, 'setBy'>): string {
  return `${name}|${domain}|${path}|${partition ?? ''}`;
}

function recordCookie(ledger: DocumentLedger, { hostname: host, pathname }: URL, line: string, at: number): void {
  const set = parseSetCookie(line, at);
  if (set === null) return;
  const domain = set.domain ?? host;
  if (domain !== host && !host.endsWith(`.${domain}`)) return; // a browser refuses it
  const cookie: ObservedCookie = {
    name: set.name,
    domain,
    path: set.path ?? defaultPath(pathname),
    hostOnly: set.domain === null,
    party: partyOf(domain, ledger.host),
    setBy: 'http',
    setByHost: host,
    lifetimeSeconds: set.lifetimeSeconds,
    lifetimeIsStored: false,
    secure: set.secure,
    httpOnly: set.httpOnly,
    sameSite: set.sameSite,
    partition: set.partitioned ? (registrableDomainOf(ledger.host) ?? ledger.host) : null,
    deleted: set.lifetimeSeconds !== null && set.lifetimeSeconds <= 0,
    overwritten: 0,
    consent: ledger.consent.state,
  };
  const key = cookieKey(cookie);
  if (key in ledger.cookies || Object.keys(ledger.cookies).length < ledgerLimits.cookies) ledger.cookies[key] = cookie;
  else ledger.cutCookies += 1;
}

/** Where a cookie without a path belongs, RFC 6265 §5.1.4: the folder of the URL that set it. */
function defaultPath(pathname: string): string {
  const end = pathname.lastIndexOf('/');
  return end <= 0 ? '/' : pathname.slice(0, end);
}
