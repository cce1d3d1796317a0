import fc from 'fast-check';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../lib/catalogue/create-catalogue';
import { createFindUrlRule } from '../../lib/catalogue/find-url-rule';
import { compileProcessors, readProcessors } from '../support/compile-processors';

const root = resolve(import.meta.dirname, '../..');
const files = readProcessors(root);
const table = compileProcessors(root);
const catalogue = createCatalogue(table);

test('the services of the CloudOps policy are there', () => {
  expect(files.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'amazon-web-services',
      'google-analytics',
      'google-recaptcha',
      'google-tag-manager',
      'miro',
      'pipedrive',
      'zapier',
      'zoom',
    ]),
  );
});

test('what a service delivers through is a service that we know', () => {
  const ids = new Set(files.map(({ id }) => id));
  const named = [...table.urlRules, ...table.headerRules].flatMap(({ through = [] }) => through);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

describe.each(files)('$id', ({ id, urls, headers = [], tests, ...file }) => {
  test.each(tests.match)('$url is named by $rule', ({ url, rule }) => {
    expect(catalogue.identify(url)?.rule).toBe(`${id}/${rule}`);
  });

  test.each(tests.match)('$url fits no other service as well', ({ url, rule }) => {
    const others = createFindUrlRule(
      table.urlRules.filter(({ service }) => service !== id),
      table.regions,
    );
    const own = table.urlRules.find((it) => it.rule === `${id}/${rule}`);
    const other = others(url);
    const isWider = other === null || rankOf(other) < rankOf(own);
    expect(isWider ? null : other).toBeNull();
  });

  test.each(tests.noMatch)('%s is not its own', (url) => expect(catalogue.identify(url)?.service).not.toBe(id));

  test('each rule for URLs has a test URL', () => {
    const tested = new Set(tests.match.map(({ rule }) => rule));
    expect(urls.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
  });

  test.each(tests.headers ?? [])('header $header: $value is named by $rule', ({ header, value, rule }) => {
    const found = catalogue.identifyHosting('www.site.example', [{ name: header, value }]);
    expect(found.map((match) => match.rule)).toEqual(rule === null ? [] : [`${id}/${rule}`]);
  });

  test('each rule for headers has a test value', () => {
    const tested = new Set(tests.headers?.map(({ rule }) => rule));
    expect(headers.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
  });

  test.each(Object.entries(tests.regions ?? {}))('the host name %s says region %s', (host, region) => {
    const [match] = catalogue.identifyHosting(host, []);
    expect(match?.service).toBe(id);
    expect(match?.region?.code ?? null).toBe(region);
  });

  test('a look-alike host is never its own', () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const hosts = urls
      .flatMap((rule) => rule.hosts)
      .filter((host) => host !== '*')
      .map((host) => host.replace('*.', '').replace('{region}', Object.keys(table.regions[id] ?? {})[0] ?? ''));
    const queries = tests.match.map(({ url }) => url.slice(url.indexOf('/', 8)));
    fc.assert(
      fc.property(label, fc.constantFrom(...hosts), fc.constantFrom(...queries), (word, host, rest) => {
        expect(catalogue.identify(`https://${host}.${word}.test${rest}`)?.service).not.toBe(id);
        if (host.split('.').length > 2) return; // what stands before a longer host may be a host of the same service
        expect(catalogue.identify(`https://${word}${host}${rest}`)?.service).not.toBe(id);
      }),
    );
  });

  test('every fact has a source and a day', () => {
    const notes = [...file.sources, ...file.transfers.map(({ source }) => source)];
    expect(notes.length).toBeGreaterThan(0);
    for (const { url, checkedOn } of notes) {
      expect(url).toMatch(/^https:\/\//);
      expect(checkedOn <= file.reviewedOn).toBe(true);
    }
  });
});

/** Of two rules that fit: the query beats the path, the path the host. */
function rankOf(rule: (typeof table.urlRules)[number] | undefined): number {
  if (rule === undefined) return -1;
  const host = rule.hosts.includes('*') ? 0 : 1;
  return (rule.query === undefined ? (rule.path === undefined ? 0 : 10) : 20) + host;
}
