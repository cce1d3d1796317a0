import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import messages from '../../../assets/public/_locales/en/messages.json';
import { informationItems } from '../../../lib/comparison/information-items';
import * as vocabulary from '../../../lib/policy/vocabulary';
import { fetchFailures, issueCodes } from '../../../lib/policy/policy-state';
import { failureReasons, stoppers } from '../../../lib/observation/failure';
import { gapReasons, requestTypes, storeKinds } from '../../../lib/observation/observation';
import { termKey, termKinds } from '../../../lib/words/term';
import type { TermKind } from '../../../lib/words/term';

const keys = Object.keys(messages);
const sources = ['lib', 'components', 'entrypoints', 'wxt.config.ts'].map(read).join('\n');
const quoted = new Set([...sources.matchAll(/['"`]([a-zA-Z0-9_]+)['"`]/g)].map(([, word]) => word));
const named = new Set([...sources.matchAll(/__MSG_([a-zA-Z0-9_]+)__/g)].map(([, word]) => word));

test('every message is used', () => {
  const made = [...termKinds, 'country', 'country_to'];
  const unused = keys.filter((key) => {
    const base = key.replace(/_(one|other)$/, '');
    return !quoted.has(key) && !quoted.has(base) && !named.has(key) && !made.some((kind) => key.startsWith(`${kind}_`));
  });
  expect(unused).toEqual([]);
});

test('every key that is asked for exists', () => {
  const asked = [...sources.matchAll(/\bt(?:ranslate)?\(\s*'([a-zA-Z0-9_]+)'/g)].map(([, key]) => key);
  const counted = [...sources.matchAll(/\.count\(\s*'([a-z0-9_]+)'/g)].flatMap(([, key]) => [
    `${key}_one`,
    `${key}_other`,
  ]);
  expect(asked.length).toBeGreaterThan(100);
  expect([...asked, ...counted].filter((key) => key === undefined || !keys.includes(key))).toEqual([]);
});

test('a key holds only letters, digits and underscores', () => {
  expect(keys.filter((key) => !/^[a-zA-Z0-9_]+$/.test(key))).toEqual([]);
});

test('keys differ even where case does not count, as in Chromium', () => {
  expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
});

test('every form for one has a form for many that takes the same values', () => {
  const all: Readonly<Record<string, { readonly message: string }>> = messages;
  for (const key of keys.filter((it) => it.endsWith('_one'))) {
    expect(keys).toContain(key.replace(/_one$/, '_other'));
    const valuesOf = (name: string) => (all[name]?.message.match(/\$[2-9]/g) ?? []).sort();
    expect(valuesOf(key)).toEqual(valuesOf(key.replace(/_one$/, '_other')));
  }
});

const lists: readonly (readonly [TermKind, readonly string[]])[] = [
  ['basis', vocabulary.legalBases],
  ['failure', [...fetchFailures, 'invalid']],
  ['issue', issueCodes],
  ['tbasis', vocabulary.transferBases],
  ['tshort', vocabulary.transferBases],
  ['right', vocabulary.rightIds],
  ['way', vocabulary.contactWays],
  ['from', vocabulary.retentionStarts],
  ['measure', vocabulary.measureTypes],
  ['certainty', vocabulary.certainties],
  ['adequacy', vocabulary.adequacyDecisions],
  ['clauses', vocabulary.clauseDecisions],
  ['choice', [...vocabulary.linkChoices, 'opt-out-cookie', 'instruction']],
  ['storage', vocabulary.storageTypes],
  ['category', vocabulary.processorCategories],
  ['kind', vocabulary.activityKinds],
  ['role', vocabulary.roles],
  ['article', vocabulary.contractArticles],
  ['observable', vocabulary.observabilities],
  ['load', vocabulary.loadTimes],
  ['status', vocabulary.policyStatuses],
  ['gpc', vocabulary.gpcAnswers],
  ['gap', gapReasons],
  ['type', requestTypes],
  ['stopper', stoppers],
  ['error', failureReasons],
  ['store', storeKinds],
  ['info', informationItems],
];

test.each(lists)('every word of the list "%s" has words for people', (kind, words) => {
  expect(words.filter((word) => !keys.includes(termKey(kind, word)))).toEqual([]);
});

function read(path: string): string {
  if (/\.(ts|svelte)$/.test(path)) return readFileSync(path, 'utf8');
  if (/\.[a-z]+$/.test(path)) return '';
  return readdirSync(path)
    .map((name) => read(join(path, name)))
    .join('\n');
}
