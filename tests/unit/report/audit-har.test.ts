import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditReport, auditReport } from '../../../lib/audit/audit-report';
import { beginSession } from '../../../lib/audit/audit-session';
import { importFile } from '../../../lib/audit/import/import-file';
import type { Imported } from '../../../lib/audit/import/imported-session';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import { auditAsHar } from '../../../lib/report/audit-har';
import { anyHostileAudit, audits, cloudopsAudit, sessionOf } from '../../fixtures/audits';
import cloudops from '../../fixtures/cloudops.json' with { type: 'json' };
import { harOf as recordedAs } from '../../fixtures/har-kit';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { visit, visitSecrets } from '../../fixtures/recorded-visit';

interface Har {
  readonly log: {
    readonly comment: string;
    readonly pages: readonly { readonly id: string; readonly title: string }[];
    readonly entries: readonly {
      readonly pageref?: string;
      readonly startedDateTime: string;
      readonly request: { readonly url: string; readonly queryString: readonly unknown[] };
      readonly response: { readonly cookies: readonly { readonly name: string; readonly value: string }[] };
      readonly _candor: { readonly contact: number | null; readonly outcome: string };
    }[];
    readonly _candor: { readonly otherCookies: readonly { readonly name: string }[] };
  };
}

const exported = (report: AuditReport, keepsQueryNames = false) => auditAsHar(report, '0.1.0', { keepsQueryNames });
const harOf = (report: AuditReport, keepsQueryNames = false) => JSON.parse(exported(report, keepsQueryNames)) as Har;
const auditOf = (...pages: Parameters<typeof observation>[]) =>
  auditReport(
    sessionOf(pages.map(([host, parts]) => [observation(host, parts), null])),
    { kind: 'not-looked' },
    testCatalogue,
    noon,
  );

/** What HAR 1.2 requires, http://www.softwareishard.com/blog/har-12-spec/, read 2026-11-23. */
const date = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z$' };
const record = (properties: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
});
const [text, size] = [{ type: 'string' }, { type: 'integer', minimum: -1 }];
const span = { type: 'number', minimum: 0 };
const listOf = (items: object) => ({ type: 'array', items });
const pairs = listOf(record({ name: text, value: text }));
const cookies = listOf(record({ name: text, value: { const: '' } }, { path: text, domain: text, expires: date }));
const message = { httpVersion: text, cookies, headers: pairs, headersSize: size, bodySize: size };
const address = { type: 'string', pattern: '^(https?|wss?)://[!-~]+$' };
const validate = new Ajv2020({ strict: false }).compile(
  record({
    log: record({
      version: { const: '1.2' },
      creator: record({ name: text, version: text }),
      pages: listOf(record({ startedDateTime: date, id: text, title: text, pageTimings: { type: 'object' } })),
      comment: text,
      entries: listOf(
        record({
          ...{ startedDateTime: date, time: span, cache: { type: 'object' } },
          request: record({ method: text, url: address, queryString: pairs, ...message }),
          response: record({
            ...{ status: { type: 'integer' }, statusText: text, redirectURL: text, ...message },
            content: record({ size: span, mimeType: text }),
          }),
          timings: record({ send: span, wait: span, receive: span }),
        }),
      ),
    }),
  }),
);

function expectSound(report: AuditReport) {
  const har = harOf(report);
  validate(har);
  expect(validate.errors ?? []).toEqual([]);
  const times = har.log.entries.map(({ startedDateTime }) => startedDateTime);
  expect(times).toEqual(times.toSorted());
  const ids = new Set(har.log.pages.map(({ id }) => id));
  expect(har.log.entries.every(({ pageref = [...ids][0] }) => pageref === undefined || ids.has(pageref))).toBe(true);
}

test.each(audits)('%s: it holds what HAR 1.2 requires, entries in the order of time', (_, report) =>
  expectSound(report),
);

test('so does any other, and the same report gives the same text', () => {
  fc.assert(
    fc.property(anyHostileAudit, (report) => {
      expectSound(report);
      expect(exported(report)).toBe(exported(structuredClone(report)));
    }),
    { numRuns: 40 },
  );
}, 60_000);

