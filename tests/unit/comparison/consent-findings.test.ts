import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { ConsentSignal, ObservedConsent } from '../../../lib/consent/consent';
import { noConsentSeen } from '../../../lib/consent/consent';
import type { Observation } from '../../../lib/observation/observation';
import { describeFindings, describeMeaning } from '../../../lib/words/describe-finding';
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { english as t } from '../words/english';

const analytics = {
  id: 'ga',
  name: 'Google Analytics',
  service: 'google-analytics',
  load: 'after-consent',
  legalBases: [{ basis: 'A6-1-a', when: 'only if you agree in the banner' }],
};
const policy = (more: object = {}, processor: object = {}) =>
  JSON.parse(JSON.stringify({ ...cleanShopPolicy, processors: [{ ...analytics, ...processor }], ...more })) as unknown;

const teller: ConsentSignal = {
  state: 'before-choice',
  isPartial: false,
  source: 'cookie',
  manager: 'OneTrust',
  evidence: 'OptanonConsent',
  since: 'page-start',
  at: noon,
};
const seen = (signals: readonly ConsentSignal[]): ObservedConsent => ({ ...noConsentSeen, signals });
const byTool = seen([teller, { ...teller, state: 'refused' }]);
const byGoogle = seen([
  { ...teller, source: 'google-consent-mode', manager: null },
  { ...teller, source: 'google-consent-mode', manager: null, state: 'refused' },
]);

const hits = (byConsent: object, more: object = {}) =>
  contact({ host: 'region1.google-analytics.com', service: 'google-analytics', sent: 3, byConsent, ...more });
const reportOn = (file: unknown, parts: Partial<Observation>) =>
  compare(
    stateOf(file, 'shop.example'),
    observation('shop.example', { consent: byTool, ...parts }),
    testCatalogue,
    noon,
  );
const find = (file: unknown, parts: Partial<Observation>) =>
  reportOn(file, parts).findings.filter(
    ({ id }) => id === 'observed-before-consent' || id === 'observed-after-refusal',
  );
const told = (file: unknown, parts: Partial<Observation>) =>
  find(file, parts).map(({ id, severity, subject }) => `${severity} ${id} ${subject}`);

describe('a processor that the policy says waits for consent', () => {
  test('and that got something before any choice is a warning with place, words and evidence', () => {
    expect(find(policy(), { contacts: [hits({ 'before-choice': 2 })] })).toMatchObject([
      {
        id: 'observed-before-consent',
        key: 'observed-before-consent:ga',
        severity: 'warning',
        subject: 'ga',
        pointer: '/processors/0/load',
        quote: 'only if you agree in the banner',
        evidence: [{ kind: 'contact', contact: { host: 'region1.google-analytics.com' } }],
      },
    ]);
  });

  test('and that got something after a refusal is an error', () => {
    expect(told(policy(), { contacts: [hits({ refused: 1 })] })).toEqual(['error observed-after-refusal ga']);
  });

  test('is told of twice where both happened', () => {
    expect(told(policy(), { contacts: [hits({ refused: 1, 'before-choice': 1 })] })).toEqual([
      'error observed-after-refusal ga',
      'warning observed-before-consent ga',
    ]);
  });

  test('brings the policy’s own words on consent', () => {
    const file = policy({ consent: { text: 'Nothing loads until you agree.' } });
    expect(find(file, { contacts: [hits({ refused: 1 })] })[0]?.evidence).toContainEqual({
      kind: 'declaration',
      text: 'Nothing loads until you agree.',
      pointer: '/consent/text',
    });
  });

  test('weighs less, with the doubt, where only Google was told of the choice', () => {
    const contacts = [hits({ refused: 1, 'before-choice': 1 })];
    expect(told(policy(), { consent: byGoogle, contacts })).toEqual([
      'note observed-before-consent ga',
      'note observed-after-refusal ga',
    ]);
    expect(find(policy(), { consent: byGoogle, contacts })[0]?.evidence.at(-1)).toEqual({
      kind: 'doubt',
      doubt: 'told-by-google',
    });
  });

  test('counts only what does not say that it is cookieless', () => {
    const byConsent = { 'before-choice': 2, refused: 2 };
    expect(told(policy(), { contacts: [hits(byConsent, { cookieless: { 'before-choice': 1, refused: 2 } })] })).toEqual(
      ['warning observed-before-consent ga'],
    );
  });

  test.each<[string, Partial<Observation>]>([
    ['where the state is not known', { contacts: [hits({ unknown: 3 })] }],
    ['after the visitor accepted', { contacts: [hits({ accepted: 3 })] }],
    ['for cookieless pings', { contacts: [hits({ 'before-choice': 3 }, { cookieless: { 'before-choice': 3 } })] }],
    [
      'for what a third party’s frame brings in',
      { contacts: [hits({ refused: 1 }, { broughtInBy: 'video.example' })] },
    ],
    ['for what came from the cache', { contacts: [hits({}, { sent: 0, listed: 2 })] }],
    ['for what was stopped', { contacts: [hits({}, { sent: 0, stopped: 2 })] }],
  ])('is not told of %s', (_, parts) => {
    expect(told(policy(), parts)).toEqual([]);
  });
});

