import { expect, test } from 'vitest';
import { appliesTo } from '../../../lib/policy/applies';
import { declaredBy } from '../../../lib/policy/declared-by';
import { httpLinks } from '../../../lib/policy/http-links';
import { parsePolicy } from '../../../lib/policy/parse';
import type { Policy } from '../../../lib/policy/schema';
import cloudops from '../../fixtures/cloudops.json';

const declared = (patterns: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(patterns).map(([id, domains]) => ({ id, name: id, domains: [...domains] }));
const none = () => false;
const idsFor = (host: string, patterns: Readonly<Record<string, readonly string[]>>, isShared = none) =>
  declaredBy(host, declared(patterns), isShared).processors.map(({ id }) => id);

test('the longest matching pattern wins', () => {
  const patterns = { wide: ['*.a.example'], narrow: ['*.b.a.example'], exact: ['c.b.a.example'] };
  expect(idsFor('x.a.example', patterns)).toEqual(['wide']);
  expect(idsFor('x.b.a.example', patterns)).toEqual(['narrow']);
  expect(idsFor('c.b.a.example', patterns)).toEqual(['exact']);
  expect(idsFor('a.example', patterns)).toEqual([]);
});

test('a tie is all of them, each once', () => {
  const patterns = { one: ['a.example', 'a.example'], two: ['a.example'], three: ['*.a.example'] };
  expect(idsFor('a.example', patterns)).toEqual(['one', 'two']);
});

test('on a shared host the domains decide nothing', () => {
  const isShared = (host: string) => host === 'www.google.com';
  expect(declaredBy('www.google.com', declared({ a: ['www.google.com'] }), isShared).processors).toEqual([]);
});

test('a pattern does not reach hosts that others rent below it', () => {
  expect(idsFor('shop.s3.amazonaws.com', { aws: ['*.amazonaws.com'] })).toEqual([]);
});

test('a processor without domains claims nothing', () => {
  expect(declaredBy('a.example', [{ id: 'a', name: 'a' }], none)).toEqual({ processors: [] });
});

function policyWith(more: object): Policy {
  const { appliesTo: _, ...rest } = cloudops;
  const parsed = parsePolicy({ ...rest, ...more });
  if (!parsed.ok) throw new Error('the fixture is broken');
  return parsed.policy;
}

test.each([
  [{}, 'shop.example', 'shop.example', 'yes'],
  [{}, 'www.shop.example', 'shop.example', 'yes'],
  [{}, 'a.github.io', 'b.github.io', 'not-this-host'],
  [{}, 'localhost', 'localhost', 'yes'],
  [{ appliesTo: ['shop.example'] }, 'www.shop.example', 'shop.example', 'not-this-host'],
  [{ appliesTo: ['*.shop.example'] }, 'shop.example', 'shop.example', 'not-this-host'],
  [{ appliesTo: ['*.shop.example'] }, 'www.shop.example', 'shop.example', 'yes'],
  [{ appliesTo: ['other.example'], status: 'draft' }, 'shop.example', 'shop.example', 'not-this-host'],
  [{ status: 'draft', validFrom: '2027-01-01' }, 'shop.example', 'shop.example', 'draft'],
  [{ status: 'sleeping' }, 'shop.example', 'shop.example', 'yes'],
  [{ validFrom: '2026-11-23' }, 'shop.example', 'shop.example', 'not-yet-valid'],
  [{ validFrom: '2026-11-22' }, 'shop.example', 'shop.example', 'yes'],
] as const)('with %j, on %s, fetched from %s: %s', (more, host, fetchedFrom, expected) => {
  expect(appliesTo(policyWith(more), host, '2026-11-22', fetchedFrom)).toBe(expected);
});

test('the http links of the CloudOps policy are found, and those alone', () => {
  const links = httpLinks(policyWith({}));
  const text = JSON.stringify(cloudops);
  expect(links.length).toBe(text.match(/"http:\/\/[^"]*"/g)?.length);
  expect(links).toContainEqual({
    pointer: '/processors/1/choices/1/url',
    url: 'http://tools.google.com/dlpage/gaoptout',
  });
});

test('a text that begins like a link is none', () => {
  const statements = [{ text: 'http://a.example/', url: 'http://b.example/' }];
  expect(httpLinks(policyWith({ processors: [], statements }))).toEqual([
    { pointer: '/statements/0/url', url: 'http://b.example/' },
  ]);
});
