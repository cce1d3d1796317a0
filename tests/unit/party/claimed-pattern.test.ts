import { expect, test } from 'vitest';
import { coversPublicSuffix, matchesClaimedPattern } from '../../../lib/party/claimed-pattern';
import { matchesHostPattern } from '../../../lib/party/host-pattern';

test.each([
  'com',
  '*.com',
  'co.uk',
  '*.co.uk',
  'cloudfront.net',
  '*.cloudfront.net',
  '*.github.io',
  'github.io',
  '*.ck',
  '*.compute.amazonaws.com',
  '*.localhost',
])('%s covers a public suffix', (pattern) => {
  expect(coversPublicSuffix(pattern)).toBe(true);
});

test.each([
  'a.example',
  '*.a.example',
  '*.a.co.uk',
  'd1.cloudfront.net',
  '*.d1.cloudfront.net',
  'a.github.io',
  'www.ck',
  '1.2.3.44',
  'analytics.google.com',
  '*.google-analytics.com',
  'stats.g.doubleclick.net',
])('%s covers none', (pattern) => {
  expect(coversPublicSuffix(pattern)).toBe(false);
});

test('a claimed pattern does not reach hosts that others rent below it', () => {
  expect(matchesHostPattern('*.amazonaws.com', 'shop.s3.amazonaws.com')).toBe(true);
  expect(matchesClaimedPattern('*.amazonaws.com', 'shop.s3.amazonaws.com')).toBe(false);
  expect(matchesClaimedPattern('shop.s3.amazonaws.com', 'shop.s3.amazonaws.com')).toBe(true);
  expect(matchesClaimedPattern('*.a.example', 'b.a.example')).toBe(true);
});
