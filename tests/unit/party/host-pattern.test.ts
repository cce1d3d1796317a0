import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesHostPattern, specificity } from '../../../lib/party/host-pattern';

test.each([
  ['a.example', 'a.example', true],
  ['a.example', 'b.a.example', false],
  ['*.a.example', 'b.a.example', true],
  ['*.a.example', 'c.b.a.example', true],
  ['*.a.example', 'a.example', false],
  ['*.a.example', '.a.example', false],
  ['*.a.example', 'nota.example', false],
  ['*.a.example', 'a.example.evil.test', false],
  ['google-analytics.com', 'notgoogle-analytics.com', false],
  ['google-analytics.com', 'google-analytics.com.evil.test', false],
  ['*.2.3.44', '1.2.3.44', false],
  ['1.2.3.44', '1.2.3.44', true],
])('that %s covers %s: %s', (pattern, host, expected) => {
  expect(matchesHostPattern(pattern, host)).toBe(expected);
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => `${labels.join('.')}.site.example`);

test('a wildcard covers exactly the hosts with at least one label more', () => {
  fc.assert(
    fc.property(host, label, (base, extra) => {
      expect(matchesHostPattern(`*.${base}`, `${extra}.${base}`)).toBe(true);
      expect(matchesHostPattern(`*.${base}`, base)).toBe(false);
      expect(matchesHostPattern(`*.${base}`, `${extra}${base}`)).toBe(false);
      expect(matchesHostPattern(base, `${extra}.${base}`)).toBe(false);
    }),
  );
});

test('of two patterns that cover one host, the one with more labels is the narrower, and the host itself wins', () => {
  fc.assert(
    fc.property(host, label, label, (base, one, two) => {
      const target = `${two}.${one}.${base}`;
      const patterns = [`*.${base}`, `*.${one}.${base}`, target];
      expect(patterns.every((pattern) => matchesHostPattern(pattern, target))).toBe(true);
      expect([...patterns].sort((a, b) => specificity(b) - specificity(a))[0]).toBe(target);
      expect(specificity(`*.${one}.${base}`)).toBeGreaterThan(specificity(`*.${base}`));
    }),
  );
});
