import type { AuditReport, AuditRow } from '../audit/audit-report';
import type { ActivityVerdict, Declaration, SiteReport } from '../comparison/site-report';
import { describeScenario } from './describe-scenario';
import type { MessageKey, Translate } from './translate';

export interface RecipientCell {
  readonly activity: ActivityVerdict;
  readonly text: string;
}

export interface RecipientLine {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly declaration: Declaration;
  readonly declarationText: string;
  /** In all, then in each scenario. */
  readonly cells: readonly RecipientCell[];
  readonly sent: string;
}

/** Processors and other recipients by scenario. */
export interface RecipientTable {
  readonly head: readonly string[];
  readonly rows: readonly RecipientLine[];
  /** Stands in place of rows where there are none. */
  readonly none: string;
}

export const declarationKeys = {
  declared: 'export_declared',
  'named-in-text': 'export_named_in_text',
  'not-declared': 'export_not_declared',
  'no-declaration': 'export_no_declaration',
} as const satisfies Record<Declaration, MessageKey>;

export const activityKeys = {
  active: 'export_active',
  stopped: 'export_stopped',
  'not-seen': 'activity_not_seen',
  'not-looked': 'activity_not_looked',
  'not-observable': 'activity_not_observable',
} as const satisfies Record<ActivityVerdict, MessageKey>;

const mostHosts = 8;

export function describeRecipients(t: Translate, { rows, scenarios, total }: AuditReport): RecipientTable {
  const cellOf = (activity: ActivityVerdict): RecipientCell => ({ activity, text: t(activityKeys[activity]) });
  return {
    head: [
      ...[t('export_recipient'), t('export_policy_column'), t('export_in_all')],
      ...scenarios.map(({ id }) => describeScenario(t, id)),
      t('export_sent'),
    ],
    rows: rows.map((row) => ({
      name: row.name,
      hosts: hostsOf(row),
      ...{ declaration: row.declaration, declarationText: t(declarationKeys[row.declaration]) },
      cells: [row.activity, ...scenarios.map(({ id, report }) => row.byScenario[id] ?? unseenIn(report ?? total))].map(
        cellOf,
      ),
      sent: row.sent.toLocaleString(t.locale),
    })),
    none: t('export_recipients_none'),
  };
}

/** What is not declared has no verdict where nothing of it was seen. */
function unseenIn(report: Pick<SiteReport, 'coverage'> | null): ActivityVerdict {
  return report?.coverage.kind === 'all' ? 'not-seen' : 'not-looked';
}

function hostsOf({ name, hosts }: AuditRow): readonly string[] {
  if (hosts.length === 1 && hosts[0] === name) return [];
  return hosts.length > mostHosts ? [...hosts.slice(0, mostHosts), `+ ${hosts.length - mostHosts}`] : hosts;
}
