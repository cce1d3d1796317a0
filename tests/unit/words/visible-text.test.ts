import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleText } from '../../../lib/words/visible-text';

test.each([
  ['a name that reads backwards', 'abc\u202Egnp.exe', 'abc⟨U+202E⟩gnp.exe'],
  ['a zero-width space', 'goo\u200Bgle', 'goo⟨U+200B⟩gle'],
  ['an isolate', '\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
  ['a byte order mark', '\uFEFFx', '⟨U+FEFF⟩x'],
  ['a tag character', 'x\u{E0041}', 'x⟨U+E0041⟩'],
  ['a lone surrogate', 'x\uD800', 'x⟨U+D800⟩'],
  ['a null', 'x\u0000y', 'x⟨U+0000⟩y'],
  ['a line break', 'a\nb\tc', 'a b c'],
  ['ordinary text of many scripts', 'Zażółć Überschrift 日本語 “ok” OÜ', 'Zażółć Überschrift 日本語 “ok” OÜ'],
])('%s is shown as it is', (_what, source, shown) => {
  expect(visibleText(source).text).toBe(shown);
});

test('text over the limit is cut, and how long it was is said', () => {
  expect(visibleText('x'.repeat(5000), 100)).toEqual({ text: 'x'.repeat(100), cutFrom: 5000 });
});

test('text within the limit is whole, counted in characters and not in halves of them', () => {
  expect(visibleText('😀'.repeat(100), 100)).toEqual({ text: '😀'.repeat(100), cutFrom: null });
});

test('no text keeps a control that could hide or reorder what stands beside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
      expect(visibleText(source).text).not.toMatch(
        /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/,
      );
    }),
  );
});
