import type { Contact } from '../../observation/observation';
import type { PolicyState } from '../../policy/policy-state';
import type { TwoRuns } from '../never-seen';
import type { PolicyRead } from '../policy-in-force';
import type { SiteReport } from '../site-report';
import type { HumanPolicy } from './human-policy';

/** What every finding is made from: the report as it stands, and the policy that speaks for this page. */
export interface FindingContext extends Omit<SiteReport, 'findings'> {
  readonly policy: PolicyState;
  /** `null`: nothing can be declared or not declared here. */
  readonly inForce: PolicyRead | null;
  /** `null`: nobody read it. */
  readonly humanPolicy: HumanPolicy | null;
  /** Hits that left although the site's own opt-out was used. */
  readonly despiteOptOut: readonly Contact[];
  /** `null`: there were no two complete walks. */
  readonly runs: TwoRuns | null;
  /** Hosts that forms send to and no declared processor covers; see `undeclaredFormHosts`. */
  readonly formHosts: readonly string[];
}
