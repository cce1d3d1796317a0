import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactText } from '../../../lib/report/redact';

test.each([
  ['https://a.example/x?token=1&b=2#c', 'https://a.example/x?…'],
  ['see https://user:pw@a.example/x#top, please', 'see https://a.example/x please'],
  ['https://a.example/x and http://b.example/y.', 'https://a.example/x and http://b.example/y.'],
  ['wss://a.example/s?auth=1', 'wss://a.example/s?…'],
  ['https://user:pw@[broken/x', 'https://[broken/x'],
  ['Location: /pay?token=1&b=2#c', 'Location: /pay?…'],
  ['data:text/html,secret', 'data:'],
  ['We ask: who? #1 @home; see below', 'We ask: who? #1 @home; see below'],
])('%s → %s', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test('names of query members stay where that is asked for; values never', () => {
  expect(redactText('https://a.example/x?token=1&b=2#c', { keepsQueryNames: true })).toBe(
    'https://a.example/x?token=…&b=…',
  );
});

test('done twice is as once, with names and without', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.boolean(), (url, keepsQueryNames) => {
      const once = redactText(`x ${url} y`, { keepsQueryNames });
      expect(redactText(once, { keepsQueryNames })).toBe(once);
      expect(redactText(once)).toBe(redactText(`x ${url} y`));
    }),
  );
});

test('a long text costs no more than its length', () => {
  const began = performance.now();
  for (const part of ['a', '?a', '://', '//', 'data:', '@']) redactText(part.repeat(200_000));
  expect(performance.now() - began).toBeLessThan(5000);
});
