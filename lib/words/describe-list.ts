import type { Translate } from './translate';

/** Entries joined as people do: `a, b and c`, with `or` for a choice, with commas only for `plain`. */
export function describeList(t: Translate, entries: readonly string[], join: 'and' | 'or' | 'plain' = 'plain'): string {
  if (join === 'plain') return entries.join(', ');
  return new Intl.ListFormat(t.locale, { type: join === 'and' ? 'conjunction' : 'disjunction' }).format(entries);
}
