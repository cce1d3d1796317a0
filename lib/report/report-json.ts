import type { SiteReport } from '../comparison/site-report';
import { findingAsJson } from './finding-json';
import { policyAsJson } from './policy-json';
import { isoTime } from './seen-json';
import { contentAsJson, countsAsJson, coverageAsJson, siteAsJson } from './site-json';

/**
 * A report as the JSON that a person copies or saves; indented, its keys always in this order.
 *
 * Each member is named here and in what this imports one by one, so nothing that a record may hold besides can slip
 * out; query values, cookie values and fragments never do. The policy file itself is left out but for what it says of
 * each recipient: it is public, `policy.url` and `policy.sha256` name it. Times are ISO 8601 in UTC.
 */
export function reportAsJson(report: SiteReport): string {
  const document = {
    format: 'candor-report',
    version: report.format,
    madeAt: isoTime(report.madeAt),
    site: siteAsJson(report.site),
    policy: policyAsJson(report.policy),
    coverage: coverageAsJson(report.coverage),
    counts: countsAsJson(report.counts),
    findings: report.findings.map(findingAsJson),
    ...contentAsJson(report),
    catalogueAsOf: report.catalogueAsOf,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
