import type { Finding } from '../comparison/site-report';
import type { AuditFinding } from './audit-report';
import type { Judgement, ScenarioId } from './audit-session';

/** What a tester wants to see; `null` is all. */
export interface FindingChoice {
  readonly severity: Finding['severity'] | null;
  readonly scenario: ScenarioId | null;
  readonly judgement: Judgement['state'] | null;
  readonly search: string;
}

export const everyFinding: FindingChoice = { severity: null, scenario: null, judgement: null, search: '' };

/** The findings that fit; `textOf` is what is searched in, whatever the case. */
export function chooseFindings(
  findings: readonly AuditFinding[],
  { severity, scenario, judgement, search }: FindingChoice,
  textOf: (finding: AuditFinding) => string,
): readonly AuditFinding[] {
  const wanted = search.trim().toLowerCase();
  return findings.filter(
    (finding) =>
      (severity === null || finding.severity === severity) &&
      (scenario === null || finding.scenarios.includes(scenario)) &&
      (judgement === null || (finding.judgement?.state ?? 'open') === judgement) &&
      (wanted === '' || textOf(finding).toLowerCase().includes(wanted)),
  );
}
