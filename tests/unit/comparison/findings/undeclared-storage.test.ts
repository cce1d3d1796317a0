import { expect, test } from 'vitest';
import type { Catalogue } from '../../../../lib/catalogue/catalogue';
import { compare } from '../../../../lib/comparison/compare';
import type { ObservedStore } from '../../../../lib/observation/observation';
import { cleanShopPolicy } from '../../../fixtures/observations/clean-shop';
import { noon, observation } from '../../../fixtures/observations/make';
import { testCatalogue } from '../../../fixtures/observations/test-catalogue';
import { doubtOf, finder, noPolicy, onCleanShop, shop, unreadable } from './on-shop';

const find = finder('undeclared-storage');
const store = (keys: readonly string[], more: Partial<ObservedStore> = {}): ObservedStore => ({
  kind: 'local-storage',
  origin: 'https://shop.example',
  party: 'first-party',
  keys,
  more: 0,
  ...more,
});
const web = (identifier: string) => ({ identifier, type: 'web', domains: ['*'] });
const listing = shop({ storage: [...cleanShopPolicy.storage, web('basket')] });

test('names that no entry covers are one warning for each store, with those names alone', () => {
  const stores = [
    store(['basket', 'visitor', 'seen_1']),
    store(['step'], { kind: 'session-storage' }),
    store(['shop-db'], { kind: 'indexed-db', origin: 'https://www.shop.example' }),
  ];
  expect(find(listing, { stores })).toMatchObject([
    {
      key: 'undeclared-storage:local-storage|https://shop.example',
      severity: 'warning',
      subject: 'https://shop.example',
      pointer: '/storage',
      evidence: [{ kind: 'store', store: { keys: ['visitor', 'seen_1'], more: 0 } }],
    },
    { key: 'undeclared-storage:session-storage|https://shop.example' },
    { key: 'undeclared-storage:indexed-db|https://www.shop.example' },
  ]);
});

test('a policy that says "nothing is stored" is held to it', () => {
  expect(find(shop({ storage: [] }), { stores: [store(['visitor'])] })).toHaveLength(1);
});

test('is a note where part of the lists could not be read', () => {
  const [finding] = find(shop({ processors: [unreadable] }), { stores: [store(['visitor'])] });
  expect([finding?.severity, doubtOf(finding)]).toEqual(['note', ['unread-entries']]);
});

test.each<[string, Partial<ObservedStore>]>([
  ['a third party’s store', { party: 'third-party', origin: 'https://embed.example' }],
  ['a cache', { kind: 'cache-storage' }],
  ['session and language', { keys: ['session_id', 'csrf-token', 'lang'] }],
  ['a consent tool’s names', { keys: ['uc_settings', 'ucData', 'CookieConsent', 'cmplz_consent'] }],
  ['names kept in part', { keys: ['user_…@…', 'long…'] }],
  ['listed names', { keys: ['basket'] }],
])('is not raised for %s', (_, parts) => {
  expect(find(listing, { stores: [store(['visitor'], parts)] })).toEqual([]);
});

test('a name that a processor or an activity lists is declared', () => {
  const processors = [{ id: 'chat', name: 'Chat', storage: [web('visitor')] }];
  expect(find(shop({ processors }), { stores: [store(['visitor'])] })).toEqual([]);
  const activities = [{ id: 'orders', name: 'Orders', storage: [web('visitor')] }];
  expect(find(shop({ activities }), { stores: [store(['visitor'])] })).toEqual([]);
});

test('a name that a service’s cookies bear is its own where the policy is silent on what that one stores', () => {
  const knowing: Catalogue = {
    ...testCatalogue,
    service: (id) => {
      const service = testCatalogue.service(id);
      return service && { ...service, cookies: [{ name: '_ga*', domain: '*' }] };
    },
  };
  const ga = { id: 'ga', name: 'Google Analytics', service: 'google-analytics' };
  const findWith = (processor: object) =>
    compare(
      shop({ processors: [processor] }),
      observation('shop.example', { stores: [store(['_gat_x'])] }),
      knowing,
      noon,
    ).findings.filter(({ id }) => id === 'undeclared-storage');
  expect(findWith(ga)).toEqual([]);
  expect(findWith({ ...ga, storage: [] })).toHaveLength(1);
});

test('is not raised where nobody looked, the policy is silent on the site’s storage, or there is none', () => {
  expect(find(listing, { stores: null })).toEqual([]);
  expect(find(shop({ storage: undefined }), { stores: [store(['visitor'])] })).toEqual([]);
  expect(find(noPolicy, { stores: [store(['visitor'])] })).toEqual([]);
  expect(onCleanShop('undeclared-storage')).toEqual([]);
});
