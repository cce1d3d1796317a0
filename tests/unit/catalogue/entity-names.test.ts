import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNameOf } from '../../../lib/catalogue/entity-names';

const nameOf = createNameOf('Ads Ltd\tad\tads.example =ads.cdn.example\nPlain\t\tplain.example');

test.each([
  ['ads.example', 'Ads Ltd'],
  ['a.b.ads.example', 'Ads Ltd'],
  ['ads.cdn.example', 'Ads Ltd'],
  ['plain.example', 'Plain'],
])('%s is %s', (host, name) => expect(nameOf(host)?.name).toBe(name));

test.each([
  'notads.example',
  'ads.example.test',
  'x.ads.cdn.example',
  'cdn.example',
  'example',
  '',
  '=ads.cdn.example',
])('%s has no name', (host) => expect(nameOf(host)).toBeNull());

test('a category is kept where there is one', () => {
  expect(nameOf('ads.example')?.categories).toEqual(['ad']);
  expect(nameOf('plain.example')?.categories).toEqual([]);
});

test('any host gets an answer', () => {
  fc.assert(fc.property(fc.string(), (host) => nameOf(host) !== undefined));
});
