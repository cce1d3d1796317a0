import { expect, test } from 'vitest';
import type { Contact } from '../../../../lib/observation/observation';
import { contact } from '../../../fixtures/observations/make';
import { doubtOf, finder, noPolicy, onCleanShop, shop, unreadable } from './on-shop';

const find = finder('loads-undeclared');
const manager = { id: 'gtm', name: 'Tag Manager', service: 'google-tag-manager', loads: ['ga'] };
const policy = shop({ processors: [manager] });
const script = contact({ host: 'www.googletagmanager.com', service: 'google-tag-manager' });
const pixel = contact({ host: 'www.facebook.com', service: 'meta-pixel' });
const stranger = contact({ host: 'cdn-x.example' });

test('what is at work undeclared beside a loader is a note with what the loader is said to load', () => {
  expect(find(policy, { contacts: [script, pixel, stranger] })).toMatchObject([
    {
      severity: 'note',
      subject: 'service:meta-pixel',
      pointer: '/processors/0/loads',
      quote: 'Tag Manager → ga',
      evidence: [],
    },
    { subject: 'cdn-x.example' },
  ]);
});

test('each active loader is named', () => {
  const chat = { id: 'chat', name: 'Chat', domains: ['chat.example'], loads: ['ga', 'fonts'] };
  const contacts = [script, contact({ host: 'chat.example' }), pixel];
  expect(find(shop({ processors: [manager, chat] }), { contacts })[0]?.evidence).toEqual([
    { kind: 'declaration', text: 'Chat → ga, fonts', pointer: '/processors/1/loads' },
  ]);
});

test('says where part of the list could not be read', () => {
  const [finding] = find(shop({ processors: [manager, unreadable] }), { contacts: [script, pixel] });
  expect(doubtOf(finding)).toEqual(['unread-entries']);
});

test.each<[string, object, readonly Contact[]]>([
  ['the loader states nothing', { ...manager, loads: undefined }, [script, pixel]],
  ['the loader is said to load nothing', { ...manager, loads: [] }, [script, pixel]],
  ['the loader is not at work', manager, [pixel]],
  ['the loader was only tried', manager, [{ ...script, sent: 0, stopped: 1 }, pixel]],
  ['a frame brought the loader in', manager, [{ ...script, broughtInBy: 'video.example' }, pixel]],
  ['a frame brought it in', manager, [script, { ...pixel, broughtInBy: 'video.example' }]],
  ['it was only tried', manager, [script, { ...pixel, sent: 0, stopped: 1 }]],
  ['it is this device', manager, [script, contact({ host: 'localhost' })]],
  [
    'it is the consent tool',
    manager,
    [script, contact({ host: 'c.test', service: 'test-consent' }), contact({ host: 'cdn.cookielaw.org' })],
  ],
  ['all is declared', manager, [script]],
])('is not raised where %s', (_, processor, contacts) => {
  expect(find(shop({ processors: [processor] }), { contacts })).toEqual([]);
});

test('is not raised without a policy, nor on the clean shop', () => {
  expect(find(noPolicy, { contacts: [script, pixel] })).toEqual([]);
  expect(onCleanShop('loads-undeclared')).toEqual([]);
});
