import type { Catalogue } from '../catalogue/catalogue';
import { type OtherFacts, compare } from '../comparison/compare';
import type { ActivityVerdict, Declaration, Finding, FindingId, SiteReport } from '../comparison/site-report';
import type { Contact, Coverage, Observation } from '../observation/observation';
import { hitsIn, sentDespiteCookie } from '../opt-out/own-opt-out';
import type { PolicyPage } from '../policy/policy-page';
import type { PolicyState } from '../policy/policy-state';
import {
  type AuditSession,
  type AuditSource,
  type Judgement,
  type ScenarioId,
  type Visit,
  knownScenarios,
} from './audit-session';
import { couldAllRun, isCompleteRun } from './complete-run';
import { type FindingPages, findingPages } from './finding-pages';
import { compareText, mergeContacts } from './merge-contacts';
import { mergeObservations } from './merge-observations';
import { splitByConsent } from './split-by-consent';

export interface AuditPage {
  /** Without query values and fragment. */
  readonly url: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly scenarios: readonly ScenarioId[];
  readonly coverage: Coverage['kind'];
  readonly sent: number;
}

export interface AuditFinding extends Finding, FindingPages {
  /** Where it shows; a finding of the policy itself shows in each. */
  readonly scenarios: readonly ScenarioId[];
  /** What the tester says; `null` where nothing was said. */
  readonly judgement: Judgement | null;
}

export interface ScenarioReport {
  readonly id: ScenarioId;
  readonly pages: number;
  /** `null` where nothing but this scenario was walked: it is the total, which need not be told twice. */
  readonly report: SiteReport | null;
}

interface ScenarioFound extends ScenarioReport {
  readonly report: SiteReport;
}

/** A processor or recipient with its verdict in each scenario; absent where the scenario was not walked. */
export interface AuditRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'processor' | 'unidentified';
  readonly declaration: Declaration;
  readonly activity: ActivityVerdict;
  readonly byScenario: Readonly<Partial<Record<ScenarioId, ActivityVerdict>>>;
  readonly sent: number;
  readonly cookies: number;
  readonly hosts: readonly string[];
}

/** Without its text, which may be long. */
export type AuditPolicyPage =
  Pick<Extract<PolicyPage, { kind: 'read' }>, 'kind' | 'url'> | Extract<PolicyPage, { kind: 'failed' }>;

/** What a walk through a site showed, set beside what the policy declares. */
export interface AuditReport {
  readonly format: 1;
  readonly site: string;
  readonly source: AuditSource;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly pages: readonly AuditPage[];
  readonly cutVisits: number;
  /** All of it at once; `null` before the first page. Its findings, and those of the scenarios, are in `findings`. */
  readonly total: SiteReport | null;
  readonly scenarios: readonly ScenarioReport[];
  /** The policy's text for people that quotes were looked for in; `null` where nobody asked for it. */
  readonly policyPage: AuditPolicyPage | null;
  readonly findings: readonly AuditFinding[];
  readonly rows: readonly AuditRow[];
}

/** Pure: the same session, policy, page of the policy and time give the same report. */
export function auditReport(
  session: AuditSession,
  policy: PolicyState,
  catalogue: Catalogue,
  now: number,
  policyPage: PolicyPage | null = null,
): AuditReport {
  const byScenario = observationsOf(session.visits);
  const { earlierRun } = session;
  const humanPolicy = policyPage?.kind === 'read' ? policyPage : null;
  const runs =
    earlierRun !== null && isCompleteRun(session) ? { earlier: earlierRun, couldAllRun: couldAllRun(session) } : null;
  const reportOf = (parts: readonly Observation[], facts: OtherFacts) => {
    const [first, ...others] = parts;
    return first === undefined ? null : compare(policy, mergeObservations([first, ...others]), catalogue, now, facts);
  };
  const total = reportOf(
    session.visits.map(({ observation }) => observation),
    { humanPolicy, runs, despiteOptOut: mergeContacts(session.visits.flatMap(despiteOptOut)) },
  );
  const scenarios = byScenario.flatMap(({ id, parts }): readonly ScenarioFound[] => {
    // One alone is all of it.
    if (byScenario.length === 1 && total !== null) return [{ id, pages: parts.length, report: total }];
    const hits = parts.flatMap((observation) => despiteOptOut({ observation, scenario: id }));
    const report = reportOf(parts, { humanPolicy, despiteOptOut: mergeContacts(hits) });
    return report === null ? [] : [{ id, pages: parts.length, report }];
  });
  return {
    format: 1,
    ...{ site: session.site, source: session.source, madeAt: now, startedAt: session.startedAt },
    endedAt: session.endedAt,
    pages: session.visits.map(pageOf),
    cutVisits: session.cutVisits,
    total: total && withoutFindings(total),
    scenarios: scenarios.map((it) => ({ ...it, report: it.report === total ? null : withoutFindings(it.report) })),
    policyPage: withoutText(policyPage),
    findings: findingsOf(total, scenarios, session),
    rows: total === null ? [] : rowsOf(total, scenarios),
  };
}

