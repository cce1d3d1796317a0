import { describe, expect, test } from 'vitest';
import { importFile } from '../../../lib/audit/import/import-file';
import { readInspectionValue } from '../../../lib/audit/import/read-inspection';
import { catalogue } from '../../../lib/catalogue/default-catalogue';

/** After tests/test_output/inspection.json of the Website Evidence Collector 2.1.1, with hosts of our own; 2026-11-23. */
const inspection = {
  title: 'Website Evidence Collection',
  uri_ins: 'http://shop.example/start?token=SECRET',
  uri_dest: 'https://shop.example/start?token=SECRET',
  script: { version: { npm: '2.1.1' } },
  localStorage: { 'https://shop.example': { theme: { value: 'SECRET', firstPartyStorage: true } } },
  cookies: [
    {
      ...{ name: 'PREF', value: 'SECRET', domain: 'player.video.example', path: '/', expires: 1_826_960_400 },
      ...{ httpOnly: true, secure: true, session: false, sameSite: 'None', partitionKey: 'https://shop.example' },
      log: { type: 'Cookie.HTTP', stack: [{ fileName: 'https://player.video.example/embed' }] },
    },
    {
      name: 'sid',
      value: 'SECRET',
      domain: 'shop.example',
      path: '/',
      expires: -1,
      session: true,
      log: { type: 'Cookie.JS' },
    },
    { name: 'left', domain: 'shop.example', path: '/', expires: '2026-11-24T09:00:00.000Z' },
    { name: 7 },
  ],
  beacons: [
    {
      url: 'https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP1&cid=SECRET',
      log: { stack: [{ fileName: 'https://shop.example/start' }], timestamp: '2026-11-23T09:00:02.000Z' },
      occurrances: 5,
    },
    { url: 'https://ads.track.example/p', log: { stack: [{ fileName: 'https://player.video.example/embed' }] } },
  ],
  unsafeForms: [{ id: '', action: 'http://shop.example/send', method: 'post' }],
  hosts: {
    requests: {
      firstParty: ['shop.example'],
      thirdParty: ['www.google-analytics.com', 'player.video.example', 'ads.track.example', 'a b'],
    },
  },
  start_time: '2026-11-23T09:00:00.000Z',
  end_time: '2026-11-23T09:00:10.000Z',
};

const read = (value: unknown) => {
  const imported = readInspectionValue(value, catalogue);
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  const [visit] = imported.session.visits;
  if (visit === undefined) throw new Error('no visit');
  return { ...imported, seen: visit.observation };
};

describe('an inspection.json', () => {
  const { seen, session, issues } = read(inspection);

  test('is one visit, of which the gap is told', () => {
    expect(session).toMatchObject({ site: 'shop.example', source: 'website-evidence-collector', state: 'finished' });
    expect(seen).toMatchObject({
      url: 'https://shop.example/start',
      coverage: { kind: 'part', gaps: [{ reason: 'imported-evidence' }] },
      cookiesRead: true,
      headersSeen: false,
      formsRead: false,
      consent: { state: 'unknown' },
    });
  });

  test('hosts are contacts that were sent one request, more exactly where a beacon gives the address', () => {
    expect(
      seen.contacts.map(({ host, service, sent, samples, broughtInBy }) => [host, service, sent, samples, broughtInBy]),
    ).toEqual([
      [
        'www.google-analytics.com',
        'google-analytics',
        1,
        ['https://www.google-analytics.com/g/collect?v=…&tid=…&cid=…'],
        null,
      ],
      ['ads.track.example', null, 1, ['https://ads.track.example/p'], 'video.example'],
      ['shop.example', null, 1, [], null],
      ['player.video.example', null, 1, [], null],
    ]);
  });

  test('cookies have their lifetime, flags and setter', () => {
    const told = seen.cookies.map((one) => [
      one.name,
      one.party,
      one.setBy,
      one.lifetimeSeconds,
      one.partition,
      one.sameSite,
    ]);
    expect(told).toEqual([
      ['PREF', 'third-party', 'http', 31_536_000, 'shop.example', 'none'],
      ['sid', 'first-party', 'script', null, null, 'unspecified'],
      ['left', 'first-party', 'earlier', 86_400, null, 'unspecified'],
    ]);
  });

  test('of local storage the names, of forms the unencrypted ones', () => {
    expect(seen.stores).toEqual([
      { kind: 'local-storage', origin: 'https://shop.example', party: 'first-party', keys: ['theme'], more: 0 },
    ]);
    expect(seen.forms).toMatchObject([{ host: 'shop.example', isEncrypted: false, method: 'post', inPage: 1 }]);
  });

  test('no value is kept, and what cannot be read is told', () => {
    expect(JSON.stringify(session)).not.toContain('SECRET');
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'bad-url /hosts/requests',
      'bad-entry /cookies/3',
    ]);
  });
});

test('local storage that nobody looked at is not "none"', () => {
  expect(read({ ...inspection, localStorage: null }).seen.stores).toBeNull();
});

describe('importFile', () => {
  const har = { log: { entries: [] } };

  test.each<readonly [string, string, string, string]>([
    ['a HAR file', 'x.json', JSON.stringify(har), 'no-page'],
    ['a file that is called one', 'x.har', '{}', 'not-a-har'],
    ['a file that is called an inspection', 'out/inspection.json', '{}', 'not-an-inspection'],
    ['another file', 'x.json', '{}', 'not-recognised'],
    ['no JSON', 'x.har', 'x', 'not-json'],
  ])('%s', (_, name, text, code) => {
    expect(importFile(text, name, catalogue).issues.map((it) => it.code)).toContain(code);
  });

  test('an inspection is known by its content', () => {
    expect(importFile(JSON.stringify(inspection), 'whatever', catalogue).ok).toBe(true);
  });
});
