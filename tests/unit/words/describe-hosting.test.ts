import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import type { HostingMatch } from '../../../lib/catalogue/catalogue';
import type { HostAlias } from '../../../lib/observation/observation';
import {
  describeAliasGaps,
  describeAliases,
  describeDelivery,
  describeHostingEvidence,
} from '../../../lib/words/describe-hosting';
import { english as t } from './english';

const at = (host: string, ...headers: readonly (readonly [string, string])[]) =>
  catalogue.identifyHosting(
    host,
    headers.map(([name, value]) => ({ name, value })),
  );
const row = (hosting: readonly HostingMatch[], aliases?: readonly HostAlias[]) => ({
  name: 'Host',
  service: hosting[0] === undefined ? null : catalogue.service(hosting[0].service),
  hosting,
  ...(aliases !== undefined && { aliases }),
});
const said = (...evidence: Parameters<typeof at>) => describeDelivery(t, row(at(...evidence)));

describe('what is said of who delivers a page', () => {
  test.each<[string, Parameters<typeof at>]>([
    [
      'Delivered through Amazon CloudFront, Frankfurt edge. Where the data is stored cannot be seen.',
      ['www.shop.example', ['x-amz-cf-pop', 'FRA56-P4'], ['server', 'CloudFront'], ['x-amzn-requestid', '0']],
    ],
    [
      'Delivered through Cloudflare, Frankfurt edge. Where the data is stored cannot be seen.',
      ['www.shop.example', ['cf-ray', '8f00c0ffee123456-FRA'], ['server', 'cloudflare']],
    ],
    [
      'Delivered through Cloudflare. Where the data is stored cannot be seen.',
      ['www.shop.example', ['cf-ray', '8f00c0ffee123456-QQQ']],
    ],
    [
      'Delivered through Amazon S3. The host name says region eu-central-1 (Frankfurt).',
      ['shop.s3.eu-central-1.amazonaws.com', ['server', 'AmazonS3']],
    ],
    [
      'Delivered through Amazon CloudFront. Delivered through Amazon S3. Where the data is stored cannot be seen.',
      ['www.shop.example', ['via', '1.1 x.cloudfront.net (CloudFront)'], ['server', 'AmazonS3']],
    ],
    [
      'Delivered through Amazon Web Services. Where the data is stored cannot be seen.',
      ['www.shop.example', ['x-amzn-requestid', '0']],
    ],
    [
      'Delivered through GitHub Pages. Where the data is stored cannot be seen.',
      ['shop.github.io', ['x-github-request-id', 'C9EA']],
    ],
  ])('%s', (sentence, evidence) => expect(said(...evidence)).toBe(sentence));

  test('nothing is said where nothing was seen', () => expect(said('www.shop.example')).toBeNull());

  test('an edge’s city is never said to be where anything is hosted or stored', () => {
    const sentence = said('www.shop.example', ['x-vercel-id', 'fra1::iad1::x']) ?? '';
    expect(sentence).toContain('Frankfurt edge');
    expect(sentence).not.toMatch(/(hosted|stored) in/i);
    expect(sentence).not.toContain('Washington');
  });
});

test('the evidence names its kind', () => {
  const pieces = [
    ...at('shop.netlify.app', ['x-nf-request-id', '01HF']),
    { service: 'netlify', rule: 'x', trust: 'observed', evidence: 'AWSALB', readFrom: 'cookie' } as const,
  ];
  expect(describeHostingEvidence(t, pieces)).toBe(
    'Read from: host name shop.netlify.app · x-nf-request-id · cookie AWSALB.',
  );
  expect(describeHostingEvidence(t, [])).toBeNull();
});

test('another name is told with the region that it says, and not as a delivery of the page', () => {
  const alias = { host: 'static.shop.example', name: 'x.eu-west-1.elb.amazonaws.com' };
  const hosting = at(alias.name).map((match): HostingMatch => ({ ...match, readFrom: 'alias' }));
  expect(describeDelivery(t, row(hosting, [alias]))).toBeNull();
  expect(describeAliases(t, row(hosting, [alias]))).toEqual([
    'static.shop.example is another name for x.eu-west-1.elb.amazonaws.com.',
    'The host name says region eu-west-1 (Ireland).',
  ]);
});

test('what asking for names did not bring is said', () => {
  expect(describeAliasGaps(t, { found: [], without: 1, unanswered: 3 })).toEqual([
    '1 host has no name of another domain.',
    'For 3 hosts it is not known.',
  ]);
});
