import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeChoices, inForce, noChoices, parseChoices } from '../../../lib/opt-out/choices';
import { type OptOutChange, type OptOutChoices, blockings } from '../../../lib/opt-out/opt-out';

const site = fc.constantFrom('a.example', 'b.example', '127.0.0.1', 'localhost');
const change: fc.Arbitrary<OptOutChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom('site' as const, 'everywhere' as const), isOn: fc.boolean() }),
  fc.record({ kind: fc.constant('blocking' as const), level: fc.constantFrom(...blockings) }),
  fc.constant({ kind: 'delete-cookies' } as const),
);
const choices = fc
  .array(fc.tuple(site, change), { maxLength: 12 })
  .map((steps) => steps.reduce<OptOutChoices>((all, [at, one]) => changeChoices(all, at, one), noChoices));

describe('whatever was chosen before', () => {
  test('a change done twice does what it does once', () => {
    fc.assert(
      fc.property(choices, site, change, (before, at, one) => {
        const once = changeChoices(before, at, one);
        expect(changeChoices(once, at, one)).toEqual(once);
      }),
    );
  });

  test('the switch of a site does what it says, and can be undone', () => {
    fc.assert(
      fc.property(choices, site, fc.boolean(), (before, at, isOn) => {
        const after = changeChoices(before, at, { kind: 'site', isOn });
        expect(inForce(after, at).on !== null).toBe(isOn);
        const wasOn = inForce(before, at).on !== null;
        expect(inForce(changeChoices(after, at, { kind: 'site', isOn: wasOn }), at).on !== null).toBe(wasOn);
      }),
    );
  });

  test('no site’s switch changes what holds elsewhere', () => {
    fc.assert(
      fc.property(choices, site, site, fc.boolean(), (before, at, other, isOn) => {
        fc.pre(at !== other);
        const after = changeChoices(before, at, { kind: 'site', isOn });
        expect(inForce(after, other)).toEqual(inForce(before, other));
      }),
    );
  });

  test('nothing is blocked where the switch is off', () => {
    fc.assert(
      fc.property(choices, site, (all, at) => {
        const { on, blocking } = inForce(all, at);
        expect(on === null && blocking !== 'none').toBe(false);
      }),
    );
  });

  test('it is read as it was stored', () => {
    fc.assert(
      fc.property(choices, (all) => {
        expect(parseChoices(JSON.parse(JSON.stringify(all)))).toEqual(all);
      }),
    );
  });
});

test('whatever lies in the store, reading it throws nothing, and nothing unknown is taken for a choice', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const { everywhere, sites } = parseChoices(stored);
      expect(typeof everywhere).toBe('boolean');
      for (const one of Object.values(sites)) expect(['off', 'allowed']).toContain(one.analytics);
    }),
  );
});

test.each([
  [{ everywhere: 'yes', sites: { 'a.example': { analytics: 'off', blocking: 'hits' } } }, 'site', 'hits'],
  [{ everywhere: true, blockingEverywhere: 'hits', sites: 7 }, 'everywhere', 'hits'],
  [{ sites: { 'a.example': { analytics: 'off', blocking: 'all' } } }, 'site', 'none'],
  [{ sites: { 'a.example': { analytics: 'gone' } } }, null, 'none'],
])('of %j each good part is read', (stored, on, blocking) => {
  expect(inForce(parseChoices(stored), 'a.example')).toMatchObject({ on, blocking });
});
