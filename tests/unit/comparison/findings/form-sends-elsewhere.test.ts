import { expect, test } from 'vitest';
import { compare } from '../../../../lib/comparison/compare';
import type { ObservedForm } from '../../../../lib/observation/observation';
import { form } from '../../../fixtures/observations/form';
import { contact, noon, observation } from '../../../fixtures/observations/make';
import { testCatalogue } from '../../../fixtures/observations/test-catalogue';
import { doubtOf, finder, noPolicy, onCleanShop, shop, unreadable } from './on-shop';

const find = finder('form-sends-elsewhere');
const mailer = form({ host: 'news.mailer.example' });

test('a form to a host that nobody declared covers is a warning that quotes the promise to name all', () => {
  expect(find(shop({}), { forms: [mailer] })).toMatchObject([
    {
      key: 'form-sends-elsewhere:news.mailer.example',
      severity: 'warning',
      pointer: '/disclosure',
      quote: 'We name everyone who gets your data.',
      evidence: [{ kind: 'form', form: { host: 'news.mailer.example' } }],
    },
  ]);
});

test('forms to one host are one finding, to two hosts two', () => {
  const forms = [mailer, { ...mailer, method: 'get' } as const, form({ host: 'pay.example' })];
  const found = find(shop({ disclosure: undefined }), { forms });
  expect(found).toMatchObject([
    { pointer: '/processors', quote: null, evidence: [{}, {}] },
    { subject: 'pay.example', evidence: [{}] },
  ]);
});

test('is an error where one was sent and the policy promises to name all', () => {
  expect(find(shop({}), { forms: [{ ...mailer, sent: 1 }] })).toMatchObject([{ severity: 'error' }]);
  expect(find(shop({ disclosure: undefined }), { forms: [{ ...mailer, sent: 1 }] })).toMatchObject([
    { severity: 'warning' },
  ]);
});

test('is a note where the site claims the host, and where an entry could not be read', () => {
  const claimed = find(shop({ ownDomains: ['news.mailer.example'] }), { forms: [mailer] });
  expect(claimed).toMatchObject([{ severity: 'note', pointer: '/ownDomains/0', quote: null }]);
  expect(doubtOf(claimed[0])).toEqual(['claimed-as-own']);
  const [finding] = find(shop({ processors: [unreadable] }), { forms: [{ ...mailer, sent: 1 }] });
  expect([finding?.severity, doubtOf(finding)]).toEqual(['note', ['unread-entries']]);
});

test.each<[string, ObservedForm]>([
  ['the site itself', { ...mailer, party: 'first-party' }],
  ['a third party’s frame', { ...mailer, frameOf: 'widget.example' }],
  ['this device', form({ host: 'localhost' })],
  ['a consent tool', form({ host: 'cdn.cookielaw.org' })],
  ['a host that many services share', form({ host: 'www.google.com' })],
])('is not raised for %s', (_, one) => expect(find(shop({}), { forms: [one] })).toEqual([]));

test('a host that a declared processor claims, was seen on, or that our rules know as its is covered', () => {
  const claiming = shop({ processors: [{ id: 'mail', name: 'Mailer', domains: ['*.mailer.example'] }] });
  expect(find(claiming, { forms: [mailer] })).toEqual([]);
  const crm = shop({ processors: [{ id: 'crm', name: 'CRM', service: 'pipedrive' }] });
  const contacts = [contact({ host: 'news.mailer.example', service: 'pipedrive' })];
  expect(find(crm, { forms: [mailer], contacts })).toEqual([]);
  const knowing = {
    ...testCatalogue,
    identify: () => ({ service: 'pipedrive', rule: 'pipedrive/host', trust: 'verified' }) as const,
  };
  const { findings } = compare(crm, observation('shop.example', { forms: [mailer] }), knowing, noon);
  expect(findings.filter(({ id }) => id === 'form-sends-elsewhere')).toEqual([]);
});

test('is not raised without a policy, nor on the clean shop', () => {
  expect(find(noPolicy, { forms: [mailer] })).toEqual([]);
  expect(onCleanShop('form-sends-elsewhere')).toEqual([]);
});
