import type { Observation, ObservedCookie } from '../observation/observation';
import { registrableDomainOf } from '../party/registrable-domain';
import type { Processor } from '../policy/schema';
import { isAnalyticsCookie } from './analytics-cookies';
import { analyticsId } from './analytics-contacts';
import { inForce } from './choices';
import { measurementIds } from './measurement-id';
import type { DeletableCookie, OptOutChoices, OptOutFault, OptOutReport } from './opt-out';
import { heldBy, proofOf } from './proof';

/** What the background knows of the opt-out on one page, besides what was observed. */
export interface OptOutFacts {
  readonly choices: OptOutChoices;
  readonly use: OptOutReport['use'];
  /** See `ProofFacts`. */
  readonly inPlaceSince: number | null;
  readonly isSetInPage: boolean | null;
  readonly isSettled: boolean;
  /** Found in the page's scripts. */
  readonly pageIds: readonly string[];
  /** Whose opt-out cookie was read back from the jar. */
  readonly cookieIds: readonly string[];
  readonly faults: readonly OptOutFault[];
}

type Seen = Pick<Observation, 'host' | 'startedAt' | 'coverage' | 'contacts' | 'workerContacts' | 'cookies'>;

/** The opt-out as it stands on one page. */
export function optOutReport(facts: OptOutFacts, seen: Seen, processors: readonly Processor[]): OptOutReport {
  const { choices, use, inPlaceSince, isSetInPage, isSettled, faults, cookieIds } = facts;
  const site = siteOf(seen.host);
  const { on, isException, blocking } = inForce(choices, site);
  const proof = proofOf({ ...seen, isOn: on !== null, blocking, faults, inPlaceSince, isSetInPage, isSettled });
  return {
    site,
    use,
    on,
    everywhere: choices.everywhere,
    isException,
    blocking,
    held: heldBy({ blocking, contacts: seen.contacts }),
    ids: knownIds(seen, processors, facts.pageIds),
    cookieIds,
    proof,
    deletable: deletableOf(seen.cookies),
    faults,
  };
}

/** What a switch is for: the registrable domain with all below it, or the host where there is none. */
export function siteOf(host: string): string {
  return registrableDomainOf(host) ?? host;
}

/** The measurement ids that the policy, the traffic and the page name. */
export function knownIds(
  { contacts }: Pick<Seen, 'contacts'>,
  processors: readonly Processor[],
  pageIds: readonly string[],
): readonly string[] {
  const declared = processors.flatMap(({ choices = [] }) => choices.flatMap((it) => ('ids' in it ? it.ids : [])));
  const seen = contacts.flatMap(({ service, propertyIds }) => (service === analyticsId ? propertyIds : []));
  return measurementIds([...declared, ...seen, ...pageIds]);
}

function deletableOf(cookies: readonly ObservedCookie[]): readonly DeletableCookie[] {
  return cookies
    .filter(({ name, deleted, party }) => !deleted && party === 'first-party' && isAnalyticsCookie(name))
    .map(({ name, domain, partition }) => ({ name, domain, partition }));
}
