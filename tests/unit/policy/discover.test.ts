import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidates } from '../../../lib/policy/discover';
import { policyLinksInHtml } from '../../../lib/policy/html-links';
import { parseLinkHeader, policyLinksInHeader } from '../../../lib/policy/link-header';

const pageUrl = 'https://www.shop.example/a/b?c#d';
const found = (linkHrefs: readonly string[], linkHeader: string | null = null, page = pageUrl) =>
  candidates({ pageUrl: page, linkHrefs, linkHeader }).map(
    ({ way, url, refusal }) => `${way} ${url} ${refusal ?? 'ok'}`,
  );
const first = (href: string, page = pageUrl) => found([href], null, page)[0];

test('a page that names none is asked for the well-known file only', () => {
  expect(found([])).toEqual(['well-known https://www.shop.example/.well-known/privacy-policy.json ok']);
});

test('link comes before header before well-known', () => {
  expect(found(['/p.json'], '</h.json>; rel="privacy-policy"; type="application/json"')).toEqual([
    'link https://www.shop.example/p.json ok',
    'header https://www.shop.example/h.json ok',
    'well-known https://www.shop.example/.well-known/privacy-policy.json ok',
  ]);
});

test('a place named twice is asked once, as what it was named first', () => {
  const header = '</.well-known/privacy-policy.json>; rel=privacy-policy; type=application/json';
  expect(found(['/.well-known/privacy-policy.json#x'], header)).toEqual([
    'link https://www.shop.example/.well-known/privacy-policy.json ok',
  ]);
});

test('of many links only the first two are asked', () => {
  expect(found(Array.from({ length: 1000 }, (_, index) => `/${index}.json`))).toHaveLength(3);
});

test.each([
  ['p.json', 'https://www.shop.example/a/p.json ok'],
  ['//cdn.shop.example/p.json', 'https://cdn.shop.example/p.json ok'],
  ['https://shop.example:8443/p.json', 'https://shop.example:8443/p.json ok'],
  ['https://me:secret@shop.example/p.json#x', 'https://shop.example/p.json ok'],
  ['https://shop.example./p.json', 'https://shop.example./p.json ok'],
  ['http://shop.example/p.json', 'http://shop.example/p.json not-https'],
  ['javascript:alert(1)', 'javascript:alert(1) not-https'],
  ['data:application/json,{}', 'data:application/json,{} not-https'],
  ['file:///etc/passwd', 'file:///etc/passwd not-https'],
  ['https://other.example/p.json', 'https://other.example/p.json other-site'],
  ['https://shop.example.evil.test/', 'https://shop.example.evil.test/ other-site'],
  ['https://notshop.example/', 'https://notshop.example/ other-site'],
  ['http://localhost:3000/p.json', 'http://localhost:3000/p.json other-site'],
  ['https://127.0.0.1/p.json', 'https://127.0.0.1/p.json ip-address'],
  ['https://0x7f.1/p.json', 'https://127.0.0.1/p.json ip-address'],
  ['https://[::1]/p.json', 'https://[::1]/p.json ip-address'],
])('%s in a page leads to %s', (href, expected) => {
  expect(first(href)).toBe(`link ${expected}`);
});

test.each([
  ['https://a.github.io/', 'https://b.github.io/p.json', 'other-site'],
  ['https://a.co.uk/', 'https://b.co.uk/p.json', 'other-site'],
  ['https://192.0.2.1/', 'https://192.0.2.1/p.json', 'ok'],
  ['https://192.0.2.1/', 'https://192.0.2.2/p.json', 'ip-address'],
  ['http://localhost:1234/', 'http://localhost:5678/p.json', 'ok'],
  ['http://app.localhost/', 'http://app.localhost/p.json', 'ok'],
  ['http://127.0.0.1/', 'http://127.0.0.1/p.json', 'not-https'],
  ['http://shop.example/', '/p.json', 'not-https'],
])('from %s the link %s is %s', (page, href, expected) => {
  expect(first(href, page)?.split(' ').at(-1)).toBe(expected);
});

test.each([
  ['nothing', ''],
  ['blanks', '   '],
  ['no host', 'https://'],
  ['half an IPv6 address', 'http://['],
  ['3000 characters', `/${'a'.repeat(3000)}`],
])('%s is no address and is passed over', (_, href) => {
  expect(found([href])).toHaveLength(1);
});

