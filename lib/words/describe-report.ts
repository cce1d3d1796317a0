import type { ProcessorReport, SiteReport } from '../comparison/site-report';
import { describeActivity, describeUnidentified } from './describe-activity';
import { describeConsent } from './describe-consent';
import { describeCountry } from './describe-country';
import { describeFindings } from './describe-finding';
import { describeGroups } from './describe-groups';
import { describeAliases, describeDelivery } from './describe-hosting';
import { describeNotices } from './describe-notices';
import { describeOptOut } from './describe-opt-out';
import { describePageFacts } from './describe-page-facts';
import { describePolicyState } from './describe-policy-state';
import { describeSummary } from './describe-summary';
import { describeMoment } from './describe-time';
import { describeTransfer } from './describe-transfer';
import type { Translate } from './translate';
import { visibleText } from './visible-text';

/** The report as plain text, for the clipboard and for a terminal: one line a fact, foreign text made visible. */
export function describeReport(t: Translate, report: SiteReport): string {
  const consent = describeConsent(t, report);
  const lines = [
    report.site.host,
    controllerLine(t, report),
    describePolicyState(t, report.policy),
    '',
    describeSummary(t, report).join(' '),
    ...describeNotices(t, report).map((it) => `! ${it.title}. ${it.text}`),
    ...describeFindings(t, report).map((it) => `! ${it.text}`),
    ...(consent === null ? [] : [consent.text]),
    ...optOutLines(t, report),
  ];
  for (const group of describeGroups(t, report.processors)) {
    lines.push('', group.heading, ...group.processors.flatMap((it) => processorLines(t, it)));
  }
  if (report.unidentified.length > 0) {
    lines.push('', t('unidentified_heading'));
    lines.push(...report.unidentified.map((it) => `- ${describeUnidentified(t, it)} (${describeActivity(t, it)})`));
  }
  lines.push(...describePageFacts(t, report));
  lines.push('', `${t('know_made')}: ${describeMoment(t, report.madeAt)}`);
  return lines.map((line) => visibleText(line).text).join('\n');
}

/** Nothing where nobody asked for it: "off" is how things are everywhere. */
function optOutLines(t: Translate, report: SiteReport): readonly string[] {
  const { optOut } = report;
  if (optOut === null || (optOut.on === null && !optOut.everywhere)) return [];
  const { state, leaks, faults } = describeOptOut(t, report, optOut);
  return [`${t('opt_out_heading')}: ${state}`, ...[...leaks, ...faults].map((line) => `  ${line}`)];
}

function controllerLine(t: Translate, { policy }: SiteReport): string {
  if (policy.kind !== 'read') return t('controller_not_known');
  const { name, country } = policy.policy.controller;
  const place = country === undefined ? t('controller_country_not_stated') : describeCountry(t, country);
  return t('controller_country', name, place);
}

function processorLines(t: Translate, processor: ProcessorReport): readonly string[] {
  const transfers = processor.transfers.map((it) => {
    const { destination, text } = describeTransfer(t, it, processor.name);
    return destination === null ? `  ${text}` : `  ${t('destination_line', destination, text)}`;
  });
  const delivery = describeDelivery(t, processor);
  const seen = [...(delivery === null ? [] : [delivery]), ...describeAliases(t, processor)].map((line) => `  ${line}`);
  return [`- ${processor.name} (${describeActivity(t, processor)})`, ...seen, ...transfers];
}
