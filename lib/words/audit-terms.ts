import type { AuditFinding, AuditReport } from '../audit/audit-report';
import type { Judgement } from '../audit/audit-session';
import type { ActivityVerdict, Declaration, Finding } from '../comparison/site-report';
import { describeFinding, describeSubject } from './describe-finding';
import type { Translate } from './translate';

const activityKeys = {
  active: 'audit_activity_active',
  stopped: 'audit_activity_stopped',
  'not-seen': 'activity_not_seen',
  'not-looked': 'activity_not_looked',
  'not-observable': 'activity_not_observable',
} as const satisfies Record<ActivityVerdict, string>;

export const describeActivityVerdict = (t: Translate, activity: ActivityVerdict): string => t(activityKeys[activity]);

const declarationKeys = {
  declared: 'audit_declared',
  'named-in-text': 'audit_named_in_text',
  'not-declared': 'audit_not_declared',
  'no-declaration': 'audit_no_declaration',
} as const satisfies Record<Declaration, string>;

export const describeDeclaration = (t: Translate, declaration: Declaration): string => t(declarationKeys[declaration]);

/** The head of a group of recipients. */
export const describeVerdict = (t: Translate, verdict: Declaration | ActivityVerdict): string =>
  t({ ...activityKeys, ...declarationKeys }[verdict]);

export const judgementKeys = {
  open: 'judgement_open',
  explained: 'judgement_explained',
  'to-fix': 'judgement_to_fix',
  fixed: 'judgement_fixed',
} as const satisfies Record<Judgement['state'], string>;

export const describeJudgement = (t: Translate, state: Judgement['state']): string => t(judgementKeys[state]);

export const severityKeys = { error: 'severity_error', warning: 'severity_warning', note: 'severity_note' } as const;

export const describeSeverity = (t: Translate, severity: Finding['severity']): string => t(severityKeys[severity]);

/** What a finding is about: a recipient's name, a cookie, a host. */
export const describeAuditSubject = (t: Translate, { total }: AuditReport, finding: AuditFinding): string =>
  total === null ? finding.subject : describeSubject(t, total, finding);

/** One finding in one sentence. */
export function describeAuditFinding(t: Translate, report: AuditReport, finding: AuditFinding): string {
  return describeFinding(t, finding, [describeAuditSubject(t, report, finding)]);
}
