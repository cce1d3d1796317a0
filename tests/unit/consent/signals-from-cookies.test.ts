import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentCookies } from '../../../lib/consent/consent-cookies-table';
import { isConsentCookie } from '../../../lib/consent/is-consent-cookie';
import { signalsFromCookies } from '../../../lib/consent/signals-from-cookies';
import { type Jar, closed, consentCookieCases, json, oneTrust } from '../../fixtures/consent-cookies';

const signals = (jar: Jar, since: 'now' | 'page-start' = 'now') =>
  signalsFromCookies(
    Object.entries(jar).map(([name, value]) => ({ name, value })),
    5,
    since,
  );
/** `OneTrust refused`, or `OneTrust accepted in part`. */
const told = (jar: Jar) =>
  signals(jar).map(({ manager, state, isPartial }) => `${manager ?? '-'} ${state}${isPartial ? ' in part' : ''}`);

test.each(consentCookieCases)('%s', (_, jar, expected) => {
  expect(told(jar)).toEqual([expected]);
});

test('each tool of the table has a case', () => {
  const seen = new Set(consentCookieCases.flatMap(([, jar]) => signals(jar).map(({ manager }) => manager)));
  expect(consentCookies.filter(({ manager }) => !seen.has(manager))).toEqual([]);
});

test('each tool of the table has its own names and a source', () => {
  const names: string[] = consentCookies.flatMap(({ cookies }) => [...cookies]);
  expect(new Set(names).size).toBe(names.length);
  expect(consentCookies.filter(({ source }) => !URL.canParse(source))).toEqual([]);
});

describe('a signal', () => {
  test('names the tool and the cookie, and holds nothing of its value', () => {
    const [signal] = signals({ ...closed, ...oneTrust('C0001:1,C0002:0') });
    expect(signal).toEqual({
      state: 'refused',
      isPartial: false,
      source: 'cookie',
      manager: 'OneTrust',
      evidence: 'OptanonAlertBoxClosed',
      since: 'now',
      at: 5,
    });
  });

  test('that nothing was answered holds since the page’s start, whenever it is read', () => {
    expect(signals(oneTrust('C0001:1,C0002:0'), 'now')).toMatchObject([{ since: 'page-start' }]);
  });

  test('is given for each tool', () => {
    expect(told({ klaro: json({ a: false }), cookieconsent_status: 'allow' })).toEqual([
      'Klaro refused',
      'Cookie Consent accepted',
    ]);
  });
});

test.each<[string, Jar]>([
  ['another’s cookie of that name', { CookieConsent: 'true' }],
  ['broken JSON', { klaro: '{"a":' }],
  ['JSON of another form', { 'borlabs-cookie': '[1,2]' }],
  ['percent signs that are no code', { klaro: '%E0%A4%A' }],
  ['a broken TC string', { 'euconsent-v2': 'CPXx' }],
  ['a member that is no own one', { klaro: '"__proto__"' }],
  ['another cookie', { session: 'refused' }],
])('%s tells nothing', (_, jar) => {
  expect(signals(jar)).toEqual([]);
});

test('no value makes a reader throw', () => {
  const names = consentCookies.flatMap(({ cookies }) => cookies.map((name) => name.replace('*', '1')));
  const value = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map(json),
    fc.json().map((it) => btoa(encodeURIComponent(it))),
  );
  fc.assert(fc.property(fc.constantFrom(...names), value, (name, text) => void signals({ [name]: text })));
});

test('a long value costs no more than its length', () => {
  const values = ['!a=true'.repeat(100_000), 'groups=' + 'a:1,'.repeat(100_000), 'x:y,'.repeat(100_000)];
  const started = performance.now();
  for (const name of ['tarteaucitron', 'OptanonConsent', 'cookieyes-consent', 'klaro', 'CookieConsent'])
    for (const value of values) signals({ [name]: value });
  expect(performance.now() - started).toBeLessThan(500);
});

test.each([
  ['OptanonConsent', true],
  ['cmplz_marketing', true],
  ['_iub_cs-123', true],
  ['optanonconsent', false],
  ['_ga', false],
  [`cmplz_${'x'.repeat(300)}`, false],
])('"%.30s" is a consent cookie: %s', (name, expected) => {
  expect(isConsentCookie(name)).toBe(expected);
});
