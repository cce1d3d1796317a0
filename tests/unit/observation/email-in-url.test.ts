import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasEmail } from '../../../lib/observation/email-in-url';

test.each([
  'https://a.example/unsubscribe/jo@mail.de/now',
  'https://a.example/?email=jo@mail.de',
  'https://a.example/c?em=jo.doe%2Bnews%40mail.co.uk&x=1',
  'https://a.example/c?u=https%253A%252F%252Fb.example%252F%253Fm%253Djo%252540mail.de',
  'https://a.example/?jo@mail.de',
  'https://a.example?q=write%20to%20jo%40163.com.',
  'https://a.example/?m=jo@m%C3%BCnchen.de',
  'wss://a.example/live?user=jo@mail.de',
  'https://a.example/?to=Jo%20%3Cjo@mail.de%3E',
])('%s holds an address', (url) => {
  expect(hasEmail(url)).toBe(true);
});

test.each([
  'https://a.example/logo@2x.png',
  'https://a.example/logo@1.5x.zip',
  'https://a.example/clip@2x.mov',
  'https://a.example/npm/@scope/package/index.js',
  'https://a.example/npm/@scope/package@1.2.3/dist/x.min.js',
  'https://a.example/vue@next/x.js',
  'https://a.example/pkg@1.2.3.dev/x.py',
  'https://a.example/repo@v2.0.app/x',
  'https://a.example/maps/@48.85,2.35,12z',
  'https://a.example/p;v=1;jsessionid=AB@node1.cluster.local/q',
  'https://a.example/?dsn=https://key@o1.ingest.sentry.io/5',
  'https://a.example/?next=https%3A%2F%2Fjo:pw@shop.de%2F',
  'https://jo@shop.de/',
  'https://jo:pw@shop.de/?a=1',
  'https://a.example/#jo@mail.de',
  'https://a.example/?q=a%20@%20b',
  'https://a.example/?q=@mail.de',
  'https://a.example/?q=jo@',
  'https://a.example/photo.jpg@672w_378h.webp',
  'data:text/plain,jo@mail.de',
  'jo@mail.de',
  '',
])('%s holds none', (url) => {
  expect(hasEmail(url)).toBe(false);
});

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,10}([._+-][a-z0-9]{1,6})?$/);
const domain = fc.tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z]$/), fc.constantFrom('de', 'com', 'co.uk', 'org'));
const encode = (text: string, times: number): string =>
  times === 0 ? text : encode(encodeURIComponent(text), times - 1);

test('an address is found wherever it stands and however often it is encoded', () => {
  const place = fc.constantFrom('/a/%s', '/a/%s/b', '/?x=1&m=%s', '/?m=%s&y=2', '/?%s', '/p?u=/q?m=%s');
  fc.assert(
    fc.property(name, domain, fc.nat(4), place, (local, [label, end], times, where) => {
      const address = encode(`${local}@${label}.${end}`, times);
      expect(hasEmail(`https://site.example${where.replace('%s', () => address)}`)).toBe(true);
      expect(hasEmail(`https://site.example/#${where.replace('%s', () => address)}`)).toBe(false);
    }),
  );
});

test('file names with a pixel density, and packages with a version, are none', () => {
  const density = fc.constantFrom('2x', '3x', '1.5x', '4x');
  const ending = fc.constantFrom('png', 'jpg', 'webp', 'zip', 'mov', 'svg', 'css');
  const version = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((numbers) => numbers.join('.'));
  fc.assert(
    fc.property(name, density, ending, version, (file, times, end, number) => {
      expect(hasEmail(`https://site.example/img/${file}@${times}.${end}`)).toBe(false);
      expect(hasEmail(`https://site.example/npm/${file}@${number}/x.js`)).toBe(false);
      expect(hasEmail(`https://site.example/npm/@${file}/${file}@${number}.min.js`)).toBe(false);
    }),
  );
});

test('any text is answered, long ones too', () => {
  fc.assert(
    fc.property(fc.constantFrom('', 'https://site.example/'), fc.string(), (start, rest) => {
      expect(typeof hasEmail(start + rest)).toBe('boolean');
    }),
  );
  for (const piece of ['@', 'a@', 'a.', '%25', '%2540', 'a@b.', '//a@', '.@.'])
    expect(typeof hasEmail(`https://site.example/?${piece.repeat(10_000)}`)).toBe('boolean');
});
