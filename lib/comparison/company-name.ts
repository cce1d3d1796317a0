import type { Service } from '../catalogue/catalogue';

/**
 * Whether `name`, as a policy gives it, may stand for the company that runs `service`. `false` only where it names
 * another one: a company of the same group, a former name, or a name that shares no word with it.
 *
 * Case, accents, punctuation and the way of writing a legal form do not count; an address behind the name does not
 * either. A name without a legal form ("Google", "AWS") is short for the company: one word of it or of the service's
 * names is enough.
 */
export function namesCompanyOf(name: string, service: Service): boolean {
  const { entity, parent } = service;
  const stated = tokensOf(name);
  const [legalName = [], ...tradeNames] = splitAt(tokensOf(entity.name), 'dba');
  if (holds(stated, legalName)) return true;
  if (parent !== undefined && holds(stated, tokensOf(parent.name))) return false;
  const words = wordsOf(stated);
  if (words.length < stated.length) return isSame(words, wordsOf(legalName));
  const names = [legalName, ...tradeNames, ...[service.name, ...(service.alsoNamed ?? [])].map(tokensOf)];
  return names.some((one) => sharesWord(words, wordsOf(one)) || words.join('') === initialsOf(one));
}

/** Lower case without accents, legal forms written in one way, "S.à r.l." in one piece. */
function tokensOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:[^\p{L}\p{N}]+\p{L}(?![\p{L}\p{N}]))+/gu, (letters) =>
      letters.replace(/[^\p{L}]+/gu, ''),
    )
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '' && token !== 'and')
    .map((token) => longForms.get(token) ?? token);
}

const longForms: ReadonlyMap<string, string> = new Map([
  ['limited', 'ltd'],
  ['incorporated', 'inc'],
  ['corporation', 'corp'],
  ['company', 'co'],
]);

const legalForms: ReadonlySet<string> = new Set(
  (
    'ltd inc corp co llc llp lp plc pbc pty pte ulc uc dac gmbh mbh ag se kg kgaa ug ohg ev sa sas sarl srl sl spa bv nv ' +
    'ab as asa aps oy oyj ou uab sia doo kft zrt sro zoo jsc ooo kk'
  ).split(' '),
);

/** Without legal forms, of which none stands first. */
function wordsOf(tokens: readonly string[]): readonly string[] {
  return tokens.filter((token, at) => at === 0 || !legalForms.has(token));
}

/** Words that many companies have in their names. */
const common: ReadonlySet<string> = new Set(
  'the of com ireland europe emea international global group online web services service software technologies'.split(
    ' ',
  ),
);

function sharesWord(some: readonly string[], others: readonly string[]): boolean {
  return some.some((word) => !common.has(word) && others.includes(word));
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join(' ') === [...others].sort().join(' ');
}

/** Whether `part` stands in `whole`, in one piece. */
function holds(whole: readonly string[], part: readonly string[]): boolean {
  return part.length > 0 && ` ${whole.join(' ')} `.includes(` ${part.join(' ')} `);
}

function initialsOf(tokens: readonly string[]): string | null {
  return tokens.length < 3 ? null : tokens.map((token) => token.charAt(0)).join('');
}

function splitAt(tokens: readonly string[], separator: string): readonly (readonly string[])[] {
  const at = tokens.indexOf(separator);
  return at < 0 ? [tokens] : [tokens.slice(0, at), ...splitAt(tokens.slice(at + 1), separator)];
}
