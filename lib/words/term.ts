import type { Translate } from './translate';

/** The word lists of the format, of observation and of the catalogue that people are shown in plain words. */
export const termKinds = [
  'purpose',
  'data',
  'measure',
  'category',
  'kind',
  'role',
  'article',
  'observable',
  'load',
  'storage',
  'certainty',
  'adequacy',
  'clauses',
  'choice',
  'way',
  'from',
  'gpc',
  'status',
  'basis',
  'tbasis',
  'tshort',
  'right',
  'type',
  'gap',
  'failure',
  'issue',
  'stopper',
  'error',
  'store',
  'info',
  'import',
  'trust',
] as const;
export type TermKind = (typeof termKinds)[number];

/** A word of a list in plain words; one that nobody knows stands as it is, marked unknown. */
export function term(t: Translate, kind: TermKind, word: string): string {
  return t.find(termKey(kind, word)) ?? t('unknown_word', word);
}

/** `('basis', 'A6-1-f')` → `basis_a6_1_f`; message keys hold only a–z, 0–9 and `_`. */
export function termKey(kind: TermKind, word: string): string {
  return `${kind}_${word.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
}
