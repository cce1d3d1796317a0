import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import cloudops from '../fixtures/cloudops.json';

/** What the file does not carry: headings without a statement of their own, and the words that lead on from a bullet. */
const notCarried = [
  'Responsible Authority',
  'exact time of usage as well as',
  'Changes to the Privacy Policy',
  'Data Entry',
  'Encryption of Data Entry',
];

const policyText = readFileSync(new URL('../fixtures/cloudops-policy.txt', import.meta.url), 'utf8');
const sentences = policyText
  .split('\n')
  .map((line) => folded(line.replace(/^\s*[•–]\s*/, '')))
  .flatMap((line) => line.split(/(?<=[.!?:;])\s+(?=[A-ZÄÖÜ“„])/))
  .filter((sentence) => /\p{L}/u.test(sentence));
const inFile = stringsOf(cloudops);

test('the text of the policy splits into its sentences', () => {
  expect(sentences.length).toBeGreaterThan(200);
  expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThan(1000);
});

test('every sentence of the policy stands word for word in its JSON, but for four headings and the end of a bullet', () => {
  expect(sentences.filter((sentence) => !isCarried(sentence))).toEqual(notCarried);
});

test('of that bullet only its end is not carried, and of the four headings two are, as words in a sentence', () => {
  expect(isCarried('exact time of usage')).toBe(true);
  expect(['responsible authority', 'Data entry'].every(isCarried)).toBe(true);
});

function isCarried(sentence: string): boolean {
  return inFile.some((text) => text.includes(sentence));
}

function stringsOf(part: unknown): readonly string[] {
  if (typeof part === 'string') return [folded(part)];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(stringsOf) : [];
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
