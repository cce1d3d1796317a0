import type { ReportCounts } from './report-counts';
import type { ProcessorReport, UnidentifiedRecipient } from './site-report';

/**
 * What badge and summary say, counted from the rows they stand beside and from nothing else.
 *
 * `isInForce`: a policy was read that speaks for this page; without one nothing counts as "not declared".
 */
export function countsOf(
  processors: readonly ProcessorReport[],
  unidentified: readonly UnidentifiedRecipient[],
  isInForce: boolean,
): ReportCounts {
  const declared = processors.filter((row) => row.declared !== null);
  const services = processors.filter((row) => row.declared === null);
  const others = [...services, ...unidentified.filter((row) => !row.isLocal)];
  const started = others.filter((row) => row.broughtInBy === null);
  const isActive = (row: { readonly activity: string }) => row.activity === 'active';
  const isStopped = (row: { readonly activity: string }) => row.activity === 'stopped';

  const activeDeclared = countOneOf(declared.filter(isActive));
  const activeOthers = started.filter(isActive);
  return {
    declared: declared.length,
    active: activeDeclared + activeOthers.length,
    activeDeclared,
    activeNotDeclared: isInForce ? activeOthers.length : 0,
    stopped: countOneOf(declared.filter(isStopped)) + started.filter(isStopped).length,
    notObservable: processors.filter((row) => row.activity === 'not-observable').length,
    unidentified: activeOthers.filter((row) => 'domain' in row).length,
    broughtIn: others.filter((row) => row.broughtInBy !== null && isActive(row)).length,
  };
}

/**
 * How many of these rows are at work at least: each with evidence of its own, and one for each group of rows whose
 * evidence fits only each other.
 */
function countOneOf(rows: readonly ProcessorReport[]): number {
  const certain = rows.filter((row) => !row.isOnlyShared);
  const settled = new Set(certain.flatMap((row) => [row.id, ...row.sharedWith]));
  let groups = 0;
  for (const row of rows) {
    if (settled.has(row.id)) continue;
    groups += 1;
    settle(row, rows, settled);
  }
  return certain.length + groups;
}

function settle(row: ProcessorReport, rows: readonly ProcessorReport[], settled: Set<string>): void {
  settled.add(row.id);
  for (const id of row.sharedWith) {
    const other = rows.find((it) => it.id === id);
    if (other !== undefined && !settled.has(id)) settle(other, rows, settled);
  }
}
