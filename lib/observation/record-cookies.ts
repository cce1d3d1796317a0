import type { ResponseHeader } from '../catalogue/catalogue';
import type { ConsentState } from '../consent/consent';
import { isIp } from '../party/is-ip';
import { registrableDomainOf } from '../party/registrable-domain';
import type { CookieChange } from './cookie-change';
import { type AskedLook, type CookieFacts, type CookieLook, later, noFacts } from './cookie-facts';
import { type CookiePlace, cookieKey, cookiePlace, placeKey, siteOfHost } from './cookie-place';
import { hasRoom, isMarked, withMark } from './cut-marks';
import { type DocumentLedger, ledgerLimits } from './document-ledger';
import { stateAt } from './consent-book';
import { type SetCookie, parseSetCookie, setCookieLines } from './set-cookie';

/** A cookie that an answer asks the browser to set, or to delete (a lifetime of 0). */
export interface AskedCookie extends CookiePlace, Omit<SetCookie, 'name' | 'domain' | 'path'> {
  readonly hostOnly: boolean;
  /** Host that answered. */
  readonly host: string;
}

/** Notes the cookies that a response sets: name, place, lifetime and flags, never a value. */
export function recordCookies(
  ledger: DocumentLedger,
  url: string,
  headers: readonly ResponseHeader[],
  at: number,
): void {
  for (const cookie of askedCookies(url, headers, at)) {
    const facts = factsFor(ledger, cookie, cookie.partitioned ? siteOfHost(ledger.host) : null);
    if (facts !== null) noteAsked(facts, cookie, at, stateAt(ledger.consentBook, at));
  }
}

/** The cookies that an answer asks for, but for those that no browser lets this host set. */
export function askedCookies(url: string, headers: readonly ResponseHeader[], at: number): readonly AskedCookie[] {
  const lines = headers.filter(({ name }) => name === 'set-cookie').flatMap(({ value }) => setCookieLines(value));
  if (lines.length === 0 || !URL.canParse(url)) return [];
  const { hostname: host, pathname } = new URL(url);
  return lines.flatMap((line) => {
    const set = parseSetCookie(line, at);
    const domain = set?.domain ?? host;
    if (set === null || !maySet(host, domain)) return [];
    const hostOnly = set.domain === null || isIp(host) || registrableDomainOf(domain) === null;
    return [{ ...set, ...cookiePlace(set.name, domain, set.path ?? defaultPath(pathname)), hostOnly, host }];
  });
}

/**
 * Notes what the browser's jar told. `isOwn`: only this page can have done it, and no answer explains it. `times`: how
 * often, where it came several times at once, without those that answers explain.
 */
export function recordChange(
  ledger: DocumentLedger,
  change: CookieChange,
  { isOwn, times, consent }: { readonly isOwn: boolean; readonly times: number; readonly consent: ConsentState },
): void {
  const { at, cause, hostOnly, lifetimeSeconds, secure, httpOnly, sameSite } = change;
  const facts = factsFor(ledger, change, change.partition === null ? null : siteOfHost(ledger.host));
  if (facts === null) return;
  const look: CookieLook = { at, hostOnly, lifetimeSeconds, secure, httpOnly, sameSite };
  if (change.removed) {
    const by = cause === 'expired' ? 'expiry' : cause === 'evicted' ? 'eviction' : 'deletion';
    facts.gone = later(facts.gone, { ...look, by });
    return;
  }
  facts.kept = later(facts.kept, look);
  facts.otherTimes += times;
  if (isOwn) facts.own = later(facts.own, { at, consent });
}

/** Whether anything is known of such a cookie on this page, in the site's partition or in none. */
export function knowsCookie(ledger: DocumentLedger, place: CookiePlace): boolean {
  return [null, siteOfHost(ledger.host)].some((partition) => cookieKey({ ...place, partition }) in ledger.cookies);
}

/** Takes a cookie out or lets none in, for want of room; it is counted once, however often it is set again. */
export function cutCookie(ledger: DocumentLedger, key: string | null, place: CookiePlace): void {
  if (key !== null) delete ledger.cookies[key];
  const mark = placeKey(place);
  if (!hasRoom(ledger.cutCookieMarks) || isMarked(ledger.cutCookieMarks, mark)) return;
  ledger.cutCookieMarks = withMark(ledger.cutCookieMarks, mark);
  ledger.cutCookies += 1;
}

/** The entry for a cookie, made if there was none; `null` where limits cut it. */
function factsFor(ledger: DocumentLedger, place: CookiePlace, partition: string | null): CookieFacts | null {
  const key = cookieKey({ ...place, partition });
  const known = ledger.cookies[key];
  if (known !== undefined) return known;
  const wasCut = ledger.cutCookies > 0 && isMarked(ledger.cutCookieMarks, placeKey(place));
  if (wasCut || Object.keys(ledger.cookies).length >= ledgerLimits.cookies) {
    cutCookie(ledger, null, place);
    return null;
  }
  const fresh = noFacts(place, partition);
  ledger.cookies[key] = fresh;
  return fresh;
}

function noteAsked(facts: CookieFacts, cookie: AskedCookie, at: number, consent: ConsentState): void {
  const { host, hostOnly, lifetimeSeconds, secure, httpOnly, sameSite } = cookie;
  const look: AskedLook = { at, hostOnly, lifetimeSeconds, secure, httpOnly, sameSite, host, consent };
  if (lifetimeSeconds === 0) {
    facts.unasked = later(facts.unasked, look);
    return;
  }
  facts.asked = later(facts.asked, look);
  facts.askedTimes += 1;
}

/** RFC 6265 §5.3: a host sets cookies for itself and for domains above it, but not for a public suffix. */
function maySet(host: string, domain: string): boolean {
  if (domain === host) return true;
  return host.endsWith(`.${domain}`) && !isIp(host) && registrableDomainOf(domain) !== null;
}

/** Where a cookie without a path belongs, RFC 6265 §5.1.4: the folder of the URL that set it. */
function defaultPath(pathname: string): string {
  const end = pathname.lastIndexOf('/');
  return end <= 0 ? '/' : pathname.slice(0, end);
}
