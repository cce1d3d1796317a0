import { expect, test } from 'vitest';
import type { ObservedCookie } from '../../../../lib/observation/observation';
import { cookie } from '../../../fixtures/observations/make';
import { doubtOf, finder, findingsOn, noPolicy, onCleanShop, shop, unreadable } from './on-shop';

const find = finder('no-cookies-contradicted');
const analytics = { id: 'ga', name: 'Google Analytics', service: 'google-analytics', storage: [] };
const pixel = { id: 'px', name: 'Pixel', domains: ['px.example'], storage: [] };
const gid = cookie({ name: '_gid', domain: 'shop.example', setBy: 'script' });
const uid = cookie({ name: 'uid', domain: 'px.example', party: 'third-party', setByHost: 'px.example' });
const visitor = cookie({ name: 'visitor', domain: 'shop.example', setByHost: 'shop.example' });

test('a processor’s cookies are one finding with the statement that there are none', () => {
  const statements = [{ topic: 'no-cookies', text: 'It works without cookies.' }];
  const policy = shop({ processors: [{ ...analytics, statements }] });
  expect(find(policy, { cookies: [gid, { ...gid, name: '_ga' }] })).toMatchObject([
    {
      key: 'no-cookies-contradicted:ga',
      severity: 'warning',
      subject: 'ga',
      pointer: '/processors/0/storage',
      quote: 'It works without cookies.',
      evidence: [{ cookie: { name: '_gid' } }, { cookie: { name: '_ga' } }],
    },
  ]);
});

test('is an error where an answer of that third party set it on its own domain', () => {
  expect(find(shop({ processors: [pixel] }), { cookies: [uid] })).toMatchObject([{ severity: 'error', subject: 'px' }]);
});

test('the site itself is held to it: an error by its own answer, a warning by a script', () => {
  const none = shop({ storage: [] });
  expect(find(none, { cookies: [visitor] })).toMatchObject([
    { severity: 'error', subject: 'shop.example', pointer: '/storage' },
  ]);
  expect(find(none, { cookies: [{ ...visitor, setBy: 'script' }] })).toMatchObject([{ severity: 'warning' }]);
});

test('whose a cookie of the site’s own domain is was read from its name: a warning, even by an answer', () => {
  const policy = shop({ processors: [analytics] });
  expect(find(policy, { cookies: [{ ...gid, setBy: 'http' }] })).toMatchObject([{ severity: 'warning' }]);
});

test('one fact is one finding: the same cookie is not told as undeclared too', () => {
  const ids = findingsOn(shop({ storage: [], processors: [pixel] }), { cookies: [uid, visitor] }).map(({ id }) => id);
  const onCookies = ids.filter((id) => id === 'no-cookies-contradicted' || id === 'undeclared-cookie');
  expect(onCookies).toEqual(['no-cookies-contradicted', 'no-cookies-contradicted']);
});

test('is a note where part of the lists could not be read', () => {
  const [finding] = find(shop({ storage: [], processors: [unreadable] }), { cookies: [visitor] });
  expect([finding?.severity, doubtOf(finding)]).toEqual(['note', ['unread-entries']]);
});

test.each<[string, object, ObservedCookie]>([
  ['the policy is silent', { processors: [{ ...analytics, storage: undefined }] }, gid],
  ['it lay there before', { processors: [analytics] }, { ...gid, setBy: 'earlier' }],
  ['the browser refused it', { processors: [analytics] }, { ...gid, notKept: true }],
  ['it was deleted', { processors: [analytics] }, { ...gid, deleted: true }],
  ['it is an opt-out', { processors: [analytics] }, { ...gid, name: 'ga-disable-G-1' }],
  ['it is the site’s session', { storage: [] }, { ...visitor, name: 'PHPSESSID' }],
  ['it is the choice on consent', { storage: [] }, { ...visitor, name: 'CookieConsent' }],
  ['another party lists it', { processors: [analytics], storage: [{ identifier: '_gid', type: 'cookie' }] }, gid],
  [
    'an activity of the site stores',
    { storage: [], activities: [{ id: 'a', name: 'A', storage: [{ identifier: 'x', type: 'cookie' }] }] },
    visitor,
  ],
  [
    'the list is empty only because its entry could not be read',
    { processors: [{ ...analytics, storage: [{ type: 'cookie' }] }] },
    gid,
  ],
])('is not raised where %s', (_, more, seen) => {
  expect(find(shop(more), { cookies: [seen] })).toEqual([]);
});

test('is not raised where two processors share the cookie, without a policy, nor on the clean shop', () => {
  const twins = shop({ processors: [analytics, { ...analytics, id: 'ga-2' }] });
  expect(find(twins, { cookies: [gid] })).toEqual([]);
  expect(find(noPolicy, { cookies: [visitor] })).toEqual([]);
  expect(onCleanShop('no-cookies-contradicted')).toEqual([]);
});
