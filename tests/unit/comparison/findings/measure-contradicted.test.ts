import { expect, test } from 'vitest';
import type { Contact } from '../../../../lib/observation/observation';
import cloudops from '../../../fixtures/cloudops.json' with { type: 'json' };
import { contact } from '../../../fixtures/observations/make';
import { finder, noPolicy, onCleanShop, shop } from './on-shop';

const find = finder('measure-contradicted');
const words = 'Your IP address is made anonymous before it is sent to Google.';
const measure = (text: string, type = 'IPTruncation') => ({ type, text });
const analytics = {
  id: 'ga',
  name: 'Google Analytics',
  service: 'google-analytics',
  recipient: { name: 'Google Ireland Limited' },
};
const promising = (...measures: readonly object[]) => shop({ processors: [{ ...analytics, measures }] });
const hit = contact({ host: 'region1.google-analytics.com', service: 'google-analytics' });

test('a direct connection against "before it is sent" is a warning with the policy’s words', () => {
  expect(find(promising(measure('x', 'Pseudonymisation'), measure(words)), { contacts: [hit] })).toMatchObject([
    {
      severity: 'warning',
      subject: 'ga',
      pointer: '/processors/0/measures/1',
      quote: words,
      evidence: [{ kind: 'contact', contact: { host: 'region1.google-analytics.com' } }],
    },
  ]);
});

test('so is the CloudOps sentence, as a measure and beside a transfer', () => {
  const [, google] = cloudops.processors;
  expect(find(shop({ processors: [google] }), { contacts: [hit] })).toMatchObject([
    { subject: 'google-analytics', pointer: '/processors/0/measures/0' },
  ]);
  const transfers = [{ country: 'US', supplementary: [measure(words)] }];
  expect(find(shop({ processors: [{ ...analytics, transfers }] }), { contacts: [hit] })).toMatchObject([
    { pointer: '/processors/0/transfers/0/supplementary/0' },
  ]);
});

test('a general anonymisation counts where it speaks of the IP address', () => {
  expect(find(promising(measure(words, 'Anonymisation')), { contacts: [hit] })).toHaveLength(1);
  const names = 'Names are made anonymous before they are sent to Google.';
  expect(find(promising(measure(names, 'Anonymisation')), { contacts: [hit] })).toEqual([]);
});

test.each<[string, Contact]>([
  ['goes through a host of the site', { ...hit, host: 'metrics.shop.example', party: 'first-party' }],
  ['was stopped', { ...hit, sent: 0, stopped: 3 }],
  ['came from the cache', { ...hit, sent: 0, listed: 3 }],
  ['is a frame’s doing', { ...hit, broughtInBy: 'video.example' }],
])('is not raised where the request %s', (_, seen) => {
  expect(find(promising(measure(words)), { contacts: [seen] })).toEqual([]);
});

test('is not raised where no text says when, two share the evidence, there is no policy, nor on the clean shop', () => {
  expect(find(promising({ type: 'IPTruncation' }), { contacts: [hit] })).toEqual([]);
  const entry = { ...analytics, measures: [measure(words)] };
  expect(find(shop({ processors: [entry, { ...entry, id: 'ga-2' }] }), { contacts: [hit] })).toEqual([]);
  expect(find(noPolicy, { contacts: [hit] })).toEqual([]);
  expect(onCleanShop('measure-contradicted')).toEqual([]);
});
