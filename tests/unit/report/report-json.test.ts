import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import { compare } from '../../../lib/comparison/compare';
import type { PolicyState } from '../../../lib/policy/policy-state';
import { reportAsJson } from '../../../lib/report/report-json';
import cloudops from '../../fixtures/cloudops.json' with { type: 'json' };
import { busyPage } from '../../fixtures/observations/busy-page';
import { cloudopsHome } from '../../fixtures/observations/cloudops';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

const policy = stateOf(cloudops, 'cloudops.example');
const report = compare(policy, cloudopsHome, testCatalogue, noon);

describe('the report as JSON', () => {
  test('opens with what it is, when it was made and of what site', () => {
    const parsed: unknown = JSON.parse(reportAsJson(report));
    expect(parsed).toMatchObject({
      format: 'candor-report',
      version: 1,
      madeAt: '2026-11-22T12:00:00.000Z',
      site: { url: 'https://cloudops.example/', host: 'cloudops.example' },
      policy: { kind: 'read', applies: 'yes', file: { controller: { name: 'CloudOps JSC' } } },
      counts: { declared: 9, active: 5 },
    });
  });

  test('has its keys in one order, whatever order the report’s own are in', () => {
    const shuffled = Object.fromEntries(Object.entries(report).reverse()) as unknown as typeof report;
    expect(reportAsJson(shuffled)).toBe(reportAsJson(report));
  });

  test('holds every processor, with each transfer', () => {
    const { processors } = JSON.parse(reportAsJson(report)) as { processors: { transfers: unknown[] }[] };
    expect(processors.map(({ transfers }) => transfers.length)).toEqual(
      report.processors.map(({ transfers }) => transfers.length),
    );
  });
});

describe('what else a page does', () => {
  const busy = JSON.parse(reportAsJson(compare(policy, busyPage, testCatalogue, noon))) as Record<string, unknown>;

  test('forms, web storage and workers are in it', () => {
    expect(busy['forms']).toContainEqual({
      host: 'newsletter.mailer.example',
      party: 'third-party',
      isEncrypted: true,
      method: 'post',
      frameOf: null,
      inPage: 1,
      sent: 1,
    });
    expect(busy['formsRead']).toBe(true);
    expect(busy['stores']).toContainEqual({
      kind: 'indexed-db',
      origin: 'https://webforms.pipedrive.com',
      party: 'third-party',
      keys: ['forms'],
      more: 0,
    });
    expect(busy['workerContacts']).toMatchObject([{ startedBy: 'worker', service: 'google-analytics' }, {}, {}]);
  });

  test('web storage that nobody looked into is null, not empty', () => {
    expect(JSON.parse(reportAsJson(report))).toMatchObject({ stores: null });
  });
});

test('hosting is told with product, edge and region, and what it was read from; other names of hosts beside it', () => {
  const alias = { host: 'static.shop.example', name: 'x.eu-west-1.elb.amazonaws.com' };
  const seen = observation('shop.example', {
    hosting: catalogue.identifyHosting('shop.example', [{ name: 'x-amz-cf-pop', value: 'FRA56-P4' }]),
    aliases: { found: [alias], without: 2, unanswered: 1 },
  });
  const parsed = JSON.parse(reportAsJson(compare(policy, seen, catalogue, noon))) as {
    readonly processors: readonly { readonly hosting: readonly object[]; readonly aliases: readonly object[] }[];
    readonly aliases: unknown;
  };
  const row = parsed.processors.find(({ hosting }) => hosting.length > 0);
  expect(row?.hosting).toEqual([
    {
      service: 'amazon-web-services',
      rule: 'amazon-web-services/cloudfront-pop',
      trust: 'documented',
      readFrom: 'header',
      evidence: 'x-amz-cf-pop: FRA',
      product: 'Amazon CloudFront',
      edge: 'Frankfurt',
    },
    {
      service: 'amazon-web-services',
      rule: 'amazon-web-services/load-balancer',
      trust: 'documented',
      readFrom: 'alias',
      evidence: `${alias.host} → ${alias.name}`,
      product: 'Elastic Load Balancing',
      region: { code: 'eu-west-1', place: 'Ireland', country: 'IE' },
    },
  ]);
  expect(row?.aliases).toEqual([alias]);
  expect(parsed.aliases).toEqual({ found: [alias], without: 2, unanswered: 1 });
});

