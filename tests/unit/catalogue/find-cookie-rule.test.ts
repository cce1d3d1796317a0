import { expect, test } from 'vitest';
import { createFindCookieRule } from '../../../lib/catalogue/find-cookie-rule';
import { registrableDomainOf } from '../../../lib/party/registrable-domain';
import { tinyService } from './tiny-table';

const find = createFindCookieRule([
  tinyService('cloud', {
    cookies: [{ name: 'BALANCE', domain: '*', product: 'Cloud Balancer', provesHosting: true }],
  }),
  tinyService('stats', { cookies: [{ name: '_st_*', domain: '*', trust: 'verified' }] }),
  tinyService('forms', { cookies: [{ name: '__cf_bm', domain: 'forms.example', operator: 'Cloudflare' }] }),
  tinyService('calls', { cookies: [{ name: '__cf_bm', domain: 'calls.example', operator: 'Cloudflare' }] }),
  tinyService('captcha', { cookies: [{ name: '_GRECAPTCHA', domain: 'www.captcha.example' }] }),
  tinyService('spelt', {
    cookies: [
      { name: '___utmvxxxx', domain: '*' },
      { name: '_gd#####', domain: '*' },
    ],
  }),
]);
const site = registrableDomainOf('www.site.example');

test.each([
  ['_st_1', 'site.example', 'stats/cookie/_st_*'],
  ['_st_1', 'www.site.example', 'stats/cookie/_st_*'],
  ['__cf_bm', 'forms.example', 'forms/cookie/__cf_bm'],
  ['__cf_bm', 'www.forms.example', 'forms/cookie/__cf_bm'],
  ['__cf_bm', 'calls.example', 'calls/cookie/__cf_bm'],
  ['_GRECAPTCHA', 'www.captcha.example', 'captcha/cookie/_GRECAPTCHA'],
  ['___utmvAbC1', 'site.example', 'spelt/cookie/___utmvxxxx'],
  ['_gd1612345678901', 'site.example', 'spelt/cookie/_gd#####'],
])('%s on %s is %s', (name, domain, rule) => expect(find(name, domain, site)?.rule).toBe(rule));

test.each([
  ['_st_1', 'other.example'],
  ['_ST_1', 'site.example'],
  ['__cf_bm', 'site.example'],
  ['_GRECAPTCHA', 'site.example'],
  ['_GRECAPTCHA', 'captcha.example'],
  ['_gdabc', 'site.example'],
  ['_gd12', 'other.example'],
  ['__cf_bm', 'notforms.example'],
  ['__cf_bm', 'forms.example.evil.test'],
])('%s on %s is nobody’s', (name, domain) => expect(find(name, domain, site)).toBeNull());

test('who runs a cookie is said where it is not the service', () => {
  expect(find('__cf_bm', 'forms.example', site)).toMatchObject({ operator: 'Cloudflare', trust: 'documented' });
  expect(find('_st_1', 'site.example', site)).not.toHaveProperty('operator');
});

test('a cookie of a site without a registrable domain is the site’s own', () => {
  expect(find('_st_1', 'localhost', null)?.service).toBe('stats');
});

test('the product and whether it proves who hosts the site are told where the rule says so', () => {
  expect(find('BALANCE', 'www.site.example', site)).toMatchObject({ product: 'Cloud Balancer', provesHosting: true });
  expect(find('_st_1', 'site.example', site)).not.toHaveProperty('provesHosting');
});
