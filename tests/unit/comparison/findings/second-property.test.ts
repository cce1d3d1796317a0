import { expect, test } from 'vitest';
import type { Contact } from '../../../../lib/observation/observation';
import { contact } from '../../../fixtures/observations/make';
import { doubtOf, finder, noPolicy, onCleanShop, shop } from './on-shop';

const find = finder('second-property');
const analytics = { id: 'ga', name: 'Google Analytics', service: 'google-analytics', propertyIds: ['G-SHOP1'] };
const declared = (more: object = {}) => shop({ processors: [{ ...analytics, ...more }] });
const hit = (propertyIds: readonly string[], more: Partial<Contact> = {}) =>
  contact({ host: 'region1.google-analytics.com', service: 'google-analytics', propertyIds, ...more });

test('another id is a warning with that id, the request and the ids as stated', () => {
  expect(find(declared(), { contacts: [hit(['G-SHOP1', 'G-OTHER'])] })).toMatchObject([
    {
      severity: 'warning',
      subject: 'ga',
      pointer: '/processors/0/propertyIds',
      quote: 'G-SHOP1',
      evidence: [{ kind: 'text', text: 'G-OTHER' }, { kind: 'contact' }],
    },
  ]);
});

test('so is any id where the policy states that there are none, and a listed tag’s', () => {
  expect(find(declared({ propertyIds: [] }), { contacts: [hit(['UA-1234-1'])] })).toMatchObject([{ quote: null }]);
  expect(find(declared(), { contacts: [hit(['G-OTHER'], { sent: 0, listed: 1 })] })).toHaveLength(1);
});

test('a tag’s id counts where the policy gives tags', () => {
  expect(find(declared(), { contacts: [hit(['GT-TAG1'])] })).toEqual([]);
  expect(find(declared({ propertyIds: ['GT-TAG2'] }), { contacts: [hit(['GT-TAG1'])] })).toHaveLength(1);
});

test('is a note where part of that entry could not be read', () => {
  const [finding] = find(declared({ propertyIds: ['G-SHOP1', 'no id'] }), { contacts: [hit(['G-OTHER'])] });
  expect([finding?.severity, doubtOf(finding)]).toEqual(['note', ['unread-entries']]);
});

test.each<[string, object, Contact]>([
  ['it is the stated one, in whatever case', {}, hit(['g-shop1'])],
  ['no ids are stated', { propertyIds: undefined }, hit(['G-OTHER'])],
  [
    'the opt-out names it',
    { choices: [{ type: 'opt-out-cookie', service: 'google-analytics', ids: ['G-OTHER'] }] },
    hit(['G-OTHER']),
  ],
  ['a frame brought it in', {}, hit(['G-OTHER'], { broughtInBy: 'video.example' })],
  ['it was only tried', {}, hit(['G-OTHER'], { sent: 0, stopped: 1 })],
])('is not raised where %s', (_, more, seen) => {
  expect(find(declared(more), { contacts: [seen] })).toEqual([]);
});

test('is not raised where another entry of the service names it or is silent', () => {
  const other = { ...analytics, id: 'ga-2', domains: ['region1.google-analytics.com'], propertyIds: ['G-OTHER'] };
  const second = contact({ host: 'www.google-analytics.com', service: 'google-analytics', propertyIds: ['G-OTHER'] });
  const first = { ...analytics, domains: ['www.google-analytics.com'] };
  expect(find(shop({ processors: [first, other] }), { contacts: [second] })).toEqual([]);
  const silent = { ...other, propertyIds: undefined };
  expect(find(shop({ processors: [first, silent] }), { contacts: [second] })).toEqual([]);
  expect(find(shop({ processors: [first, { ...other, propertyIds: ['G-2'] }] }), { contacts: [second] })).toHaveLength(
    1,
  );
});

test('is not raised where two share the evidence, without a policy, nor on the clean shop', () => {
  const twins = shop({ processors: [analytics, { ...analytics, id: 'ga-2' }] });
  expect(find(twins, { contacts: [hit(['G-OTHER'])] })).toEqual([]);
  expect(find(noPolicy, { contacts: [hit(['G-OTHER'])] })).toEqual([]);
  expect(onCleanShop('second-property')).toEqual([]);
});
