import { isDamaged } from '../policy-in-force';
import type { Evidence, Finding } from '../site-report';
import { type UncoveredCookie, uncoveredCookies } from '../uncovered-cookies';
import type { FindingContext } from './finding-context';

/**
 * A cookie of a declared processor, or of the site itself, that no storage entry of the policy covers, although the
 * policy does state what that party stores.
 *
 * It does not mean that consent was needed or missing. Not raised where the policy is silent on that party's storage,
 * where it says "none" and the cookie was set here (`no-cookies-contradicted` tells that), nor for what
 * `uncoveredCookies` leaves out. A note where part of what the policy says there could not be read.
 */
export function undeclaredCookie(context: FindingContext): readonly Finding[] {
  const { inForce } = context;
  if (inForce === null) return [];
  const findings = uncoveredCookies(inForce, context)
    .filter(({ contradictsNone }) => !contradictsNone)
    .map((found) => findingOf(found, isDamaged(inForce, found.pointer)));
  return [...new Map(findings.map((it) => [it.key, it])).values()];
}

function findingOf({ cookie, owner, pointer }: UncoveredCookie, isUnsure: boolean): Finding {
  const { name, domain, path, partition } = cookie;
  const doubt: Evidence = { kind: 'doubt', doubt: 'unread-entries' };
  return {
    id: 'undeclared-cookie',
    key: `undeclared-cookie:${owner ?? 'site'}:${name}|${domain}|${path}|${partition ?? ''}`,
    severity: isUnsure ? 'note' : 'warning',
    subject: name,
    pointer,
    quote: null,
    evidence: [{ kind: 'cookie', cookie }, ...(isUnsure ? [doubt] : [])],
  };
}
