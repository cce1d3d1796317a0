import { expect, test } from 'vitest';
import { type Evidence, type Finding, type FindingId, findingIds } from '../../../lib/comparison/site-report';
import { describeEvidence } from '../../../lib/words/describe-evidence';
import { describeFinding, describeMeaning } from '../../../lib/words/describe-finding';
import { form } from '../../fixtures/observations/form';
import { contact } from '../../fixtures/observations/make';
import { english as t } from './english';

const finding = (id: FindingId, evidence: readonly Evidence[] = []): Finding => ({
  id,
  key: id,
  severity: 'warning',
  subject: 'x',
  pointer: null,
  quote: null,
  evidence,
});
const visit: Evidence = { kind: 'declared-lifetime', seconds: 0 };
const sending: Evidence = { kind: 'form', form: form({ host: 'mailer.example' }) };
const request: Evidence = { kind: 'contact', contact: contact({ host: 'px.example' }) };

test.each<[Finding, string]>([
  [finding('undeclared-storage'), 'Kept in this browser under names that the policy does not list: A'],
  [finding('cookie-outlives-declaration'), 'Cookie that lasts longer than the policy says: A'],
  [
    finding('cookie-outlives-declaration', [visit]),
    'Cookie that stays, although the policy says that it ends with the visit: A',
  ],
  [finding('no-cookies-contradicted'), 'Cookies set, although the policy says that nothing is stored: A'],
  [finding('other-country-than-declared'), 'Delivered from another country than the policy names: A'],
  [finding('other-host-than-declared'), 'Delivered by another service than the host that the policy names: A'],
  [finding('form-sends-elsewhere', [sending]), 'A form here sends to A, which the policy does not name.'],
  [finding('not-encrypted'), 'This page is not encrypted: A'],
  [finding('not-encrypted', [sending]), 'A form here sends without encryption to A.'],
  [finding('not-encrypted', [request]), 'Contacted without encryption: A'],
])('%o is told as "%s"', (one, sentence) => expect(describeFinding(t, one, ['A'])).toBe(sentence));

test('several are told in one sentence with their number', () => {
  expect(describeFinding(t, finding('form-sends-elsewhere'), ['A', 'B'])).toBe(
    'Forms here send to 2 hosts that the policy does not name: A, B',
  );
});

test.each(findingIds)('%s has words', (id) => {
  expect(describeFinding(t, finding(id), ['A']).length).toBeGreaterThan(10);
});

/** Those that say all there is to say, and those that a notice explains. */
const plain: readonly FindingId[] = [
  'undeclared-processor',
  'unidentified-recipient',
  'undeclared-cookie',
  'transfer-basis-not-stated',
  'policy-invalid',
  'policy-not-found',
  'policy-does-not-cover-host',
  'link-not-https',
  'observation-incomplete',
];

test.each(findingIds.filter((id) => !plain.includes(id)))('%s is explained, without a verdict of law', (id) => {
  const meaning = describeMeaning(t, finding(id));
  expect(meaning).not.toBeNull();
  expect(meaning).not.toMatch(/\b(il|un)?lawful|\b(il)?legal|violat|breach/i);
});

test('what was seen and what is stated have a line each', () => {
  const evidence: readonly Evidence[] = [
    { kind: 'text', text: 'G-OTHER' },
    {
      kind: 'store',
      store: { kind: 'indexed-db', origin: 'https://a.example', party: 'first-party', keys: ['a', 'b'], more: 0 },
    },
    {
      kind: 'region',
      region: { code: 'us-east-1', place: 'Northern Virginia', country: 'US' },
      readFrom: 'a.s3.us-east-1.amazonaws.com',
    },
    { kind: 'declared-countries', countries: ['DE', 'NL'] },
    { kind: 'declared-countries', countries: [] },
    visit,
    { kind: 'declared-lifetime', seconds: 2_592_000 },
    request,
    sending,
  ];
  expect(describeEvidence(t, evidence)).toEqual({
    seen: ['G-OTHER', 'database: a, b', 'a.s3.us-east-1.amazonaws.com: region us-east-1 (Northern Virginia), USA'],
    declared: [
      'Stored in: Germany and Netherlands',
      'None. The policy says so.',
      'until the browser is closed',
      'lasts 30 days',
    ],
  });
});
