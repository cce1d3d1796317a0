import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue, hostingHeaders } from '../../../lib/catalogue/default-catalogue';
import { registrableDomainOf } from '../../../lib/party/registrable-domain';

const site = registrableDomainOf('www.site.example');

test.each([
  ['_ga', 'site.example', 'google-analytics'],
  ['_ga_DEMO000001', 'site.example', 'google-analytics'],
  ['_fbp', 'site.example', 'meta-pixel'],
  ['__cf_bm', 'pipedrive.com', 'pipedrive'],
  ['__cf_bm', 'zoom.us', 'zoom'],
  ['_GRECAPTCHA', 'www.google.com', 'google-recaptcha'],
  ['AWSALBCORS', 'www.site.example', 'amazon-web-services'],
  ['__cf_bm', 'site.example', 'cloudflare'],
  ['__cf_bm', 'www.site.example', 'cloudflare'],
  ['ARRAffinitySameSite', 'www.site.example', 'microsoft-azure'],
  ['GCLB', 'www.site.example', 'google-cloud'],
  ['whatever', 'miro.com', 'miro'],
])('cookie %s on %s comes with %s', (name, domain, service) => {
  expect(catalogue.identifyCookie(name, domain, site)?.service).toBe(service);
});

test.each([
  ['__cf_bm', 'other.example'],
  ['cf_clearance', 'other.example'],
  ['_GRECAPTCHA', 'site.example'],
  ['NID', 'google.com'],
  ['_ga', 'other.example'],
  ['sid', 'shop.s3.amazonaws.com'],
])('cookie %s on %s comes with nobody we know', (name, domain) => {
  expect(catalogue.identifyCookie(name, domain, site)).toBeNull();
});

test('Cloudflare runs the cookie that comes with Pipedrive', () => {
  expect(catalogue.identifyCookie('__cf_bm', 'pipedrive.com', site)?.operator).toBe('Cloudflare');
});

test('CloudFront names the city of its edge', () => {
  const matches = catalogue.identifyHosting('www.site.example', [
    { name: 'via', value: '1.1 3f6a0d1c8b2e4f60.cloudfront.net (CloudFront)' },
    { name: 'x-amz-cf-pop', value: 'FRA56-P4' },
    { name: 'x-amz-cf-id', value: 'kQ3dDemo==' },
  ]);
  expect(matches.map(({ evidence }) => evidence)).toEqual(['via: (CloudFront)', 'x-amz-cf-pop: FRA', 'x-amz-cf-id']);
  expect(matches.find(({ rule }) => rule.endsWith('/cloudfront-pop'))?.edge).toBe('Frankfurt');
});

test.each([
  ['cf-ray', '8f00c0ffee123456-FRA', 'cloudflare', undefined, 'Frankfurt'],
  ['cf-ray', '8f00c0ffee123456', 'cloudflare', undefined, undefined],
  ['x-served-by', 'cache-jfk1041-JFK, cache-fra-etou8220128-FRA', 'fastly', 'Fastly', 'Frankfurt'],
  ['x-vercel-id', 'fra1::iad1::kqsw4-1763812345678-0a1b2c', 'vercel', undefined, 'Frankfurt'],
  ['server', 'AmazonS3', 'amazon-web-services', 'Amazon S3', undefined],
  ['server', 'awselb/2.0', 'amazon-web-services', 'Elastic Load Balancing', undefined],
  ['x-azure-ref', '0zxV', 'microsoft-azure', 'Azure Front Door', undefined],
  ['via', '1.1 google', 'google-cloud', 'Google Cloud Load Balancing', undefined],
] as const)('%s: %s shows %s, product %s, edge %s', (name, value, service, product, edge) => {
  const [match, ...more] = catalogue.identifyHosting('www.site.example', [{ name, value }]);
  expect(more).toEqual([]);
  expect(match?.service).toBe(service);
  expect([match?.product, match?.edge]).toEqual([product, edge]);
  expect(match?.evidence).not.toContain('8f00');
});

test.each([
  ['demo.s3.eu-central-1.amazonaws.com', 'Amazon S3', { code: 'eu-central-1', place: 'Frankfurt', country: 'DE' }],
  [
    'demo-1.eu-west-1.elb.amazonaws.com',
    'Elastic Load Balancing',
    { code: 'eu-west-1', place: 'Ireland', country: 'IE' },
  ],
  ['shop.westeurope.cloudapp.azure.com', undefined, { code: 'westeurope', place: 'Netherlands', country: 'NL' }],
  ['shop.github.io', 'GitHub Pages', undefined],
])('the host name %s says product %s and region %j', (host, product, region) => {
  const [match] = catalogue.identifyHosting(host, []);
  expect([match?.product, match?.region, match?.readFrom]).toEqual([product, region, 'host']);
});

test('a cookie that others set as well proves no hosting', () => {
  expect(catalogue.identifyCookie('ARRAffinity', 'www.site.example', site)?.provesHosting).toBeUndefined();
  expect(catalogue.identifyCookie('ARRAffinitySameSite', 'www.site.example', site)?.provesHosting).toBe(true);
});

test('every header that a rule reads is asked for', () => {
  expect([...hostingHeaders]).toEqual(expect.arrayContaining(['cf-ray', 'x-amz-cf-pop', 'x-nf-request-id', 'server']));
  expect([...hostingHeaders].filter((name) => name !== name.toLowerCase())).toEqual([]);
});

test.each([
  ['ad.doubleclick.net', 'Google/Doubleclick Ads'],
  ['mc.yandex.ru', 'Yandex Metrica'],
])('%s has the name %s', (host, name) => expect(catalogue.nameOf(host)?.name).toBe(name));

test.each(['www.google.com', 'www.gstatic.com', 'cdn.jsdelivr.net', 'd1.cloudfront.net'])(
  '%s is shared by many',
  (host) => {
    expect(catalogue.isSharedHost(host)).toBe(true);
  },
);

test('any text is answered', () => {
  const url = fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true }));
  fc.assert(fc.property(url, (text) => catalogue.identify(text) !== undefined));
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, host) => catalogue.identifyCookie(name, host, site) !== undefined),
  );
}, 30_000); // making URLs at random is slow on a busy machine

test('a request is identified in a few microseconds', () => {
  const urls = [
    'https://www.google-analytics.com/g/collect?v=2&tid=G-ABC1234567&cid=1.2&dl=https%3A%2F%2Fwww.site.example%2F',
    'https://www.site.example/assets/main.js',
    'https://fonts.gstatic.com/s/a.woff2',
  ];
  const rounds = 20_000;
  const started = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const url of urls) catalogue.identify(url);
  const microseconds = ((performance.now() - started) * 1000) / (rounds * urls.length);
  expect(microseconds).toBeLessThan(25); // about 2 on an idle machine
});
