import type { Translate } from './translate';

/** A country's name standing alone: `US` → `USA`, `*` → `Other countries`. A code nobody knows stands as it is. */
export function describeCountry(t: Translate, code: string): string {
  if (code === '*') return t('country_other');
  return t.find(`country_${code.toLowerCase()}`) ?? displayName(t, code);
}

/** The name as it stands after "to" and "in": `the USA`, `other countries`. */
export function describeCountryInSentence(t: Translate, code: string): string {
  if (code === '*') return t('country_to_other');
  return t.find(`country_to_${code.toLowerCase()}`) ?? describeCountry(t, code);
}

function displayName(t: Translate, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(t.locale, { type: 'region' }).of(code) ?? code;
}
