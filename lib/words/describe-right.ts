import { describeArticle } from './describe-article';
import { term } from './term';
import type { Translate } from './translate';

export interface RightWords {
  readonly name: string;
  /** `null` where the id names no article. */
  readonly article: string | null;
}

/** A right's plain name and its article of the GDPR. */
export function describeRight(t: Translate, id: string): RightWords {
  return { name: term(t, 'right', id), article: describeArticle(t, id) };
}