/** What the tester says goes before what a cookie tells. */
function despiteOptOut({ observation, scenario }: Pick<Visit, 'observation' | 'scenario'>): readonly Contact[] {
  return scenario === 'opted-out' ? hitsIn(observation.contacts) : sentDespiteCookie(observation);
}

/** They stand in the audit's own list, with their scenarios. */
function withoutFindings(report: SiteReport): SiteReport {
  return { ...report, findings: [] };
}

function withoutText(page: PolicyPage | null): AuditPolicyPage | null {
  return page?.kind === 'read' ? { kind: page.kind, url: page.url } : page;
}

interface ScenarioParts {
  readonly id: ScenarioId;
  readonly parts: readonly Observation[];
}

/** What was seen in each scenario: those known by the consent state in their order, then those named by hand. */
function observationsOf(visits: readonly Visit[]): readonly ScenarioParts[] {
  const parts = new Map<ScenarioId, Observation[]>();
  for (const { observation, scenario } of visits) {
    const split = scenario === null ? splitByConsent(observation) : [[scenario, observation] as const];
    for (const [id, part] of split) parts.set(id, [...(parts.get(id) ?? []), part]);
  }
  const order: readonly ScenarioId[] = [
    ...knownScenarios,
    ...[...parts.keys()].filter((id) => id.startsWith('own:')).sort(compareText),
  ];
  return order.flatMap((id) => (parts.has(id) ? [{ id, parts: parts.get(id) ?? [] }] : []));
}

function pageOf({ observation, scenario }: Visit): AuditPage {
  const { url, startedAt, coverage, contacts } = observation;
  const states = new Set<ScenarioId>(splitByConsent(observation).map(([state]) => state));
  const scenarios = scenario === null ? knownScenarios.filter((id) => states.has(id)) : [scenario];
  return {
    url,
    startedAt,
    scenarios,
    coverage: coverage.kind,
    sent: contacts.reduce((sum, { sent }) => sum + sent, 0),
  };
}

const severities = ['error', 'warning', 'note'] as const;

/**
 * What all pages together show, with the scenarios that show it alone; the gravest first, then by key. A scenario knows
 * less of what came before it (a cookie that was set in another one just lies there), and so adds only what is about
 * its state: a cookie set in several states bears one of them in all pages together.
 */
function findingsOf(
  total: SiteReport | null,
  scenarios: readonly ScenarioFound[],
  { visits, judgements }: AuditSession,
): readonly AuditFinding[] {
  const ofStates = scenarios.flatMap(({ report }) => report.findings.filter(({ id }) => isAboutState(id)));
  const found = new Map([...ofStates, ...(total?.findings ?? [])].map((finding) => [finding.key, finding]));
  const keys = scenarios.map(({ id, report }) => ({ id, keys: new Set(report.findings.map(({ key }) => key)) }));
  const pagesOf = findingPages(visits.map(({ observation }) => observation));
  return [...found.values()]
    .map((finding) => ({
      ...finding,
      ...pagesOf(finding),
      scenarios: keys.flatMap(({ id, keys: its }) => (its.has(finding.key) ? [id] : [])),
      judgement: judgements[finding.key] ?? null,
    }))
    .sort(
      (one, other) =>
        severities.indexOf(one.severity) - severities.indexOf(other.severity) || compareText(one.key, other.key),
    );
}

function isAboutState(id: FindingId): boolean {
  return id === 'observed-before-consent' || id === 'observed-after-refusal';
}

function rowsOf(total: SiteReport, scenarios: readonly ScenarioFound[]): readonly AuditRow[] {
  const activities = scenarios.map(({ id, report }) => ({ id, activities: activitiesOf(report) }));
  const inScenarios = (row: string) =>
    Object.fromEntries(
      activities.flatMap(({ id, activities: its }) => (its.has(row) ? [[id, its.get(row)] as const] : [])),
    );
  const isCompared = total.policy.kind === 'read';
  return [
    ...total.processors.map(({ id, name, declaration, activity, sent, cookies, contacts }): AuditRow => {
      const row = { id, name, kind: 'processor', declaration, activity, sent } as const;
      return { ...row, byScenario: inScenarios(id), cookies: cookies.length, hosts: hostsOf(contacts) };
    }),
    ...total.unidentified.map(({ domain, name, activity, sent, cookies, contacts }): AuditRow => {
      const declaration = isCompared ? 'not-declared' : 'no-declaration';
      const row = { id: domain, name: name ?? domain, kind: 'unidentified', declaration, activity, sent } as const;
      return { ...row, byScenario: inScenarios(domain), cookies: cookies.length, hosts: hostsOf(contacts) };
    }),
  ];
}

function activitiesOf({ processors, unidentified }: SiteReport): ReadonlyMap<string, ActivityVerdict> {
  return new Map([
    ...processors.map(({ id, activity }) => [id, activity] as const),
    ...unidentified.map(({ domain, activity }) => [domain, activity] as const),
  ]);
}

function hostsOf(contacts: readonly { readonly host: string }[]): readonly string[] {
  return [...new Set(contacts.map(({ host }) => host))].sort(compareText);
}
