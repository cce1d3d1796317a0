import { matchesCookieName } from '../../catalogue/cookie-name';
import type { ObservedCookie } from '../../observation/observation';
import { originalPointer } from '../../policy/original-pointer';
import type { DeviceStorage, Policy } from '../../policy/schema';
import { coversCookie } from '../declared-storage';
import { isOwnTechnicalCookie } from '../own-technical-cookie';
import { isDamaged } from '../policy-in-force';
import type { Evidence, Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * A cookie of a declared processor, or of the site itself, that no storage entry of the policy covers, although the
 * policy does state what that party stores ("none" is a statement too).
 *
 * It does not mean that consent was needed or missing. Not raised where the policy is silent on that party's storage,
 * for cookies being deleted or refused by the browser, for opt-out cookies, for the site's own session, CSRF, language
 * and consent cookies, and for what a third party keeps for all sites since before: that may be its own visitor's.
 * A note where the cookie was there before this page loaded (it may be older than the policy), and where part of what
 * the policy says there could not be read.
 */
export function undeclaredCookie({ inForce, processors, ownCookies }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  const { policy } = inForce;
  const storage = allStorage(policy);
  const findings = new Map<string, Finding>();
  const look = (cookies: readonly ObservedCookie[], subject: string, pointer: string) => {
    for (const cookie of cookies.filter((it) => isOfInterest(it, storage))) {
      const finding = findingOf(cookie, subject, pointer, isDamaged(inForce, pointer));
      if (!findings.has(finding.key)) findings.set(finding.key, finding);
    }
  };
  for (const { declared, pointer, cookies, sharedWith } of processors) {
    if (declared?.storage !== undefined && sharedWith.length === 0) look(cookies, declared.id, `${pointer}/storage`);
  }
  if (policy.storage !== undefined) {
    const own = ownCookies.filter((cookie) => !isOwnTechnicalCookie(cookie));
    look(own, 'site', originalPointer(inForce, '/storage'));
  }
  return [...findings.values()];
}

function findingOf(cookie: ObservedCookie, owner: string, pointer: string, isUnsure: boolean): Finding {
  const { name, domain, path, partition } = cookie;
  const doubt: Evidence = { kind: 'doubt', doubt: 'unread-entries' };
  return {
    id: 'undeclared-cookie',
    key: `undeclared-cookie:${owner}:${name}|${domain}|${path}|${partition ?? ''}`,
    severity: isUnsure ? 'note' : 'warning',
    subject: name,
    pointer,
    quote: null,
    evidence: [{ kind: 'cookie', cookie }, ...(isUnsure ? [doubt] : [])],
  };
}

/** Whether it is there, is no opt-out, and is not covered by any entry: a cookie listed elsewhere is declared too. */
function isOfInterest(cookie: ObservedCookie, storage: readonly DeviceStorage[]): boolean {
  const { deleted, removedBy, notKept, setBy, party, partition } = cookie;
  if ((deleted && removedBy !== 'expiry') || notKept === true) return false;
  if (setBy === 'earlier' && party === 'third-party' && partition === null) return false;
  if (optOutNames.some((pattern) => matchesCookieName(pattern, cookie.name))) return false;
  return !storage.some((entry) => coversCookie(entry, cookie));
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

function allStorage({ processors, activities = [], storage = [] }: Policy): readonly DeviceStorage[] {
  return [...storage, ...[...processors, ...activities].flatMap((part) => part.storage ?? [])];
}
