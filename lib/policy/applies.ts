import { matchesClaimedPattern } from '../party/claimed-pattern';
import { partyOf } from '../party/party-of';
import type { PolicyApplies } from './policy-state';
import type { Policy } from './schema';

/**
 * Whether `policy` is the one in force for `host` on `today` (ISO date), or why not.
 *
 * `host` is a host as `hostOf` gives it. Without `appliesTo` a file covers the host it was fetched from and the other
 * hosts of that registrable domain; `fetchedFrom` is that host, where it is not `host` itself. A status that the
 * format does not know is taken for active: it is shown and warned of elsewhere.
 */
export function appliesTo(policy: Policy, host: string, today: string, fetchedFrom: string = host): PolicyApplies {
  if (!covers(policy, host, fetchedFrom)) return 'not-this-host';
  if (policy.status === 'draft' || policy.status === 'superseded') return policy.status;
  return policy.validFrom !== undefined && policy.validFrom > today ? 'not-yet-valid' : 'yes';
}

function covers(policy: Policy, host: string, fetchedFrom: string): boolean {
  if (policy.appliesTo === undefined) return partyOf(host, fetchedFrom) === 'first-party';
  return policy.appliesTo.some((pattern) => matchesClaimedPattern(pattern, host));
}
