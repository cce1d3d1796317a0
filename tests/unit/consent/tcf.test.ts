import { Base64Url, TCString } from '@iabtcf/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceInTcString } from '../../../lib/consent/tcf';
import { type Answers, tcString } from '../../support/tc-string';

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('a TC string', () => {
  test.each<[string, Answers, string, boolean]>([
    ['with consent to all purposes', { consents: all }, 'accepted', false],
    [
      'with consent to all but those of legitimate interest',
      { consents: [1, 3, 4], interests: [2, 5, 6, 7, 8, 9, 10] },
      'accepted',
      false,
    ],
    ['with consent to some', { consents: [1, 7] }, 'accepted', true],
    ['with consent to purpose 11 alone', { consents: [11] }, 'accepted', true],
    ['with consent to a special feature alone', { features: [1] }, 'accepted', true],
    ['without any consent', {}, 'refused', false],
    ['with legitimate interest alone', { interests: all }, 'refused', false],
    ['with a special feature besides legitimate interest in all', { interests: all, features: [1] }, 'accepted', false],
    ['that does not ask for purpose 1', { consents: all.slice(1), isPurposeOneHidden: true }, 'accepted', false],
  ])('%s is read', (_, answers, state, isPartial) => {
    expect(choiceInTcString(tcString(answers))).toEqual({ state, isPartial });
  });

  test('says the same as all of it says, decoded by the library', () => {
    const some = (most: number) => fc.uniqueArray(fc.integer({ min: 1, max: most }), { maxLength: most });
    const letters = fc.constantFrom('AA', 'AT', 'DE', 'FR', 'HU', 'XX', 'ZZ');
    fc.assert(
      fc.property(some(11), some(11), some(2), letters, (consents, interests, features, country) => {
        const text = tcString({ consents, interests, features, country });
        const whole = TCString.decode(text);
        const isAny = whole.purposeConsents.size + whole.specialFeatureOptins.size > 0;
        const isOpen = all.some((it) => !whole.purposeConsents.has(it) && !whole.purposeLegitimateInterests.has(it));
        expect(choiceInTcString(text)).toEqual({
          state: isAny ? 'accepted' : 'refused',
          isPartial: isAny && isOpen,
        });
      }),
      { numRuns: 300 },
    );
  });

  test('of version 1 is not read', () => {
    expect(choiceInTcString('BPxYLuWPxYLuWAfNhBENABAAAAAfqAHAAUABUADIAIAAsgEIAP0A')).toBeNull();
  });

  test.each(['', 'C', 'CPXx', 'C'.repeat(34), `C${'!'.repeat(60)}`, `C${'A'.repeat(10_000)}`, '{"a":1}'])(
    'that is broken ("%.20s") is nothing',
    (text) => {
      expect(choiceInTcString(text)).toBeNull();
    },
  );

  test('never throws, whatever it holds', () => {
    const character = fc.constantFrom(...Array.from('ABCXYZabcxyz0189-_.=!'));
    const anything = fc.string({ unit: character, maxLength: 80 }).map((text) => `C${text}`);
    fc.assert(fc.property(anything, (text) => void choiceInTcString(text)));
  });

  test('that restricts one purpose for 65,535 vendors costs no more than another', () => {
    const head = Base64Url.decode(tcString({ consents: all })).slice(0, 213);
    const noVendors = '0'.repeat(2 * 17);
    const oneRange = ['000000000001', '000001', '01', '000000000001', '1', '0000000000000001', '1'.repeat(16)].join('');
    const text = Base64Url.encode(head + noVendors + oneRange);
    const started = performance.now();
    expect(choiceInTcString(text)).toEqual({ state: 'accepted', isPartial: false });
    expect(performance.now() - started).toBeLessThan(200);
  });
});
