import type { AuditReport } from '../audit/audit-report';
import type { AuditSource } from '../audit/audit-session';
import type { PolicyState } from '../policy/policy-state';
import type { AuditHeader } from '../report/audit-header';
import { safeUrl } from '../report/safe-url';
import { describeCountry } from './describe-country';
import { describePolicyState } from './describe-policy-state';
import { describeScenario } from './describe-scenario';
import { describeDate } from './describe-time';
import type { MessageKey, Translate } from './translate';

export interface FactLine {
  readonly label: string;
  readonly text: string;
  /** Copied rather than read: a hash, an address. */
  readonly isCode?: true;
}

/** Of whom, when, with what: the head of the report. */
export function describeAuditFacts(t: Translate, report: AuditReport, header: AuditHeader): readonly FactLine[] {
  const { site, source, startedAt, endedAt, scenarios, total } = report;
  const walked = scenarios.map(({ id }) => describeScenario(t, id)).join(', ');
  const began = describeUtc(t, startedAt);
  const span =
    endedAt === null ? t('export_not_finished', began) : t('contact_from_to', began, describeUtc(t, endedAt));
  const { settings } = header;
  return [
    { label: t('export_site'), text: site },
    ...(total === null ? [] : policyFacts(t, total.policy, header.policy)),
    { label: t('export_walked'), text: span },
    { label: t('export_scenarios'), text: walked === '' ? t('export_none') : walked },
    { label: t('export_source'), text: t(sources[source]) },
    { label: t('export_made_with'), text: t('export_candor_on', header.candorVersion, header.browser, header.system) },
    ...(total === null
      ? []
      : [{ label: t('know_catalogue'), text: t('know_catalogue_as_of', describeDate(t, total.catalogueAsOf)) }]),
    { label: t('seen_consent_gpc'), text: t(settings.sendsGpc ? 'export_setting_on' : 'export_setting_off') },
    { label: t('options_names'), text: t(settings.asksForNames ? 'export_setting_on' : 'export_setting_off') },
  ];
}

/** How much there is of what. */
export function describeAuditFigures(t: Translate, { pages, findings, total }: AuditReport): readonly FactLine[] {
  const figure = (key: MessageKey, count: number) => ({ label: t(key), text: count.toLocaleString(t.locale) });
  const grave = (severity: string) => findings.filter((it) => it.severity === severity).length;
  const { declared = 0, active = 0, activeNotDeclared = 0 } = total?.counts ?? {};
  return [
    figure('export_figure_pages', pages.length),
    figure('export_figure_declared', declared),
    figure('export_figure_active', active),
    ...(total?.policy.kind === 'read' ? [figure('export_figure_not_declared', activeNotDeclared)] : []),
    figure('export_figure_errors', grave('error')),
    figure('export_figure_warnings', grave('warning')),
    figure('export_figure_notes', grave('note')),
  ];
}

/** Epoch milliseconds as day and time in UTC: whoever gets an export may be elsewhere. */
export function describeUtc(t: Translate, at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return t('export_no_time');
  const format = new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return t('export_utc', format.format(at));
}

const sources = {
  browser: 'export_source_browser',
  har: 'export_source_har',
  'website-evidence-collector': 'export_source_collector',
} as const satisfies Record<AuditSource, MessageKey>;

function policyFacts(t: Translate, policy: PolicyState, which: AuditHeader['policy']): readonly FactLine[] {
  const isUnderTest = which === 'under-test';
  const state = isUnderTest ? t('export_policy_under_test') : describePolicyState(t, policy);
  const line = { label: t('know_file'), text: state };
  if (policy.kind !== 'read' && policy.kind !== 'broken') return [line];
  const found = [
    line,
    { label: t('export_address'), text: safeUrl(policy.url), isCode: true as const },
    { label: t('know_fetched'), text: describeUtc(t, policy.fetchedAt) },
  ];
  if (policy.kind === 'broken') return found;
  const { name, country } = policy.policy.controller;
  const place = country === undefined ? t('controller_country_not_stated') : describeCountry(t, country);
  const controller = { label: t('contact_controller'), text: t('controller_country', name, place) };
  return [controller, ...found, { label: t('know_sha256'), text: policy.sha256, isCode: true }];
}
