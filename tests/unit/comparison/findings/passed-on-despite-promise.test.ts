import { expect, test } from 'vitest';
import type { Contact } from '../../../../lib/observation/observation';
import cloudops from '../../../fixtures/cloudops.json' with { type: 'json' };
import { contact } from '../../../fixtures/observations/make';
import { finder, noPolicy, onCleanShop, shop } from './on-shop';

const find = finder('passed-on-despite-promise');
const words = 'This data will not be passed to third parties.';
const calendar = {
  id: 'calendar',
  name: 'Calendar',
  domains: ['book.calendar.example'],
  recipients: [],
  disclosure: { text: words },
};
const policy = shop({ processors: [calendar] });
const frame = contact({ host: 'book.calendar.example', types: { sub_frame: 1 } });
const inside = (host: string, more: Partial<Contact> = {}) =>
  contact({ host, broughtInBy: 'calendar.example', ...more });
const tracker = inside('www.google-analytics.com', { service: 'google-analytics' });
const stranger = inside('cdn-x.example');

test('what the frame of a processor contacts is a warning with the promise in the policy’s words', () => {
  expect(find(policy, { contacts: [frame, tracker, stranger] })).toMatchObject([
    {
      severity: 'warning',
      subject: 'calendar',
      pointer: '/processors/0/recipients',
      quote: words,
      evidence: [{ contact: { host: 'www.google-analytics.com' } }, { contact: { host: 'cdn-x.example' } }],
    },
  ]);
});

test('a declared recipient that the frame contacts is passed on to as well', () => {
  const counter = { id: 'counter', name: 'Counter', domains: ['cdn-x.example'] };
  expect(find(shop({ processors: [calendar, counter] }), { contacts: [frame, stranger] })).toHaveLength(1);
});

test('the CloudOps calendar is held to "not passed to third parties by us or by Pipedrive"', () => {
  const contacts = [
    contact({ host: 'cloudops.pipedrive.com', service: 'pipedrive', types: { sub_frame: 1 } }),
    contact({ host: 'cdn-x.example', broughtInBy: 'pipedrive.com' }),
  ];
  const declared = cloudops.processors.filter(({ service }) => service === 'pipedrive');
  expect(find(shop({ processors: declared }), { contacts })).toMatchObject([
    { subject: 'pipedrive-calendar', quote: expect.stringContaining('by us or by Pipedrive') as string },
  ]);
});

test.each<[string, object, readonly Contact[]]>([
  ['no promise is stated', { ...calendar, recipients: undefined }, [frame, stranger]],
  ['recipients are named', { ...calendar, recipients: [{ name: 'Helper Ltd' }] }, [frame, stranger]],
  ['the promise could not be read whole', { ...calendar, recipients: [{}] }, [frame, stranger]],
  ['the frame stays with its own domain', calendar, [frame, inside('static.calendar.example')]],
  ['the frame calls the site', calendar, [frame, inside('api.shop.example', { party: 'first-party' })]],
  ['it was only tried', calendar, [frame, { ...stranger, sent: 0, stopped: 1 }]],
  ['another frame brought it in', calendar, [frame, { ...stranger, broughtInBy: 'video.example' }]],
  ['the page itself did', calendar, [frame, { ...stranger, broughtInBy: null }]],
  ['it has no frame here', calendar, [contact({ host: 'book.calendar.example' }), stranger]],
  ['it goes to its hosting service', calendar, [frame, inside('x.test', { service: 'amazon-web-services' })]],
  ['it is a consent tool', calendar, [frame, inside('cdn.cookielaw.org')]],
  ['it is this device', calendar, [frame, inside('localhost')]],
  [
    'another recipient has a frame there',
    calendar,
    [frame, contact({ host: 'ads.calendar.example', types: { sub_frame: 1 } }), stranger],
  ],
])('is not raised where %s', (_, processor, contacts) => {
  expect(find(shop({ processors: [processor] }), { contacts })).toEqual([]);
});

test('another host of the same service is no third party', () => {
  const own = { ...calendar, service: 'pipedrive' };
  const contacts = [{ ...frame, service: 'pipedrive', rule: 'x' }, inside('assets.test', { service: 'pipedrive' })];
  expect(find(shop({ processors: [own] }), { contacts })).toEqual([]);
});

test('so is none of another entry of that service, and a host of the site that the policy names', () => {
  const declared = cloudops.processors.filter(({ service }) => service === 'pipedrive');
  const contacts = [
    contact({ host: 'cloudops.pipedrive.com', service: 'pipedrive', types: { sub_frame: 1 } }),
    contact({ host: 'x.pipedrivewebforms.com', service: 'pipedrive', broughtInBy: 'pipedrive.com' }),
  ];
  expect(find(shop({ processors: declared }), { contacts })).toEqual([]);
  const api = { id: 'api', name: 'API', domains: ['api.shop.example'] };
  const calls = inside('api.shop.example', { party: 'first-party' });
  expect(find(shop({ processors: [calendar, api] }), { contacts: [frame, calls] })).toEqual([]);
});

test('is not raised where two share the evidence, without a policy, nor on the clean shop', () => {
  const twins = shop({ processors: [calendar, { ...calendar, id: 'twin' }] });
  expect(find(twins, { contacts: [frame, stranger] })).toEqual([]);
  expect(find(noPolicy, { contacts: [frame, stranger] })).toEqual([]);
  expect(onCleanShop('passed-on-despite-promise')).toEqual([]);
});
