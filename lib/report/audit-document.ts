import type { AuditFinding, AuditPage, AuditReport, AuditRow, ScenarioReport } from '../audit/audit-report';
import type { ActivityVerdict, Finding, SiteReport } from '../comparison/site-report';
import { sourcesOfFinding } from '../comparison/sources-of-finding';
import { originalPointer } from '../policy/original-pointer';
import type { AuditHeader } from './audit-header';
import type { AuditContent } from './audit-schema';
import { findingAsJson } from './finding-json';
import { policyAsJson } from './policy-json';
import { safePageUrl } from './safe-url';
import { isoTime } from './seen-json';
import { contentAsJson, countsAsJson, coverageAsJson, siteAsJson } from './site-json';

/** What an export of an audit holds; each member is named one by one. Query names are still in it. */
export function auditDocument(report: AuditReport, header: AuditHeader): AuditContent {
  const { site, source, madeAt, startedAt, endedAt, pages, total, scenarios, findings, rows } = report;
  return {
    format: 'candor-audit',
    version: 1,
    header: headerOf(header, total),
    audit: {
      site,
      source,
      madeAt: isoTime(madeAt),
      startedAt: isoTime(startedAt),
      endedAt: endedAt === null ? null : isoTime(endedAt),
    },
    policy: total && policyAsJson(total.policy),
    missed: missedOf(report, total),
    pages: pages.map(pageOf),
    scenarios: total === null ? [] : scenarios.map((it) => scenarioOf(it, total)),
    findings: findings.map((finding) => findingOf(finding, total)),
    rows: rows.map(rowOf),
    total: total && totalOf(total),
  };
}

function headerOf({ candorVersion, browser, system, settings, policy }: AuditHeader, total: SiteReport | null) {
  const { asksForNames, sendsGpc } = settings;
  const catalogueAsOf = total?.catalogueAsOf ?? null;
  return { candorVersion, catalogueAsOf, browser, system, settings: { asksForNames, sendsGpc }, policy };
}

/** What may be missing; where there is no report, everything. */
function missedOf({ cutVisits, policyPage }: AuditReport, total: SiteReport | null) {
  return {
    cutVisits,
    access: total?.access ?? 'none',
    coverage: total === null ? { kind: 'none' as const, gaps: [] } : coverageAsJson(total.coverage),
    cookiesRead: total?.cookiesRead ?? false,
    formsRead: total?.formsRead ?? false,
    policyPageRead: policyPage?.kind === 'read',
    storesRead: total !== null && total.stores !== null,
    cut: { contacts: total?.cut.contacts ?? 0, cookies: total?.cut.cookies ?? 0 },
    isStorageFailing: total?.isStorageFailing ?? false,
  };
}

function pageOf({ url, startedAt, scenarios, coverage, sent }: AuditPage) {
  return { url: safePageUrl(url), startedAt: isoTime(startedAt), scenarios, coverage, sent };
}

function scenarioOf({ id, pages, report: own }: ScenarioReport, total: SiteReport) {
  const report = own ?? total;
  const processors = report.processors.map(({ id: row, activity, sent, stopped, failed, listed }) => {
    return { id: row, kind: 'processor' as const, activity, sent, stopped, failed, listed };
  });
  const unidentified = report.unidentified.map(({ domain, activity, sent, stopped, failed, listed }) => {
    return { id: domain, kind: 'unidentified' as const, activity, sent, stopped, failed, listed };
  });
  return {
    id,
    pages,
    coverage: coverageAsJson(report.coverage),
    counts: countsAsJson(report.counts),
    verdicts: [...processors, ...unidentified],
  };
}

function findingOf({ scenarios, judgement, pages, morePages, ...finding }: AuditFinding, total: SiteReport | null) {
  const said = judgement && { state: judgement.state, note: judgement.note };
  const seenOn = { pages: pages.map(safePageUrl), morePages };
  return { ...findingAsJson(finding), sources: sourcesOf(finding, total), scenarios, ...seenOn, judgement: said };
}

/** Each with its place in the file as published. */
function sourcesOf(finding: Finding, total: SiteReport | null) {
  const found = total && sourcesOfFinding(total, finding);
  if (found === null || total?.policy.kind !== 'read') return [];
  const { policy } = total;
  return found.sources.map(({ url, heading = null, quote = null }, at) => {
    return { url, heading, quote, pointer: originalPointer(policy, `${found.pointer}/${at}`) };
  });
}

function rowOf({ id, name, kind, declaration, activity, byScenario, sent, cookies, hosts }: AuditRow) {
  return { id, name, kind, declaration, activity, byScenario: verdictsOf(byScenario), sent, cookies, hosts };
}

function verdictsOf(byScenario: AuditRow['byScenario']): Readonly<Record<string, ActivityVerdict>> {
  const verdicts = Object.entries(byScenario);
  return Object.fromEntries(
    verdicts.flatMap(([id, verdict]) => (verdict === undefined ? [] : [[id, verdict] as const])),
  );
}

function totalOf(total: SiteReport) {
  const gpc = total.gpcSupport;
  return {
    site: siteAsJson(total.site),
    counts: countsAsJson(total.counts),
    ...contentAsJson(total),
    gpcSupport: gpc === undefined ? null : { heeds: gpc.heeds, asOf: gpc.asOf },
  };
}
