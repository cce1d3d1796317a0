import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFindUrlRule } from '../../../lib/catalogue/find-url-rule';
import { tinyRule } from './tiny-table';

const find = createFindUrlRule([
  tinyRule('one/host', ['one.example', '*.one.example']),
  tinyRule('one/path', ['*.one.example'], { path: '/p/*' }),
  tinyRule('one/longer-path', ['*.one.example'], { path: '/p/q/*' }),
  tinyRule('one/query', ['www.one.example'], { path: '/p/q/r', query: { id: 'A-*', v: '2' } }),
  tinyRule('two/narrow-host', ['x.one.example']),
  tinyRule('three/anywhere', ['*'], { path: '*/hit', query: { t: 'T-*' } }),
  tinyRule('three/home', ['three.example', '*.three.example']),
]);

test.each([
  ['https://one.example/', 'one/host'],
  ['https://www.one.example/', 'one/host'],
  ['https://www.one.example./', 'one/host'],
  ['http://WWW.ONE.example:8080/#p', 'one/host'],
  ['wss://www.one.example/', 'one/host'],
  ['https://www.one.example/p/1', 'one/path'],
  ['https://www.one.example/p/q/1', 'one/longer-path'],
  ['https://www.one.example/p/q/r?v=2&id=A-1', 'one/query'],
  ['https://www.one.example/p/q/r?id=B-1&v=2&id=A-1', 'one/query'],
  ['https://www.one.example/p/q/r?v=2', 'one/longer-path'],
  ['https://x.one.example/', 'two/narrow-host'],
  ['https://x.one.example/p/1', 'one/path'],
  ['https://www.site.example/a/hit?t=T-1', 'three/anywhere'],
  ['https://www.one.example/hit?t=T-1', 'three/anywhere'],
  ['https://www.three.example/a', 'three/home'],
])('%s is named by %s', (url, rule) => expect(find(url)?.rule).toBe(rule));

test.each([
  'https://notone.example/',
  'https://one.example.evil.test/',
  'https://evil.test/one.example/p/1',
  'https://evil.test/?u=https://one.example/p/1',
  'https://user:one.example@evil.test/',
  'https://three.example.evil.test/hit?t=T-1',
  'https://notthree.example/hit?t=T-1',
  'ftp://one.example/',
  'data:text/plain,https://one.example/',
  'about:blank',
  'one.example',
  '',
])('%s is nobody’s', (url) => expect(find(url)).toBeNull());

describe('of any text', () => {
  test('it answers without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (url) => find(url) !== undefined),
    );
  }, 30_000); // making URLs at random is slow on a busy machine

  test('a host with something put before or behind it is another host', () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,12}$/);
    fc.assert(
      fc.property(label, label, (before, behind) => {
        expect(find(`https://${before}one.example/p/1`)).toBeNull();
        expect(find(`https://www.one.example.${behind}.test/p/1`)).toBeNull();
      }),
    );
  });
});
