import { expect, test } from 'vitest';
import { createCatalogue } from '../../../lib/catalogue/create-catalogue';
import { registrableDomainOf } from '../../../lib/party/registrable-domain';
import { tinyRule, tinyService, tinyTable } from './tiny-table';

const catalogue = createCatalogue(
  tinyTable({
    services: [tinyService('chat'), tinyService('cloud', { category: 'hosting', observable: 'first-party' })],
    urlRules: [
      tinyRule('chat/host', ['*.chat.example', 'chat.example'], { ids: ['tid'] }),
      tinyRule('cloud/host', ['*.cloud.example']),
    ],
    sharedHosts: ['www.many.example', '*.cdn.example'],
  }),
  'Ads Ltd\tad\tads.example',
);
const site = registrableDomainOf('www.site.example');

test('a service is found by its id', () => {
  expect(catalogue.service('chat')?.name).toBe('chat');
  expect(catalogue.service('toString')).toBeNull();
});

test('a match says service, rule and trust, and nothing else', () => {
  expect(catalogue.identify('https://a.chat.example/x')).toEqual({
    service: 'chat',
    rule: 'chat/host',
    trust: 'verified',
  });
});

test('a rule says how well it is supported', () => {
  expect(catalogue.trustOf('chat/host')).toBe('verified');
  expect(catalogue.trustOf('chat/none')).toBeNull();
});

test('an unknown cookie on a known domain is that service’s', () => {
  expect(catalogue.identifyCookie('sid', 'chat.example', site)?.rule).toBe('chat/host');
});

test.each([
  ['unknown.example', 'an unknown domain'],
  ['shop.cloud.example', 'a host that is let to others'],
  ['site.example', 'the site itself'],
])('an unknown cookie on %s, %s, is nobody’s', (domain) => {
  expect(catalogue.identifyCookie('sid', domain, site)).toBeNull();
});

test('ids are read from the members that the rule names', () => {
  expect(catalogue.propertyIds('https://chat.example/?tid=G-1&id=G-2', 'chat/host')).toEqual(['G-1']);
  expect(catalogue.propertyIds('https://chat.example/?tid=G-1', 'chat/none')).toEqual([]);
});

test.each([
  ['www.many.example', true],
  ['x.cdn.example', true],
  ['cdn.example', false],
  ['many.example', false],
])('%s shared: %s', (host, is) => expect(catalogue.isSharedHost(host)).toBe(is));

test('other hosts have at least a name', () => expect(catalogue.nameOf('x.ads.example')?.name).toBe('Ads Ltd'));
