import { expect, test } from 'vitest';
import { describeArticle } from '../../../lib/words/describe-article';
import { describeCountry, describeCountryInSentence } from '../../../lib/words/describe-country';
import { describePeriod, describeSeconds } from '../../../lib/words/describe-duration';
import { describeLegalBasis, describeTransferBasis } from '../../../lib/words/describe-legal-basis';
import { describeRetention, describeStorage } from '../../../lib/words/describe-processing';
import { describeRight } from '../../../lib/words/describe-right';
import { term } from '../../../lib/words/term';
import { english as t } from './english';

test.each([
  ['A6-1-f', 'Art. 6(1)(f)'],
  ['A46-2-c', 'Art. 46(2)(c)'],
  ['A45-3', 'Art. 45(3)'],
  ['A7-3', 'Art. 7(3)'],
  ['A15', 'Art. 15'],
  ['nonsense', null],
])('the article of %s is %s', (code, article) => {
  expect(describeArticle(t, code)).toBe(article);
});

test.each([
  ['US', 'USA', 'the USA'],
  ['DE', 'Germany', 'Germany'],
  ['NL', 'Netherlands', 'the Netherlands'],
  ['*', 'Other countries', 'other countries'],
  ['QZ', 'QZ', 'QZ'],
])('the country %s is %s, and "to %s"', (code, name, inSentence) => {
  expect(describeCountry(t, code)).toBe(name);
  expect(describeCountryInSentence(t, code)).toBe(inSentence);
});

test.each([
  ['P2Y', '2 years'],
  ['P6M', '6 months'],
  ['P1Y6M', '1 year and 6 months'],
  ['PT30M', '30 minutes'],
  ['P', 'P'],
  ['soon', 'soon'],
])('the period %s is %s', (period, words) => {
  expect(describePeriod(t, period)).toBe(words);
});

test.each([
  [63_072_000, '2 years'],
  [7_776_000, '90 days'],
  [86_400, '1 day'],
  [34_559_999, 'about 400 days'],
  [1, '1 second'],
  [0, '0 seconds'],
  [90, '90 seconds'],
  [3599, 'about 60 minutes'],
])('%d seconds are %s', (seconds, words) => {
  expect(describeSeconds(t, seconds)).toBe(words);
});

test.each([
  ['A6-1-f', 'legitimate interests (Art. 6(1)(f))'],
  ['A99', 'unknown basis: “A99”'],
  ['constructor', 'unknown basis: “constructor”'],
])('the legal basis %s is %s', (basis, words) => {
  expect(describeLegalBasis(t, basis)).toBe(words);
});

test('a transfer basis is told with its article', () => {
  expect(describeTransferBasis(t, 'A46-2-c')).toBe('standard contractual clauses (Art. 46(2)(c))');
});

test('a word that nobody knows stands as it is', () => {
  expect(term(t, 'purpose', 'SomethingNew')).toBe('unknown word: “SomethingNew”');
});

test('a right is told with its article', () => {
  expect(describeRight(t, 'A21-2')).toEqual({ name: 'Object to direct marketing', article: 'Art. 21(2)' });
});

test('a storage period from six to ten years says both', () => {
  expect(describeRetention(t, { period: 'P6Y', periodMax: 'P10Y' })).toBe('6 years to 10 years');
});

test('a lifetime of 0 is said to be a session, null to have no end, and one left out is not mentioned', () => {
  const lasting = (type: string, maxAgeSeconds: number | null) =>
    describeStorage(t, { identifier: 'a', type, maxAgeSeconds });
  expect(lasting('cookie', 0)).toEqual(['cookie', 'until the browser is closed']);
  expect(lasting('web', null)).toEqual(['web storage', 'no end is set']);
  expect(describeStorage(t, { identifier: 'a', type: 'cookie' })).toEqual(['cookie']);
});