test('what was seen of consent is in it, with the counts by state', () => {
  const signal = {
    state: 'before-choice',
    isPartial: false,
    source: 'google-consent-mode',
    manager: null,
    evidence: 'gcs=G100 gcd=pppp',
    since: 'page-start',
    at: noon,
  } as const;
  const page = observation('shop.example', {
    consent: { state: 'before-choice', isPartial: false, managers: ['OneTrust'], signals: [signal], gpc: true },
    contacts: [
      contact({
        host: 'a.example',
        sent: 3,
        byConsent: { 'before-choice': 2, unknown: 1 },
        cookieless: { unknown: 1 },
      }),
    ],
    cookies: [cookie({ name: 'sid', domain: 'shop.example', consent: 'refused' })],
  });
  expect(JSON.parse(reportAsJson(compare({ kind: 'not-looked' }, page, testCatalogue, noon)))).toMatchObject({
    consent: {
      state: 'before-choice',
      managers: ['OneTrust'],
      gpc: true,
      signals: [{ at: '2026-11-22T12:00:00.000Z', source: 'google-consent-mode', evidence: 'gcs=G100 gcd=pppp' }],
    },
    unidentified: [{ contacts: [{ byConsent: { 'before-choice': 2, unknown: 1 }, cookieless: { unknown: 1 } }] }],
    ownCookies: [{ name: 'sid', consent: 'refused' }],
  });
});

describe('nothing secret leaves', () => {
  const secret = 's3cr3t';
  const leaky = {
    ...contact({
      host: 'tracker.example',
      samples: [
        `https://tracker.example/hit?token=${secret}&email=a@b.example#${secret}`,
        `https://user:${secret}@tracker.example/x`,
        `not a url?token=${secret}`,
        `data:text/plain,${secret}`,
        `https://tracker.example/u/${secret}@mail.example/profile`,
      ],
      redirectedTo: [`https://other.example/?next=${secret}`, `other.example?x=${secret}`],
    }),
    body: secret,
  };
  const leakyCookie = {
    ...cookie({ name: 'sid', domain: 'tracker.example', party: 'third-party' }),
    value: secret,
  };
  const strayCookie = { ...leakyCookie, domain: 'nowhere.example' };
  const page = {
    ...observation('shop.example', { contacts: [leaky], cookies: [leakyCookie, strayCookie] }),
    url: `https://shop.example/account?session=${secret}#${secret}`,
  };
  const attempts = [{ way: 'link', url: `https://shop.example/p.json?k=${secret}`, failure: 'not-found' }] as const;
  const states: readonly PolicyState[] = [
    { kind: 'none', attempts, checkedAt: noon },
    {
      ...policy,
      url: `https://shop.example/p?k=${secret}`,
      differsFrom: `https://shop.example/q?k=${secret}`,
    } as PolicyState,
    { kind: 'broken', url: `https://shop.example/p?k=${secret}`, way: 'link', fetchedAt: noon, issues: [], attempts },
  ];

  test.each(states.map((state) => [state.kind, state] as const))(
    'no query value, cookie value, fragment or password (%s)',
    (_, state) => {
      const text = reportAsJson(compare(state, page, testCatalogue, noon));
      expect(text).toContain('https://tracker.example/hit?token=…&email=…');
      expect(text).not.toContain(secret);
    },
  );

  test('a sample that was cut before stays as it is', () => {
    const samples = ['https://tracker.example/hit?a=…&b=…', 'https://tracker.example/…@…/x'];
    const text = reportAsJson(
      compare(
        { kind: 'not-looked' },
        observation('shop.example', { contacts: [contact({ host: 'tracker.example', samples })] }),
        testCatalogue,
        noon,
      ),
    );
    for (const sample of samples) expect(text).toContain(`"${sample}"`);
  });
});
