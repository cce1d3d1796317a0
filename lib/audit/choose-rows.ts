import { type ActivityVerdict, type Declaration, activities, declarations } from '../comparison/site-report';
import type { AuditRow } from './audit-report';
import { compareText } from './merge-contacts';

export type RowOrder = 'verdict' | 'name' | 'sent' | 'cookies';
export const rowGroupings = ['declaration', 'activity'] as const;
export type RowGrouping = (typeof rowGroupings)[number];

/** What a tester wants to see of the recipients, and in which order; `null` is all, or no groups. */
export interface RowChoice {
  readonly search: string;
  readonly declaration: Declaration | null;
  readonly activity: ActivityVerdict | null;
  readonly grouping: RowGrouping | null;
  /** Within a group, where there are some; by verdict is the report's own order. */
  readonly order: RowOrder;
}

export const everyRow: RowChoice = { search: '', declaration: null, activity: null, grouping: null, order: 'verdict' };

/** A line of the list: a recipient, or the head of a group. */
export type RowLine =
  | { readonly kind: 'row'; readonly row: AuditRow }
  | { readonly kind: 'group'; readonly id: Declaration | ActivityVerdict; readonly count: number };

export function chooseRows(rows: readonly AuditRow[], choice: RowChoice): readonly RowLine[] {
  const { declaration, activity, grouping, order } = choice;
  const wanted = choice.search.trim().toLowerCase();
  const found = rows.filter(
    (row) =>
      (declaration === null || row.declaration === declaration) &&
      (activity === null || row.activity === activity) &&
      (wanted === '' || [row.name, row.id, ...row.hosts].some((text) => text.toLowerCase().includes(wanted))),
  );
  const sorted = order === 'verdict' ? found : found.toSorted(comparisons[order]);
  if (grouping === null) return sorted.map((row) => ({ kind: 'row', row }));
  const groups: readonly (Declaration | ActivityVerdict)[] = grouping === 'declaration' ? declarations : activities;
  return groups.flatMap((id): readonly RowLine[] => {
    const members = sorted.filter((row) => row[grouping] === id);
    if (members.length === 0) return [];
    return [{ kind: 'group', id, count: members.length }, ...members.map((row) => ({ kind: 'row', row }) as const)];
  });
}

const fold = (name: string) => name.toLowerCase();

const comparisons = {
  name: (one, other) => compareText(fold(one.name), fold(other.name)),
  sent: (one, other) => other.sent - one.sent,
  cookies: (one, other) => other.cookies - one.cookies,
} as const satisfies Record<Exclude<RowOrder, 'verdict'>, (one: AuditRow, other: AuditRow) => number>;
