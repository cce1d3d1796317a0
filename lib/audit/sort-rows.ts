import type { AuditRow } from './audit-report';
import { compareText } from './merge-contacts';

export const rowOrders = ['verdict', 'name', 'sent', 'cookies'] as const;
export type RowOrder = (typeof rowOrders)[number];

/** The rows that hold `search`, in this order; by verdict is the report's own order. */
export function sortRows(rows: readonly AuditRow[], order: RowOrder, search: string): readonly AuditRow[] {
  const wanted = search.trim().toLowerCase();
  const found = rows.filter(
    ({ name, id, hosts }) => wanted === '' || [name, id, ...hosts].some((text) => text.toLowerCase().includes(wanted)),
  );
  if (order === 'name') return found.toSorted((one, other) => compareText(fold(one.name), fold(other.name)));
  if (order === 'sent') return found.toSorted((one, other) => other.sent - one.sent);
  return order === 'cookies' ? found.toSorted((one, other) => other.cookies - one.cookies) : found;
}

const fold = (name: string) => name.toLowerCase();
