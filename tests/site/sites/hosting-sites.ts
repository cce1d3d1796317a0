import { minimalPolicy, minimalProcessor } from '../minimal-policy';
import { page } from '../page';
import { policyFile, wellKnown } from '../policy-file';
import { html } from '../reply';
import { smallSites } from './small-site';

const affinity = 'ARRAffinitySameSite=demo; Path=/; Domain=balanced.example; HttpOnly; SameSite=None; Secure';

/** A policy that promises to name everyone. */
const promising = (host: string, processors: readonly unknown[] = []) => ({
  [wellKnown]: policyFile(
    minimalPolicy(host, { processors, disclosure: { complete: true, text: 'We name everyone who gets your data.' } }),
  ),
});

/** Sites that differ in who delivers them. */
export const hostingSites = smallSites({
  'cloudflare.example': {
    about: 'Delivered through Cloudflare, which the policy does not name.',
    headers: {
      server: 'cloudflare',
      'cf-ray': '8f00c0ffee123456-FRA',
      'set-cookie': '__cf_bm=demo; Path=/; Max-Age=1800; Domain=cloudflare.example; Secure; HttpOnly; SameSite=None',
    },
    extra: promising('cloudflare.example'),
  },
  'cloudfront.example': {
    about: 'Delivered through Amazon CloudFront, which the policy names.',
    headers: { 'x-amz-cf-pop': 'MUC50-P1', via: '1.1 3f6a0d1c8b2e4f60.cloudfront.net (CloudFront)' },
    extra: promising('cloudfront.example', [minimalProcessor('delivery', 'Amazon CloudFront')]),
  },
  'netlify.example': {
    about: 'Delivered through Netlify; no policy file.',
    headers: { server: 'Netlify', 'x-nf-request-id': '01HF3ZDEMO' },
  },
  'pages.example': {
    about: 'Delivered through GitHub Pages, and so through Fastly; the policy names GitHub.',
    headers: {
      server: 'GitHub.com',
      via: '1.1 varnish',
      'x-github-request-id': 'C9EA:7DFD',
      'x-served-by': 'cache-fra-eddf8230120-FRA',
    },
    extra: promising('pages.example', [minimalProcessor('pages', 'GitHub Pages')]),
  },
  'balanced.example': {
    about: 'A load balancer sets its cookie on the first answer, and not again.',
    extra: {
      ...promising('balanced.example'),
      '/': ({ headers }) =>
        html(page('balanced.example', ''), headers.cookie === undefined ? { 'set-cookie': affinity } : {}),
    },
  },
  'demo.s3.eu-central-1.amazonaws.com': {
    about: 'A site in a bucket: the region is in its name.',
    headers: { server: 'AmazonS3' },
  },
  'plain-host.example': {
    about: 'Headers that many servers send.',
    headers: { server: 'nginx', via: '1.1 varnish', 'x-cache': 'HIT', 'x-served-by': 'web-01' },
    extra: promising('plain-host.example'),
  },
  'aliased.example': {
    about: 'Three of its own hosts are other names.',
    body: ['metrics', 'static', 'odd', 'img']
      .map((name) => `<img alt="" src="https://${name}.aliased.example/i">`)
      .join(''),
    extra: promising('aliased.example'),
  },
});
