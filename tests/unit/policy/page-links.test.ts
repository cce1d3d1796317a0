import { expect, test } from 'vitest';
import { parsePageLinks } from '../../../lib/policy/page-links';

test.each([
  ['application/json', true],
  ['application/ld+json; charset=utf-8', true],
  ['Application/JSON', true],
  ['application/jsonx', false],
  ['text/html', false],
  ['', false],
])('a link of type %j counts: %s', (type, counts) => {
  expect(parsePageLinks([{ href: 'https://a.example/p.json', type }])).toEqual(
    counts ? ['https://a.example/p.json'] : [],
  );
});

test.each([[null], ['text'], [[{ href: 1, type: 'application/json' }]]])('%j is no answer', (found) => {
  expect(parsePageLinks(found)).toBeNull();
});
