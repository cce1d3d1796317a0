import { partyOf } from '../party/party-of';
import { liesOn } from './cookie-change';
import { type AskedLook, type CookieFacts, type CookieLook, later } from './cookie-facts';
import { cookieKey, siteOfHost } from './cookie-place';
import { type DocumentLedger, ledgerLimits } from './document-ledger';
import type { ObservedCookie } from './observation';

/** What was read of the browser's jar for a page. */
export interface JarReading {
  readonly cookies: readonly ObservedCookie[];
  /** Epoch milliseconds; `null` where some hosts' cookies cannot be read, so that a cookie missing in it proves nothing. */
  readonly completeAt: number | null;
}

/** An answer explains a change of the jar that far from it: the two are told by different ways, in any order. */
export const explainsMs = 3000;

/**
 * The cookies of a page: those that it was seen to set or delete, then those that lie in the jar for it besides.
 * `jar` is `null` where the jar could not be read. `cut` is how many more lie there than are listed.
 */
export function observedCookies(
  ledger: DocumentLedger,
  jar: JarReading | null,
): { readonly cookies: readonly ObservedCookie[]; readonly cut: number } {
  const inJar = new Map((jar?.cookies ?? []).map((cookie) => [cookieKey(cookie), cookie]));
  const told = joined(ledger, inJar).flatMap((facts) => observedCookie(ledger, facts, jar, inJar) ?? []);
  const toldKeys = new Set(told.map(cookieKey));
  const before = [...inJar.values()].filter((cookie) => !toldKeys.has(cookieKey(cookie)) && goesAlong(cookie, ledger));
  const cookies = [...told, ...before.slice(0, ledgerLimits.cookies)];
  return { cookies, cut: told.length + before.length - cookies.length };
}

/**
 * The facts by the place where the browser really put each cookie. What an answer asked for without saying where
 * (Firefox keeps third parties' cookies apart whatever they say) joins the one that lies in the site's partition,
 * unless there is one in none.
 */
function joined({ cookies, host }: DocumentLedger, inJar: ReadonlyMap<string, ObservedCookie>): readonly CookieFacts[] {
  const byKey = new Map(Object.values(cookies).map((facts) => [cookieKey(facts), facts]));
  for (const facts of Object.values(cookies)) {
    const key = cookieKey(facts);
    if (facts.partition !== null || isStored(facts) || inJar.has(key)) continue;
    const there = { ...facts, partition: siteOfHost(host) };
    const other = byKey.get(cookieKey(there));
    if (!inJar.has(cookieKey(there)) && (other === undefined || !isStored(other))) continue;
    byKey.delete(key);
    byKey.set(cookieKey(there), other === undefined ? there : withAsked(other, facts));
  }
  return [...byKey.values()];
}

function isStored({ kept, gone }: CookieFacts): boolean {
  return kept !== null || gone !== null;
}

function withAsked(facts: CookieFacts, { asked, askedTimes, unasked }: CookieFacts): CookieFacts {
  return {
    ...facts,
    asked: later(facts.asked, asked),
    askedTimes: facts.askedTimes + askedTimes,
    unasked: later(facts.unasked, unasked),
  };
}

/** What the facts say together; `null` where this page did nothing to it: then the jar alone tells of it. */
function observedCookie(
  ledger: DocumentLedger,
  facts: CookieFacts,
  jar: JarReading | null,
  inJar: ReadonlyMap<string, ObservedCookie>,
): ObservedCookie | null {
  const { name, domain, path, partition, asked, unasked, kept, own, gone } = facts;
  const isThere = inJar.has(cookieKey(facts));
  const goneAt = timeOf(later<Timed>(unasked, gone));
  const deleted = goneAt > timeOf(later<Timed>(asked, kept)) && !isThere;
  const isSetHere = asked !== null || own !== null;
  if (!isSetHere && !deleted) return null;
  return {
    name,
    domain,
    path,
    party: partyOf(domain, ledger.host),
    partition,
    ...lookOf(facts),
    deleted,
    ...(deleted ? { removedBy: gone?.by ?? 'deletion' } : {}),
    ...(isRefused(facts, deleted || isThere, jar) ? { notKept: true } : {}),
    overwritten: Math.max(0, facts.askedTimes + facts.otherTimes - 1),
  };
}

type Timed = Pick<CookieLook, 'at'>;

function timeOf(fact: Timed | null): number {
  return fact?.at ?? -Infinity;
}

type Look = Pick<ObservedCookie, 'setBy' | 'setByHost' | 'lifetimeIsStored' | 'consent'> & Omit<CookieLook, 'at'>;

/**
 * Who set it last, and what it is like since. An answer beats the jar, which tells a lifetime as capped; so it does
 * where it came shortly before the jar changed: the change is then the answer's own.
 */
function lookOf({ asked, kept, own, unasked, gone }: CookieFacts): Look {
  const answer = asked !== null && asked.at >= timeOf(own) - explainsMs ? asked : null;
  if (answer !== null) return askedLook(answer);
  if (own !== null && kept !== null)
    return { ...plain(kept), setBy: 'script', lifetimeIsStored: true, consent: own.consent };
  if (unasked !== null) return askedLook(unasked);
  const look = gone === null ? nothingKnown : { ...plain(gone), lifetimeSeconds: null };
  return { ...look, setBy: 'earlier', lifetimeIsStored: false, consent: 'unknown' };
}

function askedLook(look: AskedLook): Look {
  return { ...plain(look), setBy: 'http', setByHost: look.host, lifetimeIsStored: false, consent: look.consent };
}

function plain({ hostOnly, lifetimeSeconds, secure, httpOnly, sameSite }: CookieLook): Omit<CookieLook, 'at'> {
  return { hostOnly, lifetimeSeconds, secure, httpOnly, sameSite };
}

const nothingKnown = {
  hostOnly: false,
  lifetimeSeconds: null,
  secure: false,
  httpOnly: false,
  sameSite: 'unspecified',
} as const;

/** Whether the jar, read some time after an answer asked to set it, does not hold it and never did. */
function isRefused({ name, asked, kept, gone }: CookieFacts, isExplained: boolean, jar: JarReading | null): boolean {
  const readAt = jar?.completeAt ?? null;
  // Firefox takes the value of a nameless cookie for its name: it lies there under another one.
  if (asked === null || readAt === null || isExplained || kept !== null || gone !== null || name === '') return false;
  const endsAt = asked.lifetimeSeconds === null ? Infinity : asked.at + asked.lifetimeSeconds * 1000;
  return asked.at < readAt - explainsMs && readAt < endsAt;
}

/**
 * Whether a cookie that was there before goes along with this page or with what it asks for. One that a third party
 * keeps for all sites does only if it says `SameSite=None`, and then it is up to the browser.
 */
function goesAlong(cookie: ObservedCookie, { url, host, contacts }: DocumentLedger): boolean {
  const { domain, hostOnly, path, partition, party, sameSite } = cookie;
  if (party === 'third-party' && partition === null && sameSite !== 'none') return false;
  if (partition !== null && party === 'third-party') return true;
  const places = [
    { host, urls: [url] },
    ...Object.values(contacts).map((contact) => ({ host: contact.host, urls: contact.samples })),
  ];
  return places.some((place) => liesOn(place.host, domain, hostOnly) && place.urls.some((one) => reaches(path, one)));
}

/** RFC 6265 §5.1.4: a cookie's path covers itself and what is below it. */
function reaches(path: string, url: string): boolean {
  if (path === '/') return true;
  if (!URL.canParse(url)) return false;
  const { pathname } = new URL(url);
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}
