import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostOf } from '../../../lib/party/host';
import { isIp, ipv6Groups } from '../../../lib/party/is-ip';
import { isLocal } from '../../../lib/party/is-local';

test.each([
  'localhost',
  'app.localhost',
  'printer.local',
  'router',
  '127.0.0.1',
  '127.255.0.9',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.178.1',
  '169.254.1.1',
  '0.0.0.0',
  '[::1]',
  '::1',
  '[::]',
  '[fe80::1]',
  '[febf::1]',
  '[fc00::1]',
  '[fdff::]',
  '[::ffff:7f00:1]',
  '[::ffff:c0a8:101]',
])('%s is this device or its network', (host) => {
  expect(isLocal(host)).toBe(true);
});

test.each([
  '',
  'shop.example',
  'localhost.example',
  'local.example',
  'notlocalhost.example',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '8.8.8.8',
  '100.64.0.1',
  '127.0.0.1.example',
  '[2001:db8::1]',
  '[fec0::1]',
  '[::ffff:808:808]',
  '[::2]',
])('%j is somewhere else', (host) => {
  expect(isLocal(host)).toBe(false);
});

test.each([
  ['1.2.3.4', true],
  ['255.255.255.255', true],
  ['[2001:db8::1]', true],
  ['2001:db8:0:0:0:0:0:1', true],
  ['[::]', true],
  ['256.1.1.1', false],
  ['1.2.3', false],
  ['01.2.3.4', false],
  ['1.2.3.4.example', false],
  ['[:::]', false],
  ['[1::2::3]', false],
  ['[1:2:3:4:5:6:7:8:9]', false],
  ['[1:2:3:4:5:6:7:8::]', false],
  ['::12345', false],
  ['', false],
  [':', false],
  ['dead', false],
  ['shop.example', false],
])('that %j is an IP address: %s', (host, expected) => {
  expect(isIp(host)).toBe(expected);
});

test('every address that the URL parser accepts is seen as one', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const host = hostOf(`http://[${address}]/`);
      if (host !== null) expect(ipv6Groups(host)).toHaveLength(8);
    }),
  );
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isIp(address)).toBe(true);
    }),
  );
});
