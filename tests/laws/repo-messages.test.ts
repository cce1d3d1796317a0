import { expect, test } from 'vitest';
import { termKinds } from '../../lib/words/term';
import { repoFiles } from './repo-files';

const locales = repoFiles(/^assets\/public\/_locales\/[^/]+\/messages\.json$/).map(({ path, text }) => ({
  path,
  messages: JSON.parse(text) as Record<string, { message: string }>,
}));
const english = locales.find(({ path }) => path.includes('/en/'))?.messages ?? {};

const code = repoFiles(/^(lib(?!\/words\/term\.ts)|components|entrypoints)\/.*\.(ts|svelte|html)$|^wxt\.config\.ts$/)
  .map(({ text }) => text)
  .join('\n');

/** Every string that stands in the code, and every template as a pattern with a hole where a value goes. */
const words = new Set([...code.matchAll(/['"`]([a-z0-9_]+)['"`]/gi)].map(([, word]) => word ?? ''));
const templates = [...code.matchAll(/`([a-z0-9_]*\$\{[^`]*\}[a-z0-9_]*)`/gi)].map(([, text]) => patternOf(text ?? ''));
/** `term(t, 'gap', reason)` reads the messages `gap_…`; a kind may be handed through a component. */
const terms = termKinds.filter((kind) => words.has(kind));
const fromManifest = [...code.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '');

test('every message is used', () => {
  const unused = Object.keys(english).filter((key) => !isUsed(key));
  expect(unused).toEqual([]);
});

test.each(locales)('$path has the keys of the English messages', ({ messages }) => {
  expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
});

test.each(locales)('$path has no empty message and no gap in its places', ({ messages }) => {
  const wrong = Object.entries(messages).filter(([key, { message }]) => message.trim() === '' || hasGap(key, message));
  expect(wrong).toEqual([]);
});

/** `$2` without `$1`; but "once" needs no number. */
function hasGap(key: string, message: string): boolean {
  const places = [...message.matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit));
  if (key.endsWith('_one')) places.push(1);
  return [...new Set(places)].sort((a, b) => a - b).some((place, index) => place !== index + 1);
}

function isUsed(key: string): boolean {
  // `Translate.count` picks among the plural forms of one key.
  const forms = [key, key.replace(/_(zero|one|two|few|many|other)$/, '')];
  const isTerm = terms.some((kind) => key.startsWith(`${kind}_`));
  return (
    isTerm ||
    forms.some((form) => words.has(form) || fromManifest.includes(form) || templates.some((one) => one.test(form)))
  );
}

/** A template with fixed text of at least four letters, e.g. `country_` before a hole, fits all keys of that form. */
function patternOf(template: string): RegExp {
  const fixed = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
  return fixed.join('').length < 4 ? /^\b$/ : new RegExp(`^${fixed.join('\\w+')}$`);
}
