import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFile } from '../../../lib/audit/import/import-file';
import { readHarValue } from '../../../lib/audit/import/read-har';
import { readInspectionValue } from '../../../lib/audit/import/read-inspection';
import { visitStart } from '../../fixtures/recorded-visit';
import { smallCatalogue } from '../observation/small-catalogue';

const startedDateTime = new Date(visitStart).toISOString();
const words = fc.constantFrom(
  'GET',
  'document',
  '__proto__',
  'https://a.test/',
  startedDateTime,
  '200',
  'p1',
  'data:,',
);
const anyValue = fc.oneof(fc.jsonValue(), words, fc.constant(null), fc.integer());
const anyHeaders = fc.oneof(anyValue, fc.array(fc.oneof(anyValue, fc.record({ name: words, value: fc.string() }))));

/** An object with some of these members, each either as it should be or anything at all. */
function loose(members: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  const mixed = Object.entries(members).map(([name, right]) => [
    name,
    fc.oneof({ weight: 4, arbitrary: right }, anyValue),
  ]);
  return fc.record(Object.fromEntries(mixed) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] });
}

const anyUrl = fc.oneof(
  words,
  fc.webUrl({ withQueryParameters: true }),
  fc.constantFrom('https://shop.example/', 'https://'),
);
const anyEntry = loose({
  pageref: fc.constantFrom('p1', 'p2'),
  startedDateTime: fc.constant(startedDateTime),
  request: loose({ method: words, url: anyUrl, headers: anyHeaders }),
  response: loose({
    status: fc.integer({ min: -1, max: 700 }),
    headers: anyHeaders,
    cookies: anyHeaders,
    redirectURL: anyUrl,
  }),
  _resourceType: fc.constantFrom('document', 'script', 'xhr', 'toString'),
  _frameref: words,
  _initiator: loose({ type: words, url: anyUrl, stack: anyValue }),
  _fromCache: words,
  cache: anyValue,
});
const anyHar = loose({
  log: loose({
    creator: anyValue,
    pages: fc.array(
      loose({ id: fc.constantFrom('p1', 'p2'), title: anyUrl, startedDateTime: fc.constant(startedDateTime) }),
    ),
    entries: fc.array(anyEntry, { maxLength: 12 }),
  }),
});
const anyInspection = loose({
  uri_ins: anyUrl,
  uri_dest: anyUrl,
  start_time: fc.constant(startedDateTime),
  hosts: loose({
    requests: loose({ firstParty: fc.array(words), thirdParty: fc.array(fc.oneof(fc.domain(), anyValue)) }),
  }),
  cookies: fc.array(
    loose({ name: words, domain: fc.domain(), expires: anyValue, log: anyValue, partitionKey: anyValue }),
  ),
  beacons: fc.array(loose({ url: anyUrl, log: anyValue })),
  unsafeForms: fc.array(loose({ action: anyUrl, method: words })),
  localStorage: fc.dictionary(fc.webUrl(), fc.dictionary(fc.string(), anyValue)),
});

test('whatever the JSON, the answer is a session or the reasons why not', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyHar, anyInspection, fc.jsonValue()),
      fc.constantFrom('x.har', 'inspection.json', 'x'),
      (value, name) => {
        const imported = importFile(JSON.stringify(value), name, smallCatalogue);
        if (imported.ok) expect(imported.session.visits.length).toBeGreaterThan(0);
        else expect(imported.issues.some(({ severity }) => severity === 'error')).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever the text, nothing is thrown', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (text, name) => !importFile(text, name, smallCatalogue).ok));
});

const hosts = ['shop.example', 'a.test', 'b.test', 'tracker.example'];

test('a HAR file of known requests gives exactly their number for each host', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...hosts), { maxLength: 60 }), (asked) => {
      const dests = ['document', ...asked.map(() => 'script')];
      const entries = ['shop.example', ...asked].map((host, index) => ({
        startedDateTime,
        request: { url: `https://${host}/${index}`, headers: [{ name: 'Sec-Fetch-Dest', value: dests[index] }] },
        response: { status: 200 },
      }));
      const imported = readHarValue({ log: { entries } }, smallCatalogue);
      const contacts = imported.ok ? (imported.session.visits[0]?.observation.contacts ?? []) : [];
      for (const host of hosts) {
        const sent = contacts.filter((one) => one.host === host).reduce((sum, one) => sum + one.sent, 0);
        expect(sent).toBe(['shop.example', ...asked].filter((one) => one === host).length);
      }
    }),
  );
});

const secret = fc.stringMatching(/^SECRET[A-Za-z0-9]{4,10}$/);

test('no value of a query, cookie, header or body is in the session', () => {
  fc.assert(
    fc.property(secret, fc.constantFrom(';', '\n', ', '), (token, separator) => {
      const headers = ['Set-Cookie', 'Cookie', 'Authorization', 'X-Token', 'Server', 'Link', 'Referer'].map((name) => ({
        name,
        value: name === 'Set-Cookie' ? `a=${token}; Path=/${separator}b=${token}` : `https://shop.example/?u=${token}`,
      }));
      const entry = (url: string, type: string) => ({
        ...{
          startedDateTime,
          _resourceType: type,
          comment: token,
          _initiator: { type: 'script', url: `https://x.test/?${token}` },
        },
        request: { url, headers, queryString: [{ name: 'u', value: token }], postData: { text: token } },
        response: {
          status: 302,
          headers,
          redirectURL: `https://b.test/?u=${token}#${token}`,
          _error: token,
          content: { text: token },
        },
      });
      const page = { ...entry(`https://shop.example/?u=${token}#${token}`, 'document') };
      const entries = [
        { ...page, response: { ...page.response, status: 200, redirectURL: '', _error: null } },
        entry(`https://a.test/?u=${token}&${token}`, 'image'),
      ];
      const har = readHarValue({ log: { entries, creator: { name: token } } }, smallCatalogue);
      expect(har.ok).toBe(true);
      expect(JSON.stringify(har)).not.toContain('SECRET');
      const inspection = {
        ...{ uri_ins: `https://shop.example/?u=${token}`, start_time: startedDateTime, script: { cmd_args: token } },
        cookies: [
          {
            name: 'a',
            value: token,
            domain: 'shop.example',
            log: { stack: [{ fileName: `https://x.test/?u=${token}`, source: token }], type: 'Cookie.HTTP' },
          },
        ],
        beacons: [
          {
            url: `https://a.test/?u=${token}`,
            query: { u: token },
            log: { stack: [{ fileName: `https://shop.example/?u=${token}` }] },
          },
        ],
        localStorage: { 'https://shop.example': { key: { value: token } } },
        hosts: { requests: { firstParty: [], thirdParty: ['a.test'] } },
      };
      const evidence = readInspectionValue(inspection, smallCatalogue);
      expect(evidence.ok).toBe(true);
      expect(JSON.stringify(evidence)).not.toContain('SECRET');
    }),
  );
});