test.each(['about:blank', 'chrome://settings/', 'data:text/html,x', 'not a url', 'file:///x.html'])(
  'the page %s is not searched',
  (page) => {
    expect(found(['https://shop.example/p.json'], null, page)).toEqual([]);
  },
);

test.each([
  ['<a>; rel=privacy-policy; type=application/json', ['a']],
  ['<a>;rel="privacy-policy";type="application/json; charset=utf-8"', ['a']],
  ['<a> ; REL = "license Privacy-Policy" ; TYPE = application/JSON', ['a']],
  ['<a>; rel="privacy-policy"; type="application/vnd.policy+json"', ['a']],
  [
    '<x>; rel=next, <a>; rel=privacy-policy; type=application/json, <b>; type=application/json; rel=privacy-policy',
    ['a', 'b'],
  ],
  [
    '<x>; title="a, <y>; rel=privacy-policy; type=application/json", <a>; rel=privacy-policy; type=application/json',
    ['a'],
  ],
  ['<x>; title="quote \\" , <y>; rel=privacy-policy; type=application/json"', []],
  ['<a,b>; rel=privacy-policy; type=application/json', ['a,b']],
  ['<a>; rel=privacy-policy; rel=next; type=application/json', ['a']],
  ['<a>; rel=next; rel=privacy-policy; type=application/json', []],
  ['<a>; rel=privacy-policy', []],
  ['<a>; rel=privacy-policy; type=text/html', []],
  ['<a>; rel=privacy-policy-old; type=application/json', []],
  ['<a>; rel=privacy-policy; type=application/json; anchor="https://other.example/"', []],
  ['garbage, <a>; rel=privacy-policy; type=application/json', ['a']],
  ['<a; rel=privacy-policy; type=application/json', []],
  ['', []],
  [',,,;;;"', []],
])('the header %j names %j', (header, targets) => {
  expect(policyLinksInHeader(header)).toEqual(targets);
});

test('no header takes long or throws', () => {
  const hostile = ['<', '"', ';', ',', '<a>;', '<a>;x="', '\\', '<a>;"', ' ', '<>,', ';a=', '"\\"'];
  for (const piece of hostile) {
    const started = performance.now();
    parseLinkHeader(piece.repeat(100_000));
    parseLinkHeader(`<a>; rel="${piece.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...hostile, 'rel', '=', 'privacy-policy')), (pieces) => {
      expect(Array.isArray(parseLinkHeader(pieces.join('')))).toBe(true);
    }),
  );
});

test('quoted parameters come back as they were written', () => {
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^[^<>]{0,20}$/), (text, target) => {
      const quoted = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
      const [link] = parseLinkHeader(`<${target}>; title="${quoted}", <next>; rel=x`);
      expect(link?.parameters.get('title')).toBe(text);
      expect(link?.target).toBe(target.trim());
    }),
  );
});

test('in a page, links of the rel are files by their JSON type and else pages for people', () => {
  const html = `<!doctype html><head>
    <link rel="stylesheet" href="x.css">
    <link rel="privacy-policy" href="/privacy">
    <link rel="Privacy-Policy alternate" type="application/json; charset=utf-8" href="p.json?a=1&amp;b=2">
    <link rel=privacy-policy type=application/json href=/second.json>
    <link rel="privacy-policy" type="application/json">
    <!-- <link rel="privacy-policy" type="application/json" href="/comment.json"> -->
    <script>'<link rel="privacy-policy" type="application/json" href="/script.json">'</script>
    </head><a rel="privacy-policy" href="https://other.example/p">p</a>`;
  expect(policyLinksInHtml(html, 'https://shop.example/a/')).toEqual({
    files: ['https://shop.example/a/p.json?a=1&b=2', 'https://shop.example/second.json'],
    pages: ['https://shop.example/privacy', 'https://other.example/p'],
  });
});

test('the first base of a page is honoured', () => {
  const html = '<base href="/base/"><base href="/second/"><link rel=privacy-policy type=application/json href=p.json>';
  expect(policyLinksInHtml(html, 'https://shop.example/a').files).toEqual(['https://shop.example/base/p.json']);
});