describe('reading it back', () => {
  const readBack = (report: AuditReport) => importFile(exported(report), 'audit.har', catalogue);

  test('of a recorded visit each recipient is as it was, but for what stands in headers or query values', () => {
    const recorded = importFile(JSON.stringify(recordedAs(visit)), 'visit.har', catalogue);
    const policy = stateOf(cloudops, 'cloudops.example');
    const audit = (imported: Imported) =>
      auditReport(imported.ok ? imported.session : beginSession('', 'har', 0), policy, catalogue, noon);
    const [before, after] = [audit(recorded), audit(readBack(audit(recorded)))];
    const told = ({ rows }: AuditReport) => rows.map(({ id, activity }) => `${id} ${activity}`).sort();
    const gone = told(before).filter((row) => !told(after).includes(row));
    expect(gone).toEqual(['aws-hosting active']);
    expect(told(before).length).toBeGreaterThan(8);
    // `gtag/js?id=…`: whose tag it is stands in the value.
    const come = told(after).filter((row) => !told(before).includes(row));
    expect(come).toEqual(['aws-hosting not-looked', 'service:google-tag active']);
    for (const one of visitSecrets) expect(exported(before, true)).not.toContain(one);
  });

  test('pages and hosts at work are those of the audit', () => {
    const imported = readBack(cloudopsAudit);
    expect(imported.issues.map(({ code }) => code)).toEqual(['cookies-left-out']); // none was set by an answer
    if (!imported.ok || cloudopsAudit.total === null) throw new Error('It was not read.');
    const again = auditReport(imported.session, cloudopsAudit.total.policy, catalogue, noon);
    const hosts = ({ rows }: AuditReport) =>
      new Set(rows.flatMap((row) => (row.activity === 'active' ? row.hosts : [])));
    expect(again.pages.map(({ url }) => url)).toEqual(cloudopsAudit.pages.map(({ url }) => url));
    expect(hosts(again)).toEqual(hosts(cloudopsAudit));
  });

  test('what was stopped, failed or came from the cache is told as such', () => {
    const at = { lastAt: noon + 100 };
    const report = auditOf([
      'shop.example',
      {
        contacts: [
          contact({ host: 'sent.example', ...at, stopped: 4 }),
          contact({ host: 'stopped.example', ...at, sent: 0, stopped: 2, errors: { NS_ERROR_ABORT: 2 } }),
          contact({ host: 'held.example', ...at, sent: 0, stopped: 1 }),
          contact({ host: 'failed.example', ...at, sent: 0, failed: 1, errors: { 'net::ERR_NAME_NOT_RESOLVED': 1 } }),
          contact({ host: 'listed.example', ...at, sent: 0, listed: 3, types: { image: 3 }, samples: [] }),
        ],
      },
    ]);
    const imported = readBack(report);
    if (!imported.ok) throw new Error('It was not read.');
    const told = imported.session.visits.flatMap(({ observation: { contacts } }) => contacts);
    const counts = told.map(({ host, ...counted }) => [host, counted]);
    const none = { sent: 0, stopped: 0, failed: 0, listed: 0 };
    expect(Object.fromEntries(counts)).toMatchObject({
      'shop.example': { ...none, sent: 1, types: { main_frame: 1 } },
      'sent.example': { ...none, sent: 1, types: { script: 1 } },
      'stopped.example': { ...none, stopped: 1 },
      'held.example': { ...none, stopped: 1 },
      'failed.example': { ...none, failed: 1 },
      'listed.example': { ...none, listed: 1, types: { image: 1 } },
    });
  });

  test('a cookie that an answer set is at that answer without its value, and read as set by it', () => {
    const set = cookie({ name: '_id', domain: 't.example', setByHost: 't.example', lifetimeSeconds: 3600 });
    const script = cookie({ name: 'js', domain: 'shop.example', setBy: 'script' });
    const report = auditOf(['shop.example', { contacts: [contact({ host: 't.example' })], cookies: [set, script] }]);
    expectSound(report);
    const { entries, _candor } = harOf(report).log;
    const cookiesAt = entries.flatMap(({ request, response }) =>
      response.cookies.map(({ name }) => [request.url, name]),
    );
    expect(cookiesAt).toEqual([['https://t.example/', '_id']]);
    expect(_candor.otherCookies.map(({ name }) => name)).toEqual(['js']);
    const imported = readBack(report);
    const read = imported.ok ? imported.session.visits.flatMap(({ observation: seen }) => seen.cookies) : [];
    expect(read).toMatchObject([{ name: '_id', setBy: 'http', setByHost: 't.example', lifetimeSeconds: 3600 }]);
  });
});

describe('entries', () => {
  const samples = ['https://t.example/a.js?id=…&page=…', 'https://t.example/b.js'];
  const report = auditOf(
    ['shop.example', { contacts: [contact({ host: 't.example', samples, sent: 7 })] }],
    ['shop.example', { url: 'https://shop.example/cart', startedAt: noon + 5000 }],
  );

  test('there is one for each page and each address, with the sums of the contact', () => {
    const { entries } = harOf(report).log;
    expect(entries.map(({ pageref, request }) => [request.url, pageref])).toEqual([
      ['https://shop.example/', 'page_1'],
      ['https://t.example/a.js?%E2%80%A6', undefined],
      ['https://t.example/b.js', undefined],
      ['https://shop.example/cart', 'page_2'],
    ]);
    expect(entries[1]).toMatchObject({
      _resourceType: 'script',
      _candor: { contact: 2, sent: 7, recipients: ['t.example'], sentByScenario: { unknown: 7 } },
    });
    expect(new Set(entries.map(({ _candor }) => _candor.contact))).toEqual(new Set([1, 2]));
  });

  test('names of query members are in it where they are asked for', () => {
    const requests = (keeps: boolean) => harOf(report, keeps).log.entries.map(({ request }) => request);
    expect(requests(false).flatMap(({ queryString }) => queryString)).toEqual([]);
    expect(requests(true)[1]).toMatchObject({
      url: 'https://t.example/a.js?id=%E2%80%A6&page=%E2%80%A6',
      queryString: [
        { name: 'id', value: '' },
        { name: 'page', value: '' },
      ],
    });
  });

  test('a page whose own request was not seen is known from the browser alone', () => {
    const bare = observation('shop.example');
    const unseen = auditReport(
      sessionOf([[{ ...bare, contacts: bare.contacts.map((it) => ({ ...it, types: { image: 1 } })) }, null]]),
      { kind: 'not-looked' },
      testCatalogue,
      noon,
    );
    expect(harOf(unseen).log.entries[0]?._candor).toEqual({ contact: null, outcome: 'listed' });
  });

  test('what is told of a host without an address is told as that', () => {
    const alone = auditOf(['shop.example', { contacts: [contact({ host: 't.example', samples: [] })] }]);
    const { entries } = harOf(alone).log;
    expect(entries.find(({ request }) => request.url === 'https://t.example/')?._candor).toMatchObject({
      isHostAlone: true,
    });
  });
});
