import type { Finding, FindingId, SiteReport } from '../comparison/site-report';
import { isPlural, meanings, sentenceFor } from './finding-sentences';
import { term } from './term';
import type { Translate } from './translate';

/** Findings that one sentence tells; what they are about is listed in it. */
export interface FindingGroup {
  readonly key: string;
  readonly id: FindingId;
  readonly severity: Finding['severity'];
  readonly text: string;
  readonly findings: readonly Finding[];
}

const severities = ['error', 'warning', 'note'] as const;

/** On the file itself: for who writes or tests it, and not for visitors. They stay in the report and its JSON. */
export const forTesters: readonly FindingId[] = [
  'information-not-stated',
  'name-differs',
  'reference-without-target',
  'text-and-file-differ',
];

/** The findings for visitors that no notice already tells, by sentence and severity, the gravest first. */
export function describeFindings(t: Translate, report: SiteReport): readonly FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of report.findings.filter(isForVisitors)) {
    const key = `${finding.severity}:${sentenceFor(finding)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups]
    .map(([key, findings]): FindingGroup => {
      const subjects = [...new Set(findings.map((it) => describeSubject(t, report, it)))];
      const { id, severity } = findings[0];
      return { key, id, severity, text: describeFinding(t, findings[0], subjects), findings };
    })
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function isForVisitors(finding: Finding): boolean {
  return !isToldElsewhere(finding) && !forTesters.includes(finding.id);
}

/** One sentence for findings like `first` about `subjects`; more than four are cut short. */
export function describeFinding(t: Translate, first: Finding, subjects: readonly string[]): string {
  const shown = subjects.length > 4 ? [...subjects.slice(0, 3), `+ ${subjects.length - 3}`] : subjects;
  const sentence = sentenceFor(first);
  const list = shown.join(', ');
  return isPlural(sentence) ? t.count(sentence, subjects.length, list) : t(sentence, list);
}

/** What a finding means and what it does not, where that needs saying. */
export function describeMeaning(t: Translate, { id }: Finding): string | null {
  const key = meanings[id];
  return key === undefined ? null : t(key);
}

/** What a finding is about, in words. */
export function describeSubject(t: Translate, report: SiteReport, { id, subject }: Finding): string {
  return id === 'information-not-stated' ? term(t, 'info', subject) : subjectName(report, subject);
}

/** The name of a processor or activity for its id, else the subject itself. */
export function subjectName(report: SiteReport, subject: string): string {
  const { processors, policy } = report;
  const activities = policy.kind === 'read' ? (policy.policy.activities ?? []) : [];
  return [...processors, ...activities].find((it) => it.id === subject)?.name ?? subject;
}

const byNotice: readonly FindingId[] = [
  'policy-not-found',
  'policy-invalid',
  'policy-does-not-cover-host',
  'observation-incomplete',
];

/** Told by a notice already, with what can be done about it; a page over http, unless the policy promises otherwise. */
function isToldElsewhere(finding: Finding): boolean {
  if (byNotice.includes(finding.id)) return true;
  const isOfPage = sentenceFor(finding) === 'finding_not_encrypted';
  return isOfPage && finding.severity !== 'error';
}
