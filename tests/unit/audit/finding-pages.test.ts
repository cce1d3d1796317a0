import { expect, test } from 'vitest';
import { auditReport } from '../../../lib/audit/audit-report';
import type { Catalogue } from '../../../lib/catalogue/catalogue';
import type { Observation } from '../../../lib/observation/observation';
import { describeFindingPages } from '../../../lib/words/describe-finding-pages';
import { sessionOf } from '../../fixtures/audits';
import { form } from '../../fixtures/observations/form';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { shop } from '../comparison/findings/on-shop';
import { english as t } from '../words/english';

const storage = [
  { identifier: 'cart', type: 'cookie' },
  { identifier: 'listed', type: 'web' },
];
const policy = shop({ storage, processors: [] });
const page = (path: string, parts: Partial<Observation> = {}) =>
  [observation('shop.example', { url: `https://shop.example/${path}`, ...parts }), null] as const;
const px = contact({ host: 'px.example' });
const store = { kind: 'local-storage', origin: 'https://shop.example', party: 'first-party', more: 0 } as const;
const audit = auditReport(
  sessionOf([
    page('', { contacts: [px], stores: [{ ...store, keys: ['listed'] }] }),
    page('b', { contacts: [px], cookies: [cookie({ name: 'own', domain: 'shop.example' })] }),
    page('c', { forms: [form({ host: 'mail.example' })], stores: [{ ...store, keys: ['visitor'] }] }),
    page('b', { contacts: [{ ...px, startedBy: 'worker' }] }),
  ]),
  policy,
  testCatalogue,
  noon,
);
const findingOf = (key: string) => audit.findings.find((finding) => finding.key.startsWith(key));
const pagesOf = (key: string) => findingOf(key)?.pages.map((url) => new URL(url).pathname);

test.each([
  ['a contact', 'unidentified-recipient:px.example', ['/', '/b']],
  ['a cookie', 'undeclared-cookie:site:own', ['/b']],
  ['a form', 'form-sends-elsewhere:mail.example', ['/c']],
  ['a key in a store', 'undeclared-storage:local-storage|https://shop.example', ['/c']],
])('a finding of %s names the pages that show it, each once', (_, key, pages) => {
  expect(pagesOf(key)).toEqual(pages);
});

test('what no page shows names none', () => {
  expect(findingOf('information-not-stated')).toMatchObject({ pages: [], morePages: 0 });
});

test('of many the first ten are named', () => {
  const many = Array.from({ length: 14 }, (_, at) => page(`${at}`, { contacts: at === 0 ? [] : [px] }));
  const report = auditReport(sessionOf(many), policy, testCatalogue, noon);
  const finding = report.findings.find(({ key }) => key === 'unidentified-recipient:px.example');
  expect(finding).toMatchObject({ morePages: 3 });
  expect(finding?.pages).toHaveLength(10);
  expect(finding && describeFindingPages(t, report, finding).slice(-2)).toEqual([
    'https://shop.example/10',
    'and 3 more pages',
  ]);
});

test('in words: addresses, or all at once; nothing where only one page was walked', () => {
  const told = (report: typeof audit) =>
    report.findings
      .filter(({ key }) => key === 'unidentified-recipient:px.example')
      .flatMap((it) => describeFindingPages(t, report, it));
  const walk = (...paths: readonly string[]) =>
    auditReport(sessionOf(paths.map((path) => page(path, { contacts: [px] }))), policy, testCatalogue, noon);
  expect(told(audit)).toEqual(['https://shop.example/', 'https://shop.example/b']);
  expect(told(walk('a', 'b'))).toEqual(['each page of this audit']);
  expect(told(walk('a', 'a'))).toEqual([]);
});

test('a host of the site that is another name for a service is found on its pages', () => {
  const catalogue: Catalogue = {
    ...testCatalogue,
    identify: (url) =>
      url === 'https://shop.pixel.example/' ? { service: 'meta-pixel', rule: 'meta-pixel/x', trust: 'verified' } : null,
  };
  const aliases = { found: [{ host: 'm.shop.example', name: 'shop.pixel.example' }], without: 0, unanswered: 0 };
  const own = contact({ host: 'm.shop.example', party: 'first-party' });
  const walk = sessionOf([page('a'), page('b', { contacts: [own], aliases })]);
  const { findings } = auditReport(walk, policy, catalogue, noon);
  const finding = findings.find(({ key }) => key === 'undeclared-processor:service:meta-pixel');
  expect(finding?.evidence).toMatchObject([{ kind: 'contact', contact: { rule: 'meta-pixel/x' } }]);
  expect(finding?.pages).toEqual(['https://shop.example/b']);
});
