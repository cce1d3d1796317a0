import { expect, test } from 'vitest';
import { isPublicName } from '../../../lib/party/is-public-name';

test.each(['shop.de', 'a.b.co.uk', '163.com', 'a.github.io', 'shop.example', 'shop.test'])('%s is public', (host) => {
  expect(isPublicName(host)).toBe(true);
});

test.each(['2x.png', '1.2.3', 'node1.cluster.local', 'com', 'localhost', '127.0.0.1', 'a_b', ''])(
  '%j is not',
  (host) => {
    expect(isPublicName(host)).toBe(false);
  },
);
