import { expect, test } from 'vitest';
import { describeProvenance } from '../../../lib/words/describe-provenance';
import { contact, cookie } from '../../fixtures/observations/make';
import { english as t } from './english';

const match = { rule: 'ga/tag', trust: 'verified' } as const;

test('a contact says by which rule it is known, where it came from and what was sent after a choice', () => {
  const seen = contact({ host: 'a.example', byConsent: { accepted: 2, unknown: 1 } });
  const piece = { kind: 'contact', contact: seen, match, redirectedFrom: ['b.example', 'c.example'] } as const;
  expect(describeProvenance(t, piece)).toEqual([
    'recognised by ga/tag (a rule from the provider’s own documents)',
    'sent on from b.example, c.example',
    '2 after you accepted',
    '1 while no choice was told',
  ]);
});

test('a rule of which nothing more is known stands alone', () => {
  const known = contact({ host: 'a.example', service: 'ga', rule: 'ga/gone' });
  expect(describeProvenance(t, { kind: 'contact', contact: known })).toEqual(['recognised by ga/gone']);
});

test('where no choice was told at any time, nothing is said of it', () => {
  const seen = contact({ host: 'a.example', byConsent: { unknown: 3 } });
  expect(describeProvenance(t, { kind: 'contact', contact: seen })).toEqual([]);
});

test.each([
  ['documented', 'a rule from what others document'],
  ['observed', 'a rule from what was seen at work'],
] as const)('a cookie says by which rule it is known: %s', (trust, words) => {
  const piece = { kind: 'cookie', cookie: cookie({ name: '_x', domain: 'a.example' }) } as const;
  expect(describeProvenance(t, piece)).toEqual([]);
  expect(describeProvenance(t, { ...piece, match: { rule: 'x/c', trust } })).toEqual([`recognised by x/c (${words})`]);
});
