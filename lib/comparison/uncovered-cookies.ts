import { matchesCookieName } from '../catalogue/cookie-name';
import type { ObservedCookie } from '../observation/observation';
import { originalPointer } from '../policy/original-pointer';
import { coversCookie } from './declared-storage';
import { isOwnTechnicalCookie } from './own-technical-cookie';
import type { PolicyRead } from './policy-in-force';
import { isSetHere } from './set-here';
import type { SiteReport } from './site-report';
import { type StorageEntry, storageEntries } from './storage-entries';

/** A cookie that no storage entry covers, of a party of which the policy states what it stores. */
export interface UncoveredCookie {
  readonly cookie: ObservedCookie;
  /** Id of the processor; `null` for the site itself. */
  readonly owner: string | null;
  /** JSON pointer of that party's storage. */
  readonly pointer: string;
  /** What that party stores is stated as "none", and the cookie was set while the page was open. */
  readonly contradictsNone: boolean;
}

/**
 * The cookies that a policy which states the storage of their party does not list ("none" is a statement too).
 *
 * Left out: cookies being deleted or refused by the browser, opt-out cookies, the site's own session, CSRF, language
 * and consent cookies, what a third party keeps for all sites since before, and where several processors share the
 * evidence.
 */
export function uncoveredCookies(
  read: PolicyRead,
  { processors, ownCookies }: Pick<SiteReport, 'processors' | 'ownCookies'>,
): readonly UncoveredCookie[] {
  const entries = storageEntries(read);
  const look = (cookies: readonly ObservedCookie[], owner: string | null, pointer: string, statesNone: boolean) =>
    cookies
      .filter((cookie) => isOfInterest(cookie, entries))
      .map((cookie) => ({ cookie, owner, pointer, contradictsNone: statesNone && isSetHere(cookie) }));
  const { storage } = read.policy;
  const ofSite = ownCookies.filter((cookie) => !isOwnTechnicalCookie(cookie));
  const isNone = !entries.some(({ owner }) => owner === null);
  return [
    ...processors.flatMap(({ declared, pointer, cookies, sharedWith }) => {
      if (declared?.storage === undefined || sharedWith.length > 0) return [];
      return look(cookies, declared.id, `${pointer}/storage`, declared.storage.length === 0);
    }),
    ...(storage === undefined ? [] : look(ofSite, null, originalPointer(read, '/storage'), isNone)),
  ];
}

/** Whether it is there, is no opt-out, and is not covered by any entry: a cookie listed elsewhere is declared too. */
function isOfInterest(cookie: ObservedCookie, entries: readonly StorageEntry[]): boolean {
  const { deleted, removedBy, notKept } = cookie;
  if ((deleted && removedBy !== 'expiry') || notKept === true || isFromElsewhere(cookie)) return false;
  if (optOutNames.some((pattern) => matchesCookieName(pattern, cookie.name))) return false;
  return !entries.some(({ entry }) => coversCookie(entry, cookie));
}

/** Kept by a third party for all sites since before: that may be its own visitor's. */
export function isFromElsewhere({ setBy, party, partition }: ObservedCookie): boolean {
  return setBy === 'earlier' && party === 'third-party' && partition === null;
}

/** Cookies by which people refuse: Google Analytics' and the ones that many sites use. */
const optOutNames = [
  'ga-disable-*',
  'gaoptout*',
  'optout',
  'opt-out',
  'opt_out',
  'mtm_consent_removed',
  'piwik_ignore',
];
