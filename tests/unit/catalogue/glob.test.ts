import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literalLength, matchesGlob } from '../../../lib/catalogue/glob';

test.each([
  ['/gtag/js', '/gtag/js'],
  ['/recaptcha/*', '/recaptcha/'],
  ['/recaptcha/*', '/recaptcha/api.js'],
  ['*/g/collect', '/g/collect'],
  ['*/g/collect', '/metrics/g/collect'],
  ['/*/fbevents.js', '/en_US/fbevents.js'],
  ['G-*', 'G-'],
  ['*', ''],
  ['a*b*a', 'aba'],
  ['*(CloudFront)*', '1.1 x (CloudFront)'],
])('%s describes %s', (pattern, text) => expect(matchesGlob(pattern, text)).toBe(true));

test.each([
  ['/gtag/js', '/gtag/jsx'],
  ['/gtag/js', '/x/gtag/js'],
  ['/recaptcha/*', '/recaptcha'],
  ['*/g/collect', '/g/collect/'],
  ['a*a', 'a'],
  ['ab*ba', 'aba'],
  ['G-*', 'g-1'],
  ['', 'a'],
])('%s does not describe %s', (pattern, text) => expect(matchesGlob(pattern, text)).toBe(false));

test('a pattern with its stars filled in describes the result', () => {
  const plain = fc.string().map((text) => text.replaceAll('*', ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(plain, fc.string())), plain, (parts, last) => {
      const pattern = parts.map(([literal]) => `${literal}*`).join('') + last;
      const text = parts.map(([literal, filling]) => literal + filling).join('') + last;
      return matchesGlob(pattern, text);
    }),
  );
});

test('what a star leaves open does not count as length', () => expect(literalLength('/*/a*')).toBe(3));
