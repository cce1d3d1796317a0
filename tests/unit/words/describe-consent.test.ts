import { expect, test } from 'vitest';
import { type ConsentSignal, type ObservedConsent, noConsentSeen } from '../../../lib/consent/consent';
import { describeChoice, describeConsent } from '../../../lib/words/describe-consent';
import { describeCookie } from '../../../lib/words/describe-cookie';
import { describeContact } from '../../../lib/words/describe-observed';
import { compare } from '../../../lib/comparison/compare';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { english as t } from './english';

const signal: ConsentSignal = {
  state: 'refused',
  isPartial: false,
  source: 'cookie',
  manager: 'OneTrust',
  evidence: 'OptanonConsent',
  since: 'page-start',
  at: noon,
};
const consent = (more: Partial<ObservedConsent>): ObservedConsent => ({ ...noConsentSeen, gpc: false, ...more });
const google: ConsentSignal = { ...signal, source: 'google-consent-mode', manager: null, state: 'before-choice' };

test.each<[Partial<ObservedConsent>, string]>([
  [{ state: 'before-choice', managers: ['OneTrust'] }, 'You have not chosen yet (OneTrust is asking).'],
  [
    { state: 'before-choice', signals: [{ ...google, source: 'tcf' }] },
    'You have not chosen yet (a consent tool is asking).',
  ],
  [{ state: 'before-choice', signals: [google] }, 'You have not chosen yet, going by what the site tells Google.'],
  [{ state: 'refused' }, 'You refused.'],
  [{ state: 'accepted' }, 'You accepted.'],
  [{ state: 'accepted', isPartial: true }, 'You accepted in part.'],
  [{}, 'Candor sees no consent tool that it knows, so it cannot tell whether you were asked.'],
  [{ gpc: null }, 'Candor could not look into this page for a consent tool.'],
  [
    { managers: ['Klaro', 'Osano'], signals: [{ ...signal, state: 'unknown' }] },
    'This page has a consent tool (Klaro and Osano), but Candor cannot tell what you chose.',
  ],
  [
    { signals: [{ ...signal, manager: null, state: 'unknown' }] },
    'This page has a consent tool, but Candor cannot tell what you chose.',
  ],
  [
    { managers: ['OneTrust'], signals: [signal, google] },
    'What Candor saw of your choice does not fit together, so it cannot tell what you chose.',
  ],
])('%j', (more, words) => {
  expect(describeChoice(t, consent(more))).toBe(words);
});

const reportOf = (more: Partial<ObservedConsent>, parts: object = {}) =>
  compare(
    { kind: 'not-looked' },
    observation('shop.example', { consent: consent(more), ...parts }),
    testCatalogue,
    noon,
  );

test('what told of it is listed, with Global Privacy Control', () => {
  const words = describeConsent(t, reportOf({ gpc: true, signals: [signal, { ...google, at: noon + 1000 }] }));
  expect(words?.gpc).toBe('On: your browser asks each site not to sell or share your data.');
  expect(words?.told).toMatchObject([
    { when: 'before this page', text: 'OneTrust (Consent cookie): refused', evidence: 'OptanonConsent' },
    { text: 'What the site tells Google: not chosen yet' },
  ]);
});

test('where nobody could look at the page, nothing is said of consent', () => {
  const coverage = { kind: 'none', gaps: [] } as const;
  expect(describeConsent(t, reportOf({ gpc: null }, { coverage }))).toBeNull();
});

test('a contact says how much of it was sent before any choice and after a refusal', () => {
  const parts = describeContact(
    t,
    contact({
      host: 'a.example',
      sent: 6,
      byConsent: { 'before-choice': 2, refused: 3, unknown: 1 },
      cookieless: { refused: 1 },
    }),
  );
  expect(parts).toEqual(['6 sent', '2 before any choice', '3 after you refused', '1 says it goes without cookies']);
});

test.each([
  ['before-choice', 'set before any choice'],
  ['refused', 'set after you refused'],
] as const)('a cookie set at %s says so', (state, words) => {
  expect(describeCookie(t, cookie({ name: 'a', domain: 'a.example', consent: state }))).toContain(words);
});
