import type { ObservedCookie } from '../../observation/observation';
import { coversCookie } from '../declared-storage';
import { isOwnTechnicalCookie } from '../own-technical-cookie';
import type { Evidence, Finding } from '../site-report';
import { type StorageEntry, hasUnreadStorage, storageEntries } from '../storage-entries';
import { isFromElsewhere } from '../uncovered-cookies';
import type { FindingContext } from './finding-context';

/**
 * A cookie lasts more than half as long again as the entry that lists it says, and more than a day longer; or the entry
 * says that it ends with the visit, and it was given more than a day.
 *
 * It does not mean that the cookie is undeclared, nor that it is kept for that long: browsers end it after 400 days,
 * and people can delete it. What is left of an older cookie counts as it is. Not raised where the entry states no
 * lifetime, where another entry of that party allows it, for cookies that are deleted, refused or end with the visit,
 * for the site's own technical cookies, for opt-out cookies, for what a third party keeps for all sites since before,
 * nor where several processors share the evidence. A note where part of the lists could not be read.
 */
export function cookieOutlivesDeclaration({ inForce, processors, ownCookies }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  const entries = storageEntries(inForce);
  const ofSite = entries.filter(({ owner }) => owner === null);
  const isUnsure = hasUnreadStorage(inForce);
  const look = (cookies: readonly ObservedCookie[], ownerId: string, own: readonly StorageEntry[]) =>
    cookies.flatMap((cookie) => {
      const listed = isOfInterest(cookie) ? (longest(own, cookie) ?? longest(ofSite, cookie)) : null;
      if (listed === null || !isOutlived(listed.seconds, cookie)) return [];
      return [findingOf(cookie, ownerId, listed, isUnsure)];
    });
  const findings = [
    ...processors.flatMap(({ id, declared, cookies, sharedWith }) => {
      if (declared === null || sharedWith.length > 0) return [];
      return look(
        cookies,
        id,
        entries.filter(({ owner }) => owner === declared),
      );
    }),
    ...look(ownCookies, 'site', ofSite),
  ];
  return [...new Map(findings.map((it) => [it.key, it])).values()];
}

function isOfInterest(cookie: ObservedCookie): boolean {
  const { deleted, notKept } = cookie;
  return !deleted && notKept !== true && !isFromElsewhere(cookie) && !isOwnTechnicalCookie(cookie);
}

interface Listed extends StorageEntry {
  /** The longest that the entries allow; `null` where one of them states none, or is for an opt-out. */
  readonly seconds: number | null;
}

/** The entry that allows a cookie the most; `null` where none of `entries` lists it. */
function longest(entries: readonly StorageEntry[], cookie: ObservedCookie): Listed | null {
  const listing = entries.filter(({ entry }) => coversCookie(entry, cookie));
  const limits = listing.map((it): Listed => {
    const { maxAgeSeconds, optOut } = it.entry;
    return { ...it, seconds: optOut === true ? null : (maxAgeSeconds ?? null) };
  });
  limits.sort((a, b) => (b.seconds ?? Infinity) - (a.seconds ?? Infinity));
  return limits[0] ?? null;
}

/** More than half as long again, and more than a day more: clocks and rounding explain less. */
function isOutlived(declared: number | null, { lifetimeSeconds }: ObservedCookie): boolean {
  if (declared === null || lifetimeSeconds === null) return false;
  return lifetimeSeconds > declared * 1.5 && lifetimeSeconds - declared > daySeconds;
}

const daySeconds = 86_400;

function findingOf(cookie: ObservedCookie, ownerId: string, { entry, pointer, seconds }: Listed, isUnsure: boolean) {
  const { name, domain, path, partition } = cookie;
  const evidence: Evidence[] = [
    { kind: 'cookie', cookie },
    { kind: 'declared-lifetime', seconds: seconds ?? 0 },
  ];
  if (isUnsure) evidence.push({ kind: 'doubt', doubt: 'unread-entries' });
  return {
    id: 'cookie-outlives-declaration',
    key: `cookie-outlives-declaration:${ownerId}:${name}|${domain}|${path}|${partition ?? ''}`,
    severity: isUnsure ? 'note' : 'warning',
    subject: name,
    pointer: `${pointer}/maxAgeSeconds`,
    quote: entry.description ?? null,
    evidence,
  } satisfies Finding;
}
