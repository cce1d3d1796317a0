import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePageConsent } from '../../../lib/consent/page-signals';
import { type Found, toolProbes } from '../../../lib/consent/tool-probes-table';
import { tcString } from '../../support/tc-string';

const none = { gpc: false, tcf: null, tools: toolProbes.map(() => null), google: null };
const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const tcf = (more: object) => ({
  ...none,
  tcf: { isLoaded: true, isShown: false, gdprApplies: true, event: '', tcString: '', ...more },
});
const tool = (manager: string, found: readonly Found[]) => ({
  ...none,
  tools: toolProbes.map((probe) => (probe.manager === manager ? found : null)),
});
const google = (byDefault: readonly string[], update: readonly string[]) => ({
  ...none,
  google: { default: byDefault, update },
});
const four = (word: string) => [word, word, word, word];

const signals = (answer: unknown) => parsePageConsent(answer, 7)?.signals;

test('a page without any tool tells nothing', () => {
  expect(parsePageConsent(none, 7)).toEqual({ signals: [], gpc: false });
});

test('Global Privacy Control is passed on', () => {
  expect(parsePageConsent({ ...none, gpc: true }, 7)?.gpc).toBe(true);
});

describe('the TCF interface', () => {
  test.each<[string, object, object]>([
    [
      'asking',
      { event: 'cmpuishown', tcString: tcString({ interests: all }) },
      { state: 'before-choice', since: 'page-start' },
    ],
    ['asking with nothing yet', { event: 'cmpuishown' }, { state: 'before-choice', since: 'page-start' }],
    [
      'asking anew over an earlier yes',
      { event: 'cmpuishown', tcString: tcString({ consents: all }) },
      { state: 'accepted', since: 'now' },
    ],
    [
      'with an earlier answer',
      { event: 'tcloaded', tcString: tcString({}) },
      { state: 'refused', since: 'page-start' },
    ],
    [
      'with an answer just given',
      { event: 'useractioncomplete', tcString: tcString({ consents: [1] }) },
      { state: 'accepted', isPartial: true, since: 'now' },
    ],
    ['with a broken string', { event: 'tcloaded', tcString: 'CPXx' }, { state: 'unknown' }],
    [
      'where the GDPR does not apply',
      { event: 'tcloaded', gdprApplies: false, tcString: tcString({}) },
      { state: 'unknown', evidence: '__tcfapi gdprApplies=false' },
    ],
    ['still a stub', { isLoaded: false }, { state: 'unknown', evidence: '__tcfapi stub' }],
    ['visible, without an event', { isShown: true }, { state: 'before-choice' }],
    ['silent', {}, { state: 'unknown' }],
  ])('%s', (_, more, expected) => {
    expect(signals(tcf(more))).toMatchObject([{ source: 'tcf', manager: null, at: 7, ...expected }]);
  });

  test('takes the name of the one tool that is there', () => {
    const answer = { ...tcf({ event: 'cmpuishown' }), tools: tool('Didomi', [true]).tools };
    expect(signals(answer)).toMatchObject([
      { source: 'tcf', manager: 'Didomi' },
      { source: 'page', manager: 'Didomi' },
    ]);
  });
});

test.each<[string, readonly Found[], string]>([
  ['OneTrust', [false, true], 'before-choice'],
  ['OneTrust', [false, null], 'before-choice'],
  ['OneTrust', [false, false], 'unknown'],
  ['OneTrust', [true, true], 'unknown'],
  ['Cookiebot', [false, false, false, false, false], 'before-choice'],
  ['Cookiebot', [true, false, false, false, false], 'refused'],
  ['Cookiebot', [true, false, true, true, true], 'accepted'],
  ['Cookiebot', [true, true, true, true, true], 'unknown'],
  ['Usercentrics', [true, true, [true], [true]], 'before-choice'],
  ['Usercentrics', [true, false, [true, false], [true, false]], 'refused'],
  ['Usercentrics', [true, false, [true, false], [true, true]], 'accepted'],
  ['Usercentrics', [false, true, [], []], 'unknown'],
  ['Usercentrics', [true, false, null, null], 'unknown'],
  ['Didomi', [true], 'before-choice'],
  ['Didomi', [false], 'unknown'],
  ['CookieYes', [false, null, null, null, null], 'before-choice'],
  ['CookieYes', [true, false, false, false, false], 'refused'],
  ['Klaro', [], 'unknown'],
])('%s with %j is %s', (manager, found, state) => {
  expect(signals(tool(manager, found))).toMatchObject([{ source: 'page', manager, state }]);
});

test('each probe takes whatever a page answers', () => {
  const found = fc.oneof(fc.constantFrom(true, false, null), fc.array(fc.constantFrom(true, false, null)));
  const answers = fc.array(found, { maxLength: 10 });
  fc.assert(fc.property(fc.constantFrom(...toolProbes), answers, ({ read }, some) => void read(some)));
});

describe('the page’s own calls of Google’s consent mode', () => {
  test.each([
    ['denied by default', four('denied'), four(''), 'before-choice', 'page-start'],
    ['denied, then granted', four('denied'), four('granted'), 'accepted', 'now'],
    ['denied, then denied', four('denied'), four('denied'), 'refused', 'now'],
  ])('%s', (_, byDefault, update, state, since) => {
    expect(signals(google(byDefault, update))).toMatchObject([{ source: 'google-consent-mode', state, since }]);
  });

  test('granted by default tells of no choice', () => {
    expect(signals(google(four('granted'), four('')))).toEqual([]);
  });
});

describe('what a page makes up', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'accepted'],
    ['no tools', { ...none, tools: [] }],
    ['too many tools', { ...none, tools: [...none.tools, null] }],
    ['a tool’s own text', tool('OneTrust', ['<b>' as never])],
    ['another event', tcf({ event: 'accepted' })],
    ['a long string', tcf({ event: 'tcloaded', tcString: 'C'.repeat(9000) })],
    ['a long list', tool('Usercentrics', [true, false, Array.from({ length: 3000 }, () => true), []])],
    ['another word', google(four('yes'), four(''))],
    ['too few kinds', google(['denied'], ['denied'])],
  ])('(%s) is of no form', (_, answer) => {
    expect(parsePageConsent(answer, 7)).toBeNull();
  });

  test('never gets its own text into a signal', () => {
    const text = fc.constant('EVIL');
    const anything = fc.anything({ values: [text, fc.boolean(), fc.constant(null)] });
    const made = fc.record({
      gpc: fc.boolean(),
      tcf: fc.oneof(fc.constant(null), anything),
      tools: fc.oneof(fc.constant(none.tools), anything),
      google: fc.oneof(fc.constant(null), anything),
      EVIL: text,
    });
    fc.assert(
      fc.property(made, (answer) => {
        expect(JSON.stringify(parsePageConsent(answer, 7))).not.toContain('EVIL');
      }),
    );
  });
});
