import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostOf } from '../../../lib/party/host';

test.each([
  ['https://Shop.Example/a?b#c', 'shop.example'],
  ['https://shop.example.:8443/', 'shop.example'],
  ['https://shop.example../', 'shop.example'],
  ['https://bücher.example/', 'xn--bcher-kva.example'],
  ['https://user:pass@shop.example/', 'shop.example'],
  ['http://0x7f.1/', '127.0.0.1'],
  ['https://[::1]:8443/', '[::1]'],
  ['wss://live.example/socket', 'live.example'],
])('the host of %s is %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});

test.each([
  '',
  'shop.example',
  '/path',
  'about:blank',
  'data:text/html,x',
  'blob:https://shop.example/1',
  'file:///tmp/x',
  'javascript:1',
  'foo://SHOP.example/',
  'https://',
  'https://./',
  'https://a b/',
])('%j has no host', (url) => {
  expect(hostOf(url)).toBeNull();
});

test('a bidirectional override never comes through', () => {
  expect(hostOf('https://safe\u202Eelpmaxe.example/') ?? '').not.toContain('\u202E');
});

test('whatever comes in, a host is lower-case ASCII without a trailing dot, and its own host', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string().map((text) => `https://${text}/`),
        fc.string(),
      ),
      (url) => {
        const host = hostOf(url);
        if (host === null) return;
        expect(host).toMatch(/^[\x21-\x40\x5b-\x7e]+$/);
        expect(host.endsWith('.')).toBe(false);
        expect(hostOf(`https://${host}/`)).toBe(host);
      },
    ),
  );
});
