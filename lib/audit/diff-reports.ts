import type { BaselineFacts, FindingFact, RowFact } from './baseline-facts';
import { type PolicyChange, diffPolicies } from './diff-policies';
import { compareText } from './merge-contacts';

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

export interface Difference<T> {
  readonly added: readonly T[];
  readonly gone: readonly T[];
  readonly changed: readonly Change<T>[];
}

/** What is new, gone or changed between two audits; each list sorted. */
export interface ReportDifference {
  readonly isSameSite: boolean;
  readonly policySha256: Change<string | null> & { readonly isChanged: boolean };
  /** Member by member, of what an export holds; empty where either has no file. */
  readonly policy: readonly PolicyChange[];
  /** Where the later one saw less, what is gone may only be out of sight. */
  readonly coverage: Change<BaselineFacts['coverage']>;
  readonly scenarios: Omit<Difference<string>, 'changed'>;
  /** By key; changed in severity. */
  readonly findings: Difference<FindingFact>;
  /** By id; changed in declaration or activity. */
  readonly rows: Difference<RowFact>;
  readonly cookies: Omit<Difference<string>, 'changed'>;
}

export function diffReports(before: BaselineFacts, after: BaselineFacts): ReportDifference {
  const [one, other] = [before.policySha256, after.policySha256];
  return {
    isSameSite: before.site === after.site,
    policySha256: { before: one, after: other, isChanged: one !== other },
    policy: before.policy === null || after.policy === null ? [] : diffPolicies(before.policy, after.policy),
    coverage: { before: before.coverage, after: after.coverage },
    scenarios: namesOf(before.scenarios, after.scenarios),
    findings: differenceOf(before.findings, after.findings, ({ key }) => key, isSameFinding),
    rows: differenceOf(before.rows, after.rows, ({ id }) => id, isSameRow),
    cookies: namesOf(before.cookies, after.cookies),
  };
}

function isSameFinding(one: FindingFact, other: FindingFact): boolean {
  return one.severity === other.severity;
}

function isSameRow(one: RowFact, other: RowFact): boolean {
  return one.declaration === other.declaration && one.activity === other.activity;
}

function namesOf(before: readonly string[], after: readonly string[]): ReportDifference['cookies'] {
  const { added, gone } = differenceOf(
    before,
    after,
    (name) => name,
    () => true,
  );
  return { added, gone };
}

function differenceOf<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => string,
  isSame: (one: T, other: T) => boolean,
): Difference<T> {
  const [old, now] = [before, after].map((list) => new Map(list.map((it) => [nameOf(it), it])));
  const inOrder = (list: readonly T[]) => [...list].sort((one, other) => compareText(nameOf(one), nameOf(other)));
  return {
    added: inOrder(after.filter((it) => old?.has(nameOf(it)) === false)),
    gone: inOrder(before.filter((it) => now?.has(nameOf(it)) === false)),
    changed: inOrder(after).flatMap((it) => {
      const was = old?.get(nameOf(it));
      return was === undefined || isSame(was, it) ? [] : [{ before: was, after: it }];
    }),
  };
}
