import type { Catalogue } from '../catalogue/catalogue';
import { noConsentSeen } from '../consent/consent';
import type { Contact, Observation } from '../observation/observation';
import { type OptOutFacts, optOutReport } from '../opt-out/opt-out-report';
import { sentDespiteCookie } from '../opt-out/own-opt-out';
import { registrableDomainOf } from '../party/registrable-domain';
import type { PolicyState } from '../policy/policy-state';
import { contactsByAlias } from './aliases';
import { type Attribution, attribute } from './attribute';
import { countsOf } from './counts';
import type { FindingContext } from './findings/finding-context';
import { find } from './findings/find';
import type { HumanPolicy } from './findings/human-policy';
import { hostingEvidence } from './hosting-evidence';
import type { TwoRuns } from './never-seen';
import { type PolicyRead, policyInForce } from './policy-in-force';
import { processorRows } from './processor-rows';
import { withProvenance } from './with-provenance';
import type { SiteReport, TransferReport, WorkerContact } from './site-report';
import { transferReports } from './transfer-verdict';
import { undeclaredFormHosts } from './undeclared-form-hosts';
import { unidentifiedRows } from './unidentified-rows';

/** A page of which nothing was observed. */
export interface UnseenPage {
  readonly url: string;
  readonly isPrivate: boolean;
}

/** What may be known besides. */
export interface OtherFacts {
  /** Which page it is about, where nothing was observed. */
  readonly page?: UnseenPage | null;
  /** `null` or absent: nothing is known of a switch. */
  readonly optOut?: OptOutFacts | null;
  /** `null` or absent: nobody read it, and nothing is compared with it. */
  readonly humanPolicy?: HumanPolicy | null;
  /** `null` or absent: there were no two complete walks. */
  readonly runs?: TwoRuns | null;
  /** Hits that left although the site's own opt-out was used; absent: as this one page shows. */
  readonly despiteOptOut?: readonly Contact[];
}

/**
 * What the policy declares set beside what was observed: the one report that badge, popup, exports and command line
 * show. Pure: the same facts and `now` (epoch milliseconds) give the same report. Never throws.
 *
 * `observation` is `null` where nothing could be observed.
 * Only a policy that was read and speaks for this page is compared; without one nothing is "not declared".
 */
export function compare(
  policy: PolicyState,
  observation: Observation | null,
  catalogue: Catalogue,
  now: number,
  { page = null, optOut = null, humanPolicy = null, runs = null, despiteOptOut }: OtherFacts = {},
): SiteReport {
  const seen = observation ?? unseen(page);
  const inForce = policyInForce(policy);
  const named = inForce?.policy.processors ?? [];
  const attributed = withEvidence(seen, catalogue);
  const attribution = attribute(attributed, named, catalogue);
  const processors = processorRows(attribution, { ...seen, read: inForce, catalogue, now });
  const unidentified = unidentifiedRows(attribution, catalogue);
  const context: FindingContext = {
    format: 1,
    madeAt: now,
    site: siteOf(seen),
    policy,
    inForce,
    humanPolicy,
    runs,
    despiteOptOut: despiteOptOut ?? sentDespiteCookie(seen),
    coverage: seen.coverage,
    processors,
    unidentified,
    ...ownOf(attribution),
    activityTransfers: inForce === null ? {} : activityTransfers(inForce, now),
    cookiesRead: seen.cookiesRead,
    ...pageFactsOf(seen),
    formHosts: undeclaredFormHosts(seen.forms, named, seen.host, catalogue),
    workerContacts: seen.workerContacts.map((contact) => withName(contact, catalogue)),
    counts: countsOf(processors, unidentified, inForce !== null),
    optOut: optOut && observation && optOutReport(optOut, observation, named),
    catalogueAsOf: catalogue.asOf,
    cut: seen.cut,
  };
  const findings = find(context).map(withProvenance(attributed.contacts, registrableDomainOf(seen.host), catalogue));
  return { ...reportIn(context), findings };
}

/** Without what only findings are made from. */
function reportIn(context: FindingContext): Omit<SiteReport, 'findings'> {
  const {
    inForce: _inForce,
    humanPolicy: _page,
    runs: _runs,
    formHosts: _hosts,
    despiteOptOut: _hits,
    ...report
  } = context;
  return report;
}

/** What was seen, with all that other names and cookies tell of it. */
function withEvidence(seen: Seen, catalogue: Catalogue): Seen {
  return { ...seen, contacts: contactsByAlias(seen, catalogue), hosting: hostingEvidence(seen, catalogue) };
}

function siteOf({ url, host, isPrivate }: Seen): SiteReport['site'] {
  return { url, host, registrableDomain: registrableDomainOf(host), isPrivate };
}

function ownOf({ ownContacts, ownCookies, otherCookies }: Attribution) {
  return { ownContacts, ownCookies, otherCookies };
}

function activityTransfers(read: PolicyRead, now: number): Readonly<Record<string, readonly TransferReport[]>> {
  const { activities = [] } = read.policy;
  const entries = activities.map(
    ({ id, transfers }, at) => [id, transferReports(read, transfers, `/activities/${at}`, now)] as const,
  );
  return Object.fromEntries(entries);
}

type PageFacts = Pick<
  Observation,
  'access' | 'isStorageFailing' | 'workerContacts' | 'consent' | 'forms' | 'formsRead' | 'stores' | 'aliases'
>;

function pageFactsOf(seen: PageFacts): Omit<PageFacts, 'workerContacts'> {
  const { access, isStorageFailing, consent, forms, formsRead, stores, aliases } = seen;
  return { access, isStorageFailing, consent, forms, formsRead, stores, ...(aliases !== undefined && { aliases }) };
}

function withName(contact: Contact, catalogue: Catalogue): WorkerContact {
  const service = contact.service === null ? null : catalogue.service(contact.service);
  return { ...contact, serviceName: service?.name ?? null };
}

type Seen = Pick<
  Observation,
  'url' | 'host' | 'isPrivate' | 'coverage' | 'contacts' | 'cookies' | 'cookiesRead' | 'hosting' | 'headersSeen' | 'cut'
> &
  PageFacts;

function unseen(page: UnseenPage | null): Seen {
  const url = page?.url ?? '';
  return {
    url,
    host: URL.canParse(url) ? new URL(url).hostname : '',
    isPrivate: page?.isPrivate ?? false,
    coverage: { kind: 'none', gaps: [] },
    contacts: [],
    cookies: [],
    cookiesRead: false,
    hosting: [],
    headersSeen: false,
    access: 'none',
    isStorageFailing: false,
    workerContacts: [],
    consent: noConsentSeen,
    forms: [],
    formsRead: false,
    stores: null,
    cut: { contacts: 0, cookies: 0 },
  };
}
