import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { FindingId } from '../../../lib/comparison/site-report';
import type { PolicyApplies } from '../../../lib/policy/policy-state';
import { policyText } from '../../../lib/policy/policy-text';
import { describeFinding, describeFindings, describeMeaning, forTesters } from '../../../lib/words/describe-finding';
import cloudops from '../../fixtures/cloudops.json' with { type: 'json' };
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { english as t } from '../words/english';

const page = observation('shop.example');
const policyUrl = cleanShopPolicy.policyUrl;

interface Setting {
  readonly text?: string;
  readonly url?: string;
  readonly applies?: PolicyApplies;
}
function reportOn(more: object, { text, url = policyUrl, applies = 'yes' }: Setting = {}) {
  const state = stateOf({ ...cleanShopPolicy, ...more }, 'shop.example', applies);
  const humanPolicy = text === undefined ? null : { url, text };
  return compare(state, page, testCatalogue, noon, { humanPolicy });
}
const find = (wanted: FindingId, ...args: Parameters<typeof reportOn>) =>
  reportOn(...args).findings.filter(({ id }) => id === wanted);

describe('reference-without-target', () => {
  const findIn = (more: object, setting?: Setting) => find('reference-without-target', more, setting);
  const processors = [...cleanShopPolicy.processors, { id: 'tags', name: 'Tags', loads: ['video', 'adds'] }];

  test('is a warning where a processor loads one that the file does not have', () => {
    expect(findIn({ processors })).toEqual([
      {
        id: 'reference-without-target',
        key: 'reference-without-target:/processors/1/loads/1',
        severity: 'warning',
        subject: 'adds',
        pointer: '/processors/1/loads/1',
        quote: 'adds',
        evidence: [],
      },
    ]);
  });

  test('is a warning where an activity names one, at its place in the published file', () => {
    const activities = [{ id: 'broken' }, { id: 'logs', name: 'Logs', processors: ['host', 'video'] }];
    expect(findIn({ activities })).toMatchObject([{ severity: 'warning', pointer: '/activities/1/processors/0' }]);
  });

  test('is a note where the file says of something that is not there that the text does not state it', () => {
    const notInPolicyText = [
      '/processors/0/domains',
      '/processors/1',
      '/storage/length',
      '/constructor',
      '/storage/0/x',
    ];
    expect(findIn({ notInPolicyText }).map(({ severity, subject, pointer }) => [severity, subject, pointer])).toEqual([
      ['note', '/processors/1', '/notInPolicyText/1'],
      ['note', '/storage/length', '/notInPolicyText/2'],
      ['note', '/constructor', '/notInPolicyText/3'],
      ['note', '/storage/0/x', '/notInPolicyText/4'],
    ]);
  });

  test.each<[string, object, Setting]>([
    ['for what is there', { notInPolicyText: ['/processors', '/controller/name', '/storage/0'] }, {}],
    ['for a member that the format does not know', { 'x-own': { a: [1] }, notInPolicyText: ['/x-own/a/0'] }, {}],
    ['for a member with steps that are escaped', { 'a/b~c': 1, notInPolicyText: ['/a~1b~0c'] }, {}],
    [
      'for an entry that could not be read',
      { processors: [{ id: 'ads' }, { id: 'tags', name: 'Tags', loads: ['ads'] }], notInPolicyText: ['/processors/0'] },
      {},
    ],
    ['without a policy in force', { processors }, { applies: 'draft' }],
  ])('is not raised %s', (_, more, setting) => {
    expect(findIn(more, setting)).toEqual([]);
  });
});

