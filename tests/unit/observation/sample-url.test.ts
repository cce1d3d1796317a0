import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageUrl, sampleUrl } from '../../../lib/observation/sample-url';

test.each([
  ['https://a.example/p/q?x=1&y=2&x=3#frag', 'https://a.example/p/q?x=…&y=…'],
  ['https://user:secret@a.example:8443/', 'https://a.example:8443/'],
  ['https://a.example/unsubscribe/jo@b.example/now', 'https://a.example/unsubscribe/…@…/now'],
  ['https://a.example/jo%40b.example', 'https://a.example/…@…'],
  ['https://a.example/jo%252540b.example/x', 'https://a.example/…@…/x'],
  ['https://a.example/?jo%2540b.example=1&b=2', 'https://a.example/?…@…=…&b=…'],
  ['https://a.example/?eyJhbGciOi.secret', 'https://a.example/?…'],
  ['https://a.example/p;jsessionid=ABC/q', 'https://a.example/p;…/q'],
  ['wss://a.example/live?token=abc', 'wss://a.example/live?token=…'],
  ['data:text/plain,hello', 'data:'],
  ['not a url', ''],
])('%s is kept as %s', (url, kept) => {
  expect(sampleUrl(url)).toBe(kept);
});

test('a page’s URL loses its query, fragment and user', () => {
  expect(pageUrl('https://jo:pw@site.example/a?q=illness#top')).toBe('https://site.example/a');
});

test('no query value and no fragment ever comes out', () => {
  const secret = fc.stringMatching(/^[a-z0-9]{12,20}$/);
  const base = fc.constantFrom(
    'https://a.example/',
    'http://b.example:8080/p/q;r',
    'wss://c.example',
    'https://[::1]/%40/',
  );
  fc.assert(
    fc.property(base, secret, secret, (url, value, fragment) => {
      const kept = sampleUrl(`${url}?token=${value}#${fragment}`) + pageUrl(`${url}?token=${value}#${fragment}`);
      expect(kept).not.toContain(value);
      expect(kept).not.toContain(fragment);
    }),
  );
});

test('any text is answered, and in bounded length', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('https://a.example/', 'https://a.example/p?q=')),
      fc.nat(70_000),
      (url, more) => {
        expect(sampleUrl(`${url}${'/x&y='.repeat(more / 5)}`).length).toBeLessThan(3000);
      },
    ),
  );
});
