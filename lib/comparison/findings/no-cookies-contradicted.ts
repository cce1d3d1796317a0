import type { ObservedCookie } from '../../observation/observation';
import { hasUnreadStorage } from '../storage-entries';
import type { Evidence, Finding } from '../site-report';
import { type UncoveredCookie, uncoveredCookies } from '../uncovered-cookies';
import type { FindingContext } from './finding-context';

/**
 * The policy says of a processor, or of the site itself, that nothing is stored (`storage: []`), and a cookie of it was
 * set while the page was open.
 *
 * It does not mean that consent was needed or missing. An error where an answer of that party's own set the cookie;
 * else a warning: whose cookie it is was read from its name, and whose script set it cannot be seen. A note where part
 * of what the policy says of storage could not be read. Not raised where the policy is silent on that party's storage,
 * for cookies that lay there before (`undeclared-cookie` tells those), nor for what `uncoveredCookies` leaves out.
 */
export function noCookiesContradicted(context: FindingContext): readonly Finding[] {
  const { inForce, processors, site } = context;
  if (inForce === null) return [];
  const byOwner = new Map<string | null, UncoveredCookie[]>();
  for (const found of uncoveredCookies(inForce, context).filter(({ contradictsNone }) => contradictsNone)) {
    byOwner.set(found.owner, [...(byOwner.get(found.owner) ?? []), found]);
  }
  const isUnsure = hasUnreadStorage(inForce);
  return [...byOwner].map(([owner, found]): Finding => {
    const isProven = found.some(({ cookie }) => isByItself(cookie, owner === null));
    const declared = processors.find(({ id }) => id === owner)?.declared;
    return {
      id: 'no-cookies-contradicted',
      key: `no-cookies-contradicted:${owner ?? ''}`,
      severity: isUnsure ? 'note' : isProven ? 'error' : 'warning',
      subject: owner ?? site.host,
      pointer: found[0]?.pointer ?? null,
      quote: declared?.statements?.find(({ topic = '' }) => topic.includes('cookie'))?.text ?? null,
      evidence: [...found.map(({ cookie }): Evidence => ({ kind: 'cookie', cookie })), ...(isUnsure ? [doubt] : [])],
    };
  });
}

/** Set by an answer of the very party: of the site's own hosts, or of a third party on its own domain. */
function isByItself({ setBy, party }: ObservedCookie, isOwn: boolean): boolean {
  return setBy === 'http' && (isOwn || party === 'third-party');
}

const doubt: Evidence = { kind: 'doubt', doubt: 'unread-entries' };
