import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCookieDate } from '../../../lib/observation/cookie-date';

const time = Date.UTC(2026, 10, 22, 12, 1, 0);

test.each([
  ['Sun, 22 Nov 2026 12:01:00 GMT'],
  ['Sun, 22-Nov-2026 12:01:00 GMT'],
  ['Sunday, 22-Nov-26 12:01:00 GMT'],
  ['Sun Nov 22 12:01:00 2026'],
  ['22 november 2026 12:1:0'],
  ['2026 Nov 22 12:01:00'],
])('%s is read as browsers read it', (text) => {
  expect(parseCookieDate(text)).toBe(time);
});

test.each([
  ['Thu, 01-Jan-70 00:00:00 GMT', 0],
  ['Fri, 01-Jan-69 00:00:00 GMT', Date.UTC(2069, 0, 1)],
  ['Fri, 31 Dec 9999 23:59:59 GMT', Date.UTC(9999, 11, 31, 23, 59, 59)],
])('%s: two digits of a year are of the last or of this century', (text, expected) => {
  expect(parseCookieDate(text)).toBe(expected);
});

test.each([
  '',
  'never',
  '0',
  '22 Nov 2026',
  '12:01:00 22 2026',
  'Sun, 31 Feb 2026 12:01:00 GMT',
  'Sun, 22 Nov 2026 24:00:00 GMT',
  'Sun, 22 Nov 1600 12:00:00 GMT',
  'Sun, 22 Nov 20260 12:00:00 GMT',
])('%j is no date', (text) => {
  expect(parseCookieDate(text)).toBeNull();
});

test('what JavaScript writes is read back to the second', () => {
  const range = { min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(range), (date) => {
      expect(parseCookieDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000);
    }),
  );
});

test('no text makes it throw or take long', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => parseCookieDate(text) !== undefined));
  const started = performance.now();
  parseCookieDate('1:'.repeat(50_000));
  parseCookieDate('-'.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(50);
});
