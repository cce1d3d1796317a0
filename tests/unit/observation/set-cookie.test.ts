import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSetCookie, setCookieLines } from '../../../lib/observation/set-cookie';

const now = Date.parse('2026-11-22T12:00:00Z');

test('name, place, lifetime and flags are read; the value is not among them', () => {
  const line = '_ga=GA1.1.42; Domain=.Site.example; Path=/a; Max-Age=60; Secure; HttpOnly; SameSite=None; Partitioned';
  expect(parseSetCookie(line, now)).toEqual({
    name: '_ga',
    domain: 'site.example',
    path: '/a',
    lifetimeSeconds: 60,
    secure: true,
    httpOnly: true,
    sameSite: 'none',
    partitioned: true,
  });
});

test.each([
  ['a=1', null],
  ['a=1; Expires=Sun, 22 Nov 2026 12:01:00 GMT', 60],
  ['a=1; Expires=Sun, 22 Nov 2026 12:01:00 GMT; Max-Age=5', 5],
  ['a=1; Max-Age=-1', 0],
  ['a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['a=1; Expires=never', null],
  ['a=1; Expires=Sun, 22-Nov-26 12:01:00 GMT', 60],
  ['a=1; Max-Age=0', 0],
  ['a=1; Max-Age=soon; Expires=Sun, 22 Nov 2026 12:01:00 GMT', 60],
  ['a=1; Max-Age=315360000', 315_360_000],
  [`a=1; Max-Age=${'9'.repeat(400)}`, 1e12],
  ['a=1; Max-Age=5; max-age=7', 7],
])('%s lives for %s seconds', (line, seconds) => {
  expect(parseSetCookie(line, now)?.lifetimeSeconds).toBe(seconds);
});

test.each(['', ' ', ';', '; Path=/'])('%j is no cookie', (line) => {
  expect(parseSetCookie(line, now)).toBeNull();
});

test.each(['=1', 'novalue', ' =1; Path=/'])('%j is a cookie without a name', (line) => {
  expect(parseSetCookie(line, now)?.name).toBe('');
});

test('an attribute that is too long is passed over, as browsers do', () => {
  const long = 'x'.repeat(1025);
  expect(parseSetCookie(`a=1; Domain=${long}; Path=/${long}`, now)).toMatchObject({ domain: null, path: null });
});

test('Firefox’s joined lines are taken apart', () => {
  expect(setCookieLines('a=1; Path=/\nb=2')).toEqual(['a=1; Path=/', 'b=2']);
});

test('no line makes it throw, and no value comes out', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.stringMatching(/^[A-Z]{16}$/), (attributes, value) => {
      const cookie = parseSetCookie(`name=${value};${attributes.replaceAll(value, '')}`, now);
      expect(JSON.stringify(cookie)).not.toContain(value);
    }),
  );
});
