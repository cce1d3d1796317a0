import type { AuditFinding } from './audit-report';

export interface FindingGroup {
  /** What its findings are about, in words; `null` where they stand in no group. */
  readonly name: string | null;
  readonly findings: readonly AuditFinding[];
}

/** Findings about the same stand together, in the order of the first of each. */
export function groupFindings(
  findings: readonly AuditFinding[],
  nameOf: ((finding: AuditFinding) => string) | null,
): readonly FindingGroup[] {
  if (nameOf === null) return [{ name: null, findings }];
  const groups = new Map<string, AuditFinding[]>();
  for (const finding of findings) {
    const name = nameOf(finding);
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [finding]);
    else members.push(finding);
  }
  return [...groups].map(([name, members]) => ({ name, findings: members }));
}
