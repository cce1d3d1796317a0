import { expect, test } from 'vitest';
import { mailLink, safeLink } from '../../../lib/words/safe-link';

test.each([
  ['https://Example.com/a', 'https://example.com/a', 'example.com'],
  ['https://xn--pypal-4ve.com/', 'https://xn--pypal-4ve.com/', 'xn--pypal-4ve.com'],
  ['https://pаypal.com/', 'https://xn--pypal-4ve.com/', 'xn--pypal-4ve.com'],
  ['  https://a.example:8443/x', 'https://a.example:8443/x', 'a.example:8443'],
])('%s is opened with its real host', (address, href, host) => {
  expect(safeLink(address)).toEqual({ kind: 'open', href, host });
});

test('an http link is not opened', () => {
  expect(safeLink('http://tools.google.com/dlpage/gaoptout')).toEqual({ kind: 'not-encrypted' });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'chrome://settings',
  'blob:https://a.example/1',
  'https://google.com@evil.example/',
  'java\nscript:alert(1)',
  '//a.example',
  '',
])('%j is refused', (address) => {
  expect(safeLink(address)).toEqual({ kind: 'refused' });
});

test.each([
  ['info@cloudops.vn', 'mailto:info@cloudops.vn'],
  ['a@b.example?bcc=x@y.example', null],
  ['a@b.example,c@d.example', null],
  ['a%0Abcc@b.example', null],
])('the mail link of %s is %s', (email, link) => {
  expect(mailLink(email)).toBe(link);
});
