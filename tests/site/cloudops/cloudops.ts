import { readFileSync } from 'node:fs';
import { policyFile, wellKnown } from '../policy-file';
import { html } from '../reply';
import { website } from '../site';
import { pages } from './pages';

const policy = readFileSync(new URL('../../fixtures/cloudops.json', import.meta.url), 'utf8');

/** The headers by which Amazon CloudFront is known; the edge is in Frankfurt. */
const cloudFront = {
  server: 'CloudFront',
  via: '1.1 3f6a0d1c8b2e4f60.cloudfront.net (CloudFront)',
  'x-cache': 'Miss from cloudfront',
  'x-amz-cf-pop': 'FRA56-P4',
  'x-amz-cf-id': 'kQ3dDemoDemoDemoDemoDemoDemoDemoDemoDemoDemoDemoDemo0A==',
};

/** https://cloudops.example: the policy of the fixtures as a small real website. */
export const cloudops = website(
  'cloudops.example',
  {
    ...Object.fromEntries(Object.entries(pages).map(([path, markup]) => [path, html(markup)])),
    [wellKnown]: policyFile(policy),
  },
  cloudFront,
);
