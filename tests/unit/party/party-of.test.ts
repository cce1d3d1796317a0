import { expect, test } from 'vitest';
import { partyOf } from '../../../lib/party/party-of';

test.each([
  ['shop.example', 'shop.example', 'first-party'],
  ['cdn.shop.example', 'www.shop.example', 'first-party'],
  ['a.co.uk', 'b.co.uk', 'third-party'],
  ['a.github.io', 'b.github.io', 'third-party'],
  ['notshop.example', 'shop.example', 'third-party'],
  ['shop.example.evil.test', 'shop.example', 'third-party'],
  ['192.168.0.1', '192.168.0.1', 'first-party'],
  ['192.168.0.1', '192.168.0.2', 'third-party'],
  ['localhost', 'localhost', 'first-party'],
  ['localhost', 'router', 'third-party'],
  ['[::1]', '[::2]', 'third-party'],
  ['github.io', 'a.github.io', 'third-party'],
] as const)('a request to %s from %s is %s', (requestHost, topHost, party) => {
  expect(partyOf(requestHost, topHost)).toBe(party);
  expect(partyOf(topHost, requestHost)).toBe(party);
});
