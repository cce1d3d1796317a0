import type { Translate } from './translate';

/** `A46-2-c` → `Art. 46(2)(c)`; `null` for anything that is not written that way. */
export function describeArticle(t: Translate, code: string): string | null {
  const parts = /^A([0-9]{1,2})(?:-([0-9]))?(?:-([a-z]))?$/.exec(code);
  if (parts === null) return null;
  const [, article = '', paragraph, letter] = parts;
  return t('article', article + [paragraph, letter].map((part) => (part === undefined ? '' : `(${part})`)).join(''));
}
