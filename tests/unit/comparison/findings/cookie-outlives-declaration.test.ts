import { describe, expect, test } from 'vitest';
import type { ObservedCookie } from '../../../../lib/observation/observation';
import { cookie } from '../../../fixtures/observations/make';
import { doubtOf, finder, noPolicy, onCleanShop, shop, unreadable } from './on-shop';

const find = finder('cookie-outlives-declaration');
const day = 86_400;
const basket = (days: number | null, more: Partial<ObservedCookie> = {}) =>
  cookie({ name: 'basket', domain: 'shop.example', lifetimeSeconds: days === null ? null : days * day, ...more });
const listing = (entry: object) =>
  shop({ storage: [{ identifier: 'basket', type: 'cookie', domains: ['*'], ...entry }] });
const forDays = (days: number) => listing({ maxAgeSeconds: days * day });

test('a cookie of the site that lasts longer is a warning with the entry, its words and its time', () => {
  const policy = listing({ maxAgeSeconds: 30 * day, description: 'keeps your basket for a month' });
  expect(find(policy, { cookies: [basket(365)] })).toMatchObject([
    {
      severity: 'warning',
      subject: 'basket',
      pointer: '/storage/0/maxAgeSeconds',
      quote: 'keeps your basket for a month',
      evidence: [
        { kind: 'cookie', cookie: { name: 'basket' } },
        { kind: 'declared-lifetime', seconds: 30 * day },
      ],
    },
  ]);
});

test('a processor’s cookie is held to the processor’s entry, else to the site’s', () => {
  const ga = { id: 'ga', name: 'Google Analytics', service: 'google-analytics' };
  const entry = { identifier: '_ga', type: 'cookie', maxAgeSeconds: 30 * day };
  const cookies = [cookie({ name: '_ga', domain: 'shop.example', setBy: 'script', lifetimeSeconds: 400 * day })];
  expect(find(shop({ processors: [{ ...ga, storage: [entry] }] }), { cookies })).toMatchObject([
    { key: 'cookie-outlives-declaration:ga:_ga|shop.example|/|', pointer: '/processors/0/storage/0/maxAgeSeconds' },
  ]);
  expect(find(shop({ processors: [ga], storage: [entry] }), { cookies })).toMatchObject([
    { pointer: '/storage/0/maxAgeSeconds' },
  ]);
});

test('declared for the visit and kept is a warning of its own', () => {
  expect(find(forDays(0), { cookies: [basket(2)] })).toMatchObject([
    { severity: 'warning', evidence: [{}, { kind: 'declared-lifetime', seconds: 0 }] },
  ]);
});

test('what is left of an older cookie, and what the browser stored, count as they are', () => {
  expect(find(forDays(30), { cookies: [basket(200, { setBy: 'earlier' })] })).toHaveLength(1);
  expect(find(forDays(100), { cookies: [basket(400, { setBy: 'script', lifetimeIsStored: true })] })).toHaveLength(1);
  expect(find(forDays(730), { cookies: [basket(400, { setBy: 'script', lifetimeIsStored: true })] })).toEqual([]);
});

test('is a note where part of the lists could not be read', () => {
  const policy = shop({
    storage: [{ identifier: 'basket', type: 'cookie', maxAgeSeconds: day }],
    processors: [unreadable],
  });
  const [finding] = find(policy, { cookies: [basket(30)] });
  expect([finding?.severity, doubtOf(finding)]).toEqual(['note', ['unread-entries']]);
});

describe('is not raised', () => {
  test.each([
    ['up to half as long again', 30, 45],
    ['up to a day longer', 0.25, 1.2],
    ['for a cookie of the visit declared to stay', 30, null],
    ['for a cookie of the visit declared for a day at most', 0, 1],
  ])('%s', (_, declared, days) => expect(find(forDays(declared), { cookies: [basket(days)] })).toEqual([]));

  test.each([
    ['no lifetime is stated', {}],
    ['none can be set', { maxAgeSeconds: null }],
    ['it is an opt-out', { maxAgeSeconds: day, optOut: true }],
  ])('where %s', (_, entry) => expect(find(listing(entry), { cookies: [basket(365)] })).toEqual([]));

  test.each<[string, Partial<ObservedCookie>]>([
    ['deleted', { deleted: true }],
    ['refused by the browser', { notKept: true }],
    ['kept by a third party since before', { party: 'third-party', setBy: 'earlier', domain: 'ads.example' }],
  ])('for a cookie %s', (_, parts) => {
    const ads = { id: 'ads', name: 'Ads', domains: ['ads.example'] };
    const entry = { identifier: 'basket', type: 'cookie', maxAgeSeconds: day };
    const policy = shop({ storage: [entry], processors: [{ ...ads, storage: [entry] }] });
    expect(find(policy, { cookies: [basket(365, parts)] })).toEqual([]);
  });

  test('where another entry of the same party allows it', () => {
    const entry = { identifier: 'basket', type: 'cookie', maxAgeSeconds: day };
    const wide = { identifier: 'bas*', type: 'cookie', maxAgeSeconds: 400 * day };
    expect(find(shop({ storage: [entry, wide] }), { cookies: [basket(365)] })).toEqual([]);
  });

  test('for the site’s own technical cookies', () => {
    const policy = shop({ storage: [{ identifier: 'CookieConsent', type: 'cookie', maxAgeSeconds: day }] });
    const consent = cookie({ name: 'CookieConsent', domain: 'shop.example', lifetimeSeconds: 365 * day });
    expect(find(policy, { cookies: [consent] })).toEqual([]);
  });

  test('where two processors share the evidence', () => {
    const twin = (id: string) => ({
      id,
      name: id,
      service: 'google-analytics',
      storage: [{ identifier: '_ga', type: 'cookie', maxAgeSeconds: day }],
    });
    const cookies = [cookie({ name: '_ga', domain: 'shop.example', setBy: 'script', lifetimeSeconds: 400 * day })];
    expect(find(shop({ processors: [twin('a'), twin('b')] }), { cookies })).toEqual([]);
  });

  test('without a policy, nor on the clean shop', () => {
    expect(find(noPolicy, { cookies: [basket(365)] })).toEqual([]);
    expect(onCleanShop('cookie-outlives-declaration')).toEqual([]);
  });
});