describe('text-and-file-differ', () => {
  const findIn = (more: object, setting: Setting) => find('text-and-file-differ', more, setting);
  const disclosure = (...quotes: readonly (string | undefined)[]) => ({
    disclosure: {
      text: 'x',
      sources: quotes.map((quote) => ({ url: `${policyUrl}#third`, heading: 'Others', quote })),
    },
  });
  const text = policyText(
    '<h1>Others</h1><p>We pass your data on to Video GmbH&nbsp;only.<br>We&shy;&nbsp;don’t use “cookies” – ever.</p>' +
      '<ul><li>your IP address</li><li>your e‑mail address</li></ul><p>We keep it for 10 % longer.</p>',
  );

  test('is a warning with the quote and its place where the page does not hold it', () => {
    const more = disclosure('We pass your data on to Video GmbH only.', 'We pass nothing on.');
    expect(findIn(more, { text })).toEqual([
      {
        id: 'text-and-file-differ',
        key: 'text-and-file-differ:/disclosure/sources/1/quote',
        severity: 'warning',
        subject: 'Others',
        pointer: '/disclosure/sources/1/quote',
        quote: 'We pass nothing on.',
        evidence: [{ kind: 'text', text: policyUrl }],
      },
    ]);
  });

  test('looks wherever the file quotes, and points into the published file', () => {
    const sources = [{ url: policyUrl, quote: 'your IP address' }];
    const gone = [{ url: `${policyUrl}/`, quote: 'your phone number' }];
    const processors = [
      { id: 'broken' },
      { id: 'a', name: 'A', sources, retention: [{ criteria: 'x', sources: gone }] },
    ];
    expect(findIn({ processors }, { text })).toMatchObject([
      { pointer: '/processors/1/retention/0/sources/0/quote', subject: '/processors/1/retention/0/sources/0/quote' },
    ]);
  });

  test('a page that holds none of them is one note', () => {
    const [first, ...rest] = findIn(disclosure('One.', 'Two.'), { text });
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ severity: 'note', subject: policyUrl, quote: 'One.', evidence: [{ text: '0 / 2' }] });
  });

  const words = 'your IP address';
  test.each<[string, string]>([
    ['spaces and line breaks', 'We  pass your\ndata on to Video GmbH only.'],
    ['case', 'WE PASS YOUR DATA ON'],
    ['quotation marks, dashes and soft hyphens', 'We don\'t use "cookies" - ever.'],
    ['bullets', '• your IP address • your e-mail address'],
    ['words left out', 'We pass your data on […] your IP address'],
    ['nothing but signs', '…'],
  ])('is not raised for a difference in %s', (_, quote) => {
    expect(findIn(disclosure(words, quote), { text })).toEqual([]);
  });

  test.each<[string, string]>([
    ['a word', 'We pass your data on to Video AG only.'],
    ['a number', 'We keep it for 11 % longer.'],
    ['the order of what is left in', 'your IP address … We pass your data on'],
  ])('is raised for a difference in %s', (_, quote) => {
    expect(findIn(disclosure(words, quote), { text })).toHaveLength(1);
  });

  const differing = disclosure(words, 'We pass nothing on.');
  test.each<[string, object, Setting]>([
    ['without the text at hand', differing, {}],
    ['where the page has no text', differing, { text: ' … ' }],
    ['for quotes from another page', differing, { text, url: 'https://shop.example/terms' }],
    ['where nothing is quoted', disclosure(undefined), { text }],
    ['where the file says so itself', { ...differing, notInPolicyText: ['/disclosure/sources/1'] }, { text }],
    ['without a policy in force', differing, { text, applies: 'superseded' }],
  ])('is not raised %s', (_, more, setting) => {
    expect(findIn(more, setting)).toEqual([]);
  });

  test('every quote of the CloudOps file stands in its text, and is missed where its paragraph is gone', () => {
    const cloudopsText = readFileSync(new URL('../../fixtures/cloudops-policy.txt', import.meta.url), 'utf8');
    const differences = (humanText: string) =>
      compare(stateOf(cloudops, 'cloudops.example'), observation('cloudops.example'), testCatalogue, noon, {
        humanPolicy: { url: cloudops.policyUrl, text: humanText },
      }).findings.filter(({ id }) => id === 'text-and-file-differ');
    expect(differences(cloudopsText)).toEqual([]);
    expect(differences(cloudopsText.replace('we use Zapier,', 'we use'))).toMatchObject([
      { subject: 'Various / Zapier' },
    ]);
  });

  test('a hostile file beside a hostile page is done with soon', () => {
    const sources = Array.from({ length: 20 }, (_, at) => ({ url: policyUrl, quote: `${'a'.repeat(40 + at)}b` }));
    const statements = Array.from({ length: 60 }, () => ({ text: 'x', sources }));
    const processors = Array.from({ length: 8 }, (_, at) => ({ id: `p${at}`, name: 'P', statements }));
    const started = performance.now();
    findIn({ processors }, { text: 'a'.repeat(2 * 1024 * 1024) });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('both are for testers: in words, and not among the findings for visitors', () => {
  const report = reportOn(
    { notInPolicyText: ['/nowhere', '/no/where'], disclosure: { sources: [{ url: policyUrl, quote: 'gone' }] } },
    { text: 'something else' },
  );
  const found = report.findings.filter(({ id }) => forTesters.includes(id));
  expect(found.map((it) => describeFinding(t, it, [it.subject]))).toEqual([
    'The policy file refers to something that is not in it: /nowhere',
    'The policy file refers to something that is not in it: /no/where',
    `The policy page does not hold the words that the file quotes from it: ${policyUrl}`,
  ]);
  expect(found.map((it) => describeMeaning(t, it))).not.toContain(null);
  expect(describeFindings(t, report).filter(({ id }) => forTesters.includes(id))).toEqual([]);
});
