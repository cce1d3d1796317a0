import { expect, test } from 'vitest';
import type { HostingMatch } from '../../../../lib/catalogue/catalogue';
import { findingsOn, noPolicy, onCleanShop, shop, unreadable } from './on-shop';

const told = (policy: ReturnType<typeof shop>, hosting: readonly HostingMatch[]) =>
  findingsOn(policy, { hosting })
    .filter(({ id }) => id === 'other-host-than-declared' || id === 'undeclared-processor')
    .map(({ id, severity }) => `${severity} ${id}`);
const bucket: HostingMatch = {
  service: 'amazon-web-services',
  rule: 'amazon-web-services/s3-server',
  trust: 'verified',
  evidence: 'server: AmazonS3',
  product: 'Amazon S3',
};
const cloudFront: HostingMatch = { ...bucket, product: 'Amazon CloudFront', evidence: 'x-amz-cf-pop: FRA56' };
const hoster = { id: 'hoster', name: 'Hoster GmbH', category: 'hosting' };
const hosted = (more: object = {}) => shop({ processors: [hoster], disclosure: undefined, ...more });

test('a proven host beside another declared one takes the place of the undeclared processor', () => {
  expect(told(hosted(), [bucket])).toEqual(['warning other-host-than-declared']);
  const [finding] = findingsOn(hosted(), { hosting: [bucket] });
  expect(finding).toMatchObject({
    subject: 'service:amazon-web-services',
    pointer: '/processors/0',
    quote: 'Hoster GmbH',
    evidence: [{ kind: 'text', text: 'server: AmazonS3' }],
  });
});

test('is an error where the policy promises to name all; the promise is evidence', () => {
  const promising = shop({ processors: [hoster, { ...hoster, id: 'second', name: 'Second AG' }] });
  const [finding] = findingsOn(promising, { hosting: [bucket] });
  expect(finding).toMatchObject({ id: 'other-host-than-declared', severity: 'error' });
  expect(finding?.evidence.slice(1)).toEqual([
    { kind: 'declaration', text: 'Second AG', pointer: '/processors/1' },
    { kind: 'declaration', text: 'We name everyone who gets your data.', pointer: '/disclosure' },
  ]);
});

test('a delivery network in front of a declared host stays an undeclared processor', () => {
  expect(told(hosted(), [cloudFront])).toEqual(['warning undeclared-processor']);
  expect(told(hosted(), [cloudFront, bucket])).toEqual(['warning other-host-than-declared']);
});

test('where the policy names delivery networks as well, another network is another host', () => {
  const network = { id: 'network', name: 'Network AG', category: 'cdn' };
  expect(told(hosted({ processors: [hoster, network] }), [cloudFront])).toEqual(['warning other-host-than-declared']);
});

test.each<[string, object, HostingMatch]>([
  ['the policy names no host', { processors: [] }, bucket],
  ['it rests on observation alone', {}, { ...bucket, trust: 'observed' }],
  ['it is another host of the site', {}, { ...bucket, readFrom: 'alias', evidence: 'static.shop.example → x.test' }],
  ['an entry could not be read', { processors: [hoster, unreadable] }, bucket],
])('is not raised where %s: that stays an undeclared processor', (_, more, match) => {
  expect(told(hosted(more), [match])).toEqual(['warning undeclared-processor']);
});

test('is not raised where the declared host is the one seen, without a policy, nor on the clean shop', () => {
  const aws = { ...hoster, service: 'amazon-web-services' };
  expect(told(hosted({ processors: [aws] }), [bucket])).toEqual([]);
  const netlify = { ...bucket, service: 'netlify', rule: 'netlify/server', product: 'Netlify' };
  expect(told(hosted({ processors: [aws] }), [bucket, netlify])).toEqual(['warning undeclared-processor']);
  expect(told(noPolicy, [bucket])).toEqual([]);
  expect(onCleanShop('other-host-than-declared')).toEqual([]);
});
