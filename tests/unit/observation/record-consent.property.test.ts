import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConsentSignal, consentSources, consentStates } from '../../../lib/consent/consent';
import type { DocumentLedger } from '../../../lib/observation/document-ledger';
import { noteConsent } from '../../../lib/observation/record-consent';
import { cookieStates, counts, ledgerOf, now, send, setCookie, signal } from './consent-kit';

const urls = [
  'https://px.tracker.example/p.gif',
  'https://site.example/a.js',
  ...['gcs=G100', 'gcs=G100&gcd=13p3p3p3p5', 'gcs=G111&gcd=13r3r3r3r5', 'gcs=G100&gcd=13q3q3q3q5'].map(
    (query) => `https://region1.google-analytics.com/g/collect?v=2&tid=G-1&${query}`,
  ),
];

type Step = (ledger: DocumentLedger, at: number) => void;
const state = fc.constantFrom(...consentStates);
const told = fc.record({
  source: fc.constantFrom(...consentSources),
  manager: fc.constantFrom('OneTrust', 'Klaro', null),
  isPartial: fc.boolean(),
});

const sending: fc.Arbitrary<Step> = fc
  .record({ url: fc.constantFrom(...urls), by: fc.constantFrom(null, null, 'frame.example') })
  .map(({ url, by }) => (ledger, at) => {
    send(ledger, url, at, by);
  });
/** Each its own: of one that is set twice, nobody knows which time a late word is about. */
const setting: fc.Arbitrary<Step> = fc.constant((ledger, at) => {
  setCookie(ledger, `c${Object.keys(ledger.cookies).length}`, at);
});
const starting: fc.Arbitrary<Step> = fc.tuple(state, told).map(([what, more]) => (ledger, at) => {
  noteConsent(ledger, signal(what, { ...more, at }));
});
const changing: fc.Arbitrary<Step> = fc.tuple(state, told).map(([what, more]) => (ledger, at) => {
  noteConsent(ledger, now(what, at, more));
});

/** Steps with a time each, some at the same moment. */
const history = (...steps: fc.Arbitrary<Step>[]) =>
  fc.array(fc.tuple(fc.oneof(...steps), fc.integer({ min: 0, max: 3 })), { maxLength: 40 });
const run = (ledger: DocumentLedger, steps: readonly (readonly [Step, number])[]) => {
  let at = 1000;
  for (const [step, later] of steps) step(ledger, (at += later));
};

const number = (all: Readonly<Record<string, number>>) => Object.values(all).reduce((sum, one) => sum + one, 0);

test('whatever comes in whatever order, each request is counted under one state', () => {
  fc.assert(
    fc.property(history(sending, sending, setting, starting, changing), (steps) => {
      const ledger = ledgerOf();
      run(ledger, steps);
      for (const { sent, byConsent, cookieless } of Object.values(ledger.contacts)) {
        expect(number(byConsent)).toBe(sent);
        for (const [kind, count] of Object.entries(cookieless)) {
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(byConsent[kind as keyof typeof byConsent] ?? 0);
        }
        expect(Object.values(byConsent).every((count) => count > 0)).toBe(true);
      }
      expect(ledger.consent.signals.length).toBeLessThanOrEqual(20);
    }),
    { numRuns: 2000 },
  );
});

test('where nothing but the page’s beginning is told, all is counted under the state that stands', () => {
  fc.assert(
    fc.property(history(sending, setting, starting), (steps) => {
      const ledger = ledgerOf();
      const plain = steps.map(([step, later]) => [step, later] as const);
      run(ledger, plain);
      const { state: stands, signals } = ledger.consent;
      if (signals.some(({ since }) => since === 'now')) return; // a hit told of a choice
      expect(Object.keys(counts(ledger)).filter((it) => it !== stands)).toEqual([]);
    }),
  );
});

test('in what order late words on the page’s beginning come does not matter', () => {
  const word: fc.Arbitrary<ConsentSignal> = fc
    .tuple(state, told, fc.integer({ min: 900, max: 2000 }))
    .map(([what, more, at]) => signal(what, { ...more, at }));
  const late = fc.array(word, { maxLength: 5 });
  const shuffled = late.chain((words) =>
    fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })),
  );
  fc.assert(
    fc.property(history(sending, sending, setting, starting, changing), shuffled, (steps, [words, others]) => {
      const [one, other] = [ledgerOf(), ledgerOf()];
      for (const [ledger, order] of [
        [one, words],
        [other, others],
      ] as const) {
        run(ledger, steps);
        for (const it of order) noteConsent(ledger, it);
      }
      expect(counts(one)).toEqual(counts(other));
      expect(cookieStates(one)).toEqual(cookieStates(other));
      expect(one.consent.state).toBe(other.consent.state);
    }),
    { numRuns: 2000 },
  );
});