test.each<[string, object, object]>([
  ['a processor that loads always', { load: 'always' }, {}],
  ['a processor whose loading is not stated', { load: undefined }, {}],
  [
    'a consent tool by its category',
    { service: undefined, category: 'consent-management', domains: ['region1.google-analytics.com'] },
    { service: null },
  ],
  [
    'a consent tool by its host',
    { service: undefined, domains: ['consent.cookiebot.com'] },
    { service: null, host: 'consent.cookiebot.com' },
  ],
  ['a consent tool that the catalogue knows', { service: 'test-consent' }, { service: 'test-consent' }],
])('%s is not told of', (_, processor, more) => {
  expect(told(policy({}, processor), { contacts: [hits({ refused: 1, 'before-choice': 1 }, more)] })).toEqual([]);
});

test('where several processors share the evidence, none is told of', () => {
  const file = policy({ processors: [analytics, { ...analytics, id: 'ga-2', load: 'always' }] });
  expect(told(file, { contacts: [hits({ refused: 1 })] })).toEqual([]);
});

test('without a policy that speaks for the page, nothing is told of', () => {
  const page = observation('shop.example', { consent: byTool, contacts: [hits({ refused: 1 })] });
  const { findings } = compare({ kind: 'not-looked' }, page, testCatalogue, noon);
  expect(findings.map(({ id }) => id)).not.toContain('observed-after-refusal');
});

describe('a cookie that the policy says needs consent', () => {
  const storage = [
    { identifier: '_ga', type: 'cookie', domains: ['*'], consentRequired: true, description: 'tells visitors apart' },
  ];
  const ga = (more: object) => cookie({ name: '_ga', domain: 'shop.example', setBy: 'script', ...more });

  test('and that was set before any choice is a warning at its place', () => {
    const file = policy({}, { load: undefined, storage });
    expect(find(file, { cookies: [ga({ consent: 'before-choice' })] })).toMatchObject([
      {
        severity: 'warning',
        subject: '_ga',
        pointer: '/processors/0/storage/0/consentRequired',
        quote: 'tells visitors apart',
        evidence: [{ kind: 'cookie' }],
      },
    ]);
  });

  test('and that was set after a refusal is an error, the site’s own too', () => {
    const file = policy({ storage: [{ identifier: 'visitor', type: 'cookie', consentRequired: true }] });
    const own = cookie({ name: 'visitor', domain: 'shop.example', consent: 'refused' });
    expect(find(file, { cookies: [own] })).toMatchObject([
      { id: 'observed-after-refusal', severity: 'error', pointer: '/storage/0/consentRequired', quote: null },
    ]);
  });

  test.each<[string, object, object]>([
    ['was there before', {}, { consent: 'refused', setBy: 'earlier' }],
    ['is being deleted', {}, { consent: 'refused', deleted: true }],
    ['was not kept by the browser', {}, { consent: 'refused', setBy: 'http', notKept: true }],
    ['was set while the state was not known', {}, { consent: 'unknown' }],
    ['is stated not to need it', { consentRequired: false }, { consent: 'refused' }],
    ['is not said to need it', { consentRequired: undefined }, { consent: 'refused' }],
    ['another entry says needs none', { also: false }, { consent: 'refused' }],
  ])('is not told of where it %s', (_, { also, ...entry }: { also?: boolean }, more) => {
    const second = also === undefined ? [] : [{ identifier: '_g*', type: 'cookie', consentRequired: also }];
    const file = policy({}, { load: undefined, storage: [{ ...storage[0], ...entry }, ...second] });
    expect(told(file, { cookies: [ga(more)] })).toEqual([]);
  });

  test('is not told of where only a third party’s frame set it', () => {
    const file = policy({}, { load: undefined, storage: [{ ...storage[0], identifier: 'IDE' }] });
    const ide = cookie({
      name: 'IDE',
      domain: 'ads.example',
      setBy: 'http',
      setByHost: 'ads.example',
      consent: 'refused',
    });
    const framed = hits({ refused: 1 }, { host: 'ads.example', broughtInBy: 'video.example' });
    expect(told(file, { cookies: [ide], contacts: [framed] })).toEqual([]);
    expect(told(file, { cookies: [ide] })).toEqual(['error observed-after-refusal IDE']);
  });

  test('is not told of where it is the consent tool’s own', () => {
    const file = policy({ storage: [{ identifier: 'OptanonConsent', type: 'cookie', consentRequired: true }] });
    const own = cookie({ name: 'OptanonConsent', domain: 'shop.example', consent: 'before-choice' });
    expect(told(file, { cookies: [own] })).toEqual([]);
  });
});

test('both are put in words that say what they mean and what not', () => {
  const storage = [{ identifier: '_g*', type: 'cookie', domains: ['*'], consentRequired: true }];
  const report = reportOn(policy({}, { storage }), {
    contacts: [hits({ refused: 1, 'before-choice': 1 })],
    cookies: ['_ga', '_gid'].map((name) => cookie({ name, domain: 'shop.example', consent: 'refused' })),
  });
  expect(describeFindings(t, report).map(({ text }) => text)).toEqual([
    'Contacted after you refused, although the policy says only after your consent: Google Analytics',
    '2 cookies set after you refused, although the policy says that they need your consent: _ga, _gid',
    'Contacted before you chose, although the policy says only after your consent: Google Analytics',
  ]);
  expect(report.findings.slice(0, 3).map((it) => describeMeaning(t, it))).not.toContain(null);
});
