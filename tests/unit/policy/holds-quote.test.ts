import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWords, holdsQuote } from '../../../lib/policy/holds-quote';

test.each([
  ['Straße „Am Weg“ – 10 %', 'straßeamweg10%'],
  ['ﬁrst Ⅳ Ａ１', 'firstiva1'],
  ['so\u00ADft\u200B \u202Ehyphen', 'softhyphen'],
  ['été ÉTÉ', 'e\u0301te\u0301e\u0301te\u0301'],
  ['ΟΔΟΣ ὁδός', 'οδοσο\u0314δο\u0301σ'],
  ['§ 25 TTDSG, 5 €', '§25ttdsg5€'],
  [' • … ', ''],
])('%j counts as %j', (text, folded) => {
  expect(foldWords(text)).toBe(folded);
});

test('a text holds each part of itself, whatever stands between its words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      (before, quote, after) => {
        const text = foldWords(`${before} ${quote} ${after}`);
        expect(holdsQuote(text, ` “${quote.replaceAll(' ', '\n')}” `)).toBe(true);
      },
    ),
  );
});
