import { expect, test } from 'vitest';
import { createFindHosting } from '../../../lib/catalogue/find-hosting';
import { createFindUrlRule } from '../../../lib/catalogue/find-url-rule';
import { tinyRule, tinyService, tinyTable } from './tiny-table';

const rule = (name: string) => ({ service: 'cloud', rule: `cloud/${name}`, trust: 'verified' }) as const;
const table = tinyTable({
  services: [tinyService('cloud', { category: 'hosting' }), tinyService('shop', { category: 'shop' })],
  urlRules: [
    tinyRule('cloud/host', ['*.cloud.example']),
    tinyRule('cloud/region', ['*.{region}.cloud.example']),
    tinyRule('shop/host', ['*.shop.example']),
  ],
  headerRules: [
    { ...rule('pop'), header: 'x-pop', edge: 'start' },
    { ...rule('ray'), header: 'x-ray', edge: 'end' },
    { ...rule('server'), header: 'server', value: 'Cloud/*' },
    { ...rule('node'), header: 'x-node', value: 'cache-*', edge: 'end', needsEdge: true, product: 'Cloud Cache' },
    { ...rule('pages'), header: 'x-pages', through: ['carrier'] },
  ],
  edgeCities: { FRA: 'Frankfurt' },
  regions: { cloud: { 'eu-1': 'Frankfurt' } },
  placeCountries: { Frankfurt: 'DE' },
});
const find = createFindHosting(table, createFindUrlRule(table.urlRules, table.regions));

test.each([
  ['x-pop', 'FRA56-P4', 'x-pop: FRA', 'Frankfurt'],
  ['x-pop', 'fra56-p4', 'x-pop: FRA', 'Frankfurt'],
  ['x-pop', 'QQQ1', 'x-pop: QQQ', undefined],
  ['x-pop', 'FRANKFURT', 'x-pop', undefined],
  ['x-ray', '8f00-FRA', 'x-ray: FRA', 'Frankfurt'],
  ['server', 'cloud/2.0 secret', 'server: Cloud/', undefined],
])('%s: %s is read as "%s"', (name, value, evidence, edge) => {
  const [match] = find('www.site.example', [{ name, value }]);
  expect(match).toMatchObject({ service: 'cloud', evidence });
  expect(match?.edge).toBe(edge);
});

test('other headers prove nothing', () => {
  expect(
    find('www.site.example', [
      { name: 'server', value: 'nginx' },
      { name: 'x-other', value: 'FRA' },
    ]),
  ).toEqual([]);
});

test('a host of a hosting service is evidence, of another service it is none', () => {
  expect(find('a.cloud.example', [])).toEqual([{ ...rule('host'), evidence: 'a.cloud.example', readFrom: 'host' }]);
  expect(find('a.shop.example', [])).toEqual([]);
});

test('a rule that holds twice is told once', () => {
  const header = { name: 'x-pop', value: 'FRA1' };
  expect(find('www.site.example', [header, header])).toHaveLength(1);
});

test('a rule that needs an edge holds only where the code names a city that we know', () => {
  expect(find('www.site.example', [{ name: 'x-node', value: 'cache-a1-FRA' }])).toEqual([
    { ...rule('node'), product: 'Cloud Cache', evidence: 'x-node: FRA', edge: 'Frankfurt' },
  ]);
  for (const value of ['cache-01-prod', 'cache-a1-QQQ', 'cache-a1', 'web-FRA'])
    expect(find('www.site.example', [{ name: 'x-node', value }])).toEqual([]);
});

test('the region of a host name is told with its place', () => {
  expect(find('a.eu-1.cloud.example', [])).toEqual([
    {
      ...rule('region'),
      evidence: 'a.eu-1.cloud.example',
      readFrom: 'host',
      region: { code: 'eu-1', place: 'Frankfurt', country: 'DE' },
    },
  ]);
});

test('a match says by whose network its service delivers', () => {
  expect(find('www.site.example', [{ name: 'x-pages', value: '1' }])[0]?.through).toEqual(['carrier']);
});
