import { describeArticle } from './describe-article';
import { termKey } from './term';
import type { TermKind } from './term';
import type { Translate } from './translate';

/** `A6-1-f` → `legitimate interests (Art. 6(1)(f))`; an unknown word stands as it is: `unknown basis: “x”`. */
export function describeLegalBasis(t: Translate, basis: string): string {
  return describeBasis(t, 'basis', basis);
}

/** `A46-2-c` → `standard contractual clauses (Art. 46(2)(c))`. */
export function describeTransferBasis(t: Translate, basis: string): string {
  return describeBasis(t, 'tbasis', basis);
}

function describeBasis(t: Translate, kind: TermKind, basis: string): string {
  const words = t.find(termKey(kind, basis));
  const article = describeArticle(t, basis);
  if (words === null || article === null) return t('unknown_basis', basis);
  return t('basis_with_article', words, article);
}
