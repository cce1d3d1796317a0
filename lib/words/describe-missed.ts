import type { AuditReport } from '../audit/audit-report';
import type { ScenarioId } from '../audit/audit-session';
import type { SiteReport } from '../comparison/site-report';
import { describeNotices } from './describe-notices';
import { describePolicyPage } from './describe-policy-page';
import { describeScenario } from './describe-scenario';
import { term } from './term';
import type { Translate } from './translate';

/** Something that the audit does not know. */
export interface MissedLine {
  readonly text: string;
  readonly reasons: readonly string[];
  /** `limit`: no audit of this kind can know it. */
  readonly tone: 'gap' | 'limit';
}

const mostReasons = 20;

/** What was not seen, from what limits all of it to what no browser can see; never empty. */
export function describeMissed(t: Translate, report: AuditReport): readonly MissedLine[] {
  const { total, cutVisits, policyPage } = report;
  if (total === null) return [gap(t('export_missed_no_page'))];
  const gaps = [
    ...accessLines(t, total),
    ...pageLines(t, report),
    ...(cutVisits > 0 ? [gap(t.count('export_missed_visits', cutVisits))] : []),
    ...scenarioLines(t, report),
    ...policyLines(t, total),
    ...(total.policy.kind === 'read' && policyPage?.kind !== 'read' ? [gap(describePolicyPage(t, policyPage))] : []),
    ...partLines(t, total),
  ];
  const whole = gaps.length === 0 ? [limit(t('export_missed_nothing'))] : [];
  return [...gaps, ...whole, ...limitLines(t, report)];
}

function gap(text: string, reasons: readonly string[] = []): MissedLine {
  const shown = reasons.slice(0, mostReasons);
  const more = reasons.length - shown.length;
  return { text, reasons: more === 0 ? shown : [...shown, `+ ${more}`], tone: 'gap' };
}

function limit(text: string): MissedLine {
  return { text, reasons: [], tone: 'limit' };
}

function accessLines(t: Translate, { access }: SiteReport): readonly MissedLine[] {
  if (access === 'all') return [];
  return [gap(t(access === 'none' ? 'export_missed_access_none' : 'export_missed_access_this_site'))];
}

function pageLines(t: Translate, { pages, total }: AuditReport): readonly MissedLine[] {
  const gaps = total === null || total.coverage.kind === 'all' ? [] : total.coverage.gaps;
  const reasons = [...new Set(gaps.map(({ reason }) => term(t, 'gap', reason)))];
  const [part, none] = (['part', 'none'] as const).map((kind) => pages.filter((it) => it.coverage === kind).length);
  const lines: MissedLine[] = [];
  if (none) lines.push(gap(t.count('export_missed_pages_none', none), part ? [] : reasons));
  if (part) lines.push(gap(t.count('export_missed_pages_part', part), reasons));
  return lines;
}

/** A choice that nobody made in this audit; a page without a consent tool offers none. */
function scenarioLines(t: Translate, { scenarios }: AuditReport): readonly MissedLine[] {
  const choices: readonly ScenarioId[] = ['before-choice', 'refused', 'accepted'];
  const missing = choices.filter((id) => scenarios.every((it) => it.id !== id));
  if (missing.length === 0) return [];
  return [gap(t('export_missed_scenarios', missing.map((id) => describeScenario(t, id)).join(', ')))];
}

function policyLines(t: Translate, total: SiteReport): readonly MissedLine[] {
  const { kind } = total.policy;
  if (kind === 'looking' || kind === 'not-looked') return [gap(t('export_missed_policy'))];
  return describeNotices(t, total)
    .filter(({ id }) => id.startsWith('policy-'))
    .map(({ title, text, lines }) =>
      gap(
        `${title}. ${text}`,
        lines.map((line) => (line.foreign === null ? line.text : `${line.text} ${line.foreign}`)),
      ),
    );
}

function partLines(t: Translate, total: SiteReport): readonly MissedLine[] {
  const { cookiesRead, formsRead, stores, workerContacts, isStorageFailing, cut } = total;
  const lines: MissedLine[] = [];
  const left = [
    ...(cut.contacts > 0 ? [t.count('know_cut_contacts', cut.contacts)] : []),
    ...(cut.cookies > 0 ? [t.count('know_cut_cookies', cut.cookies)] : []),
  ];
  if (left.length > 0) lines.push(gap(t('export_missed_cut'), left));
  if (workerContacts.length > 0) lines.push(gap(t.count('export_missed_workers', workerContacts.length)));
  if (!cookiesRead) lines.push(gap(t('export_missed_cookies')));
  if (!formsRead) lines.push(gap(t('export_missed_forms')));
  if (stores === null) lines.push(gap(t('export_missed_stores')));
  if (isStorageFailing) lines.push(gap(t('export_missed_storage')));
  return lines;
}

function limitLines(t: Translate, { source }: AuditReport): readonly MissedLine[] {
  const behind = limit(t('export_missed_behind'));
  if (source === 'har') return [limit(t('export_missed_har')), behind];
  if (source === 'website-evidence-collector') return [limit(t('export_missed_collector')), behind];
  return [limit(t('know_blind')), behind];
}
