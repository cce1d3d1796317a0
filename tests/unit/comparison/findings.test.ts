import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { Finding } from '../../../lib/comparison/site-report';
import type { Observation } from '../../../lib/observation/observation';
import type { PolicyApplies, PolicyState } from '../../../lib/policy/policy-state';
import { cleanShop, cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

const pixel = contact({ host: 'www.facebook.com', service: 'meta-pixel' });
const stranger = contact({ host: 'cdn-x.example' });

function findingsOn(file: unknown, page: Observation | null, applies: PolicyApplies = 'yes'): readonly Finding[] {
  return findingsIn(stateOf(file, 'shop.example', applies), page);
}

function findingsIn(policy: PolicyState, page: Observation | null): readonly Finding[] {
  return compare(policy, page, testCatalogue, noon).findings;
}

const told = (findings: readonly Finding[]) =>
  findings.map(({ id, severity, subject }) => `${severity} ${id} ${subject}`);
/** The clean shop's file with other members; `undefined` leaves one out. */
const shop = (more: object): unknown => JSON.parse(JSON.stringify({ ...cleanShopPolicy, ...more }));
const pageWith = (parts: Partial<Observation>) => observation('shop.example', parts);

test('the clean shop gives no findings', () => {
  expect(told(findingsOn(cleanShopPolicy, cleanShop))).toEqual([]);
});

describe('undeclared-processor', () => {
  const find = (file: unknown, parts: Partial<Observation>) =>
    findingsOn(file, pageWith(parts)).filter(({ id }) => id === 'undeclared-processor');

  test('is an error that quotes the promise where the policy makes one', () => {
    expect(find(cleanShopPolicy, { contacts: [pixel] })).toMatchObject([
      {
        key: 'undeclared-processor:service:meta-pixel',
        severity: 'error',
        pointer: '/disclosure',
        quote: 'We name everyone who gets your data.',
        evidence: [{ kind: 'contact', contact: { host: 'www.facebook.com' } }],
      },
    ]);
  });

  test('is a warning without a quote where the policy makes no promise', () => {
    expect(find(shop({ disclosure: undefined }), { contacts: [pixel] })).toMatchObject([
      { severity: 'warning', pointer: '/processors', quote: null },
    ]);
  });

  test('is a warning where the request was stopped', () => {
    expect(find(cleanShopPolicy, { contacts: [{ ...pixel, sent: 0, stopped: 4 }] })).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  test('is a warning that says so where an entry of the list could not be read', () => {
    const damaged = shop({ processors: [...cleanShopPolicy.processors, { id: 'no-name' }] });
    const [finding] = find(damaged, { contacts: [pixel] });
    expect(finding?.severity).toBe('warning');
    expect(JSON.stringify(finding?.evidence.at(-1))).toContain('unread-entries');
  });

  test('is a warning with the cookie where nothing but a cookie shows it', () => {
    const cookies = [
      cookie({ name: '_fbp', domain: 'shop.example' }),
      cookie({ name: '_fbp', domain: 'www.shop.example', setBy: 'earlier' }),
    ];
    expect(find(cleanShopPolicy, { cookies })).toMatchObject([
      { severity: 'warning', evidence: [{ kind: 'cookie', cookie: { domain: 'shop.example' } }] },
    ]);
    expect(find(cleanShopPolicy, { cookies: cookies.slice(1) })).toEqual([]);
  });

  test('counts what the headers show of the host', () => {
    const hosting = [
      { service: 'amazon-web-services', rule: 'x', trust: 'documented', evidence: 'x-amz-cf-pop: FRA56' },
    ] as const;
    expect(find(cleanShopPolicy, { hosting })).toMatchObject([
      { subject: 'service:amazon-web-services', evidence: [{ kind: 'text', text: 'x-amz-cf-pop: FRA56' }] },
    ]);
  });

  test('is raised where the page itself reaches the service besides a frame', () => {
    expect(find(cleanShopPolicy, { contacts: [pixel, { ...pixel, broughtInBy: 'video.example' }] })).toHaveLength(1);
  });

  test.each<[string, Partial<Observation>]>([
    ['what a third party’s frame brings in', { contacts: [{ ...pixel, broughtInBy: 'video.example' }] }],
    ['the consent banner’s own service', { contacts: [contact({ host: 'c.test', service: 'test-consent' })] }],
    ['a cookie alone', { cookies: [cookie({ name: '_fbp', domain: 'shop.example', setBy: 'earlier' })] }],
  ])('is not raised for %s', (_, parts) => {
    expect(find(shop({ storage: undefined }), parts)).toEqual([]);
  });
});

describe('unidentified-recipient', () => {
  const find = (policy: PolicyState, parts: Partial<Observation>) =>
    findingsIn(policy, pageWith(parts)).filter(({ id }) => id === 'unidentified-recipient');
  const read = stateOf(cleanShopPolicy, 'shop.example');

  test('is a warning beside a policy, by registrable domain', () => {
    const contacts = [stranger, { ...stranger, host: 'b.cdn-x.example' }];
    expect(find(read, { contacts })).toMatchObject([
      { key: 'unidentified-recipient:cdn-x.example', severity: 'warning', evidence: [{}, {}] },
    ]);
  });

  test('is a note without a policy', () => {
    expect(find({ kind: 'not-looked' }, { contacts: [stranger] })).toMatchObject([{ severity: 'note', pointer: null }]);
  });

  test('is a note where the site claims the host as its own', () => {
    const claiming = stateOf(shop({ ownDomains: ['cdn-x.example'] }), 'shop.example');
    expect(find(claiming, { contacts: [stranger] })).toMatchObject([{ severity: 'note', pointer: '/ownDomains/0' }]);
  });

  test.each<[string, Partial<Observation>]>([
    ['localhost', { contacts: [contact({ host: 'localhost' })] }],
    ['the local network', { contacts: [contact({ host: '192.168.1.1' })] }],
    ['a consent tool’s own host', { contacts: [contact({ host: 'cdn.cookielaw.org' })] }],
    ['what a frame brings in', { contacts: [{ ...stranger, broughtInBy: 'video.example' }] }],
  ])('is not raised for %s', (_, parts) => {
    expect(find(read, parts)).toEqual([]);
  });
});

describe('undeclared-cookie', () => {
  const find = (file: unknown, parts: Partial<Observation>) =>
    findingsOn(file, pageWith(parts)).filter(({ id }) => id === 'undeclared-cookie');
  const analytics = {
    id: 'ga',
    name: 'Google Analytics',
    service: 'google-analytics',
    storage: [{ identifier: '_ga', type: 'cookie', domains: ['*'] }],
  };
  const gid = cookie({ name: '_gid', domain: 'shop.example', setBy: 'script' });

  test('points to the storage of the processor whose cookie is not listed', () => {
    expect(find(shop({ processors: [analytics] }), { cookies: [gid] })).toMatchObject([
      { severity: 'warning', subject: '_gid', pointer: '/processors/0/storage', evidence: [{ kind: 'cookie' }] },
    ]);
  });

  test('is a warning for a cookie in the jar whose setting was not seen', () => {
    expect(find(shop({ processors: [analytics] }), { cookies: [{ ...gid, setBy: 'earlier' }] })).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  test('is raised for a cookie of the site’s own that the site’s list does not hold', () => {
    expect(find(cleanShopPolicy, { cookies: [cookie({ name: 'visitor', domain: 'shop.example' })] })).toMatchObject([
      { subject: 'visitor', pointer: '/storage' },
    ]);
  });

  test('is raised for a cookie from before where the policy says that nothing is stored', () => {
    const file = shop({ processors: [{ ...analytics, storage: [] }] });
    expect(find(file, { cookies: [{ ...gid, setBy: 'earlier' }] })).toHaveLength(1);
    expect(find(file, { cookies: [gid] })).toEqual([]);
  });

  test.each<[string, unknown, Partial<Observation>]>([
    ['where the policy is silent on that processor', { ...analytics, storage: undefined }, { cookies: [gid] }],
    ['for a cookie being deleted', analytics, { cookies: [{ ...gid, deleted: true }] }],
    ['for a cookie that the browser refused', analytics, { cookies: [{ ...gid, notKept: true }] }],
    [
      'for what a third party keeps for all sites since before',
      { ...analytics, domains: ['ads.example'] },
      { cookies: [cookie({ name: 'uid', domain: 'ads.example', party: 'third-party', setBy: 'earlier' })] },
    ],
    ['for a listed cookie', analytics, { cookies: [{ ...gid, name: '_ga' }] }],
    ['for an opt-out cookie', analytics, { cookies: [{ ...gid, name: 'ga-disable-G-1' }] }],
  ])('is not raised %s', (_, processor, parts) => {
    expect(find(shop({ processors: [processor] }), parts)).toEqual([]);
  });

  test('is raised for a cookie that has run out since, and for one of a third party set meanwhile', () => {
    const file = shop({ processors: [{ ...analytics, domains: ['ads.example'] }] });
    expect(find(file, { cookies: [{ ...gid, deleted: true, removedBy: 'expiry' }] })).toHaveLength(1);
    const foreign = cookie({ name: 'uid', domain: 'ads.example', party: 'third-party' });
    expect(find(file, { cookies: [foreign] })).toHaveLength(1);
    expect(find(file, { cookies: [{ ...foreign, setBy: 'earlier', partition: 'shop.example' }] })).toHaveLength(1);
  });

  test('is not raised for a cookie that another party lists', () => {
    const tagManager = { id: 'gtm', name: 'Tag Manager', storage: [{ identifier: '_gid', type: 'cookie' }] };
    expect(find(shop({ processors: [analytics, tagManager] }), { cookies: [gid] })).toEqual([]);
  });

  test('is not raised for the site’s own cookies where the policy has no list of them', () => {
    const cookies = [cookie({ name: 'visitor', domain: 'shop.example' })];
    expect(find(shop({ storage: undefined }), { cookies })).toEqual([]);
  });
});
