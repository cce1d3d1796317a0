import { describe, expect, test } from 'vitest';
import { googleConsentIn } from '../../../lib/consent/google-consent';

const collect = (query: string) => `https://region1.google-analytics.com/g/collect?v=2&tid=G-DEMO000001&${query}`;
const told = (query: string) => googleConsentIn(collect(query), 'google-analytics');

describe('gcs', () => {
  test.each([
    ['G100', true],
    ['G110', true],
    ['G101', false],
    ['G111', false],
    ['G1--', false],
  ])('%s to Google Analytics is cookieless: %s', (gcs, isCookieless) => {
    expect(told(`gcs=${gcs}`)).toEqual({ signal: null, isCookieless });
  });

  test('G101 to an advertising host is cookieless, for ads are denied', () => {
    const url = 'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1?gcs=G101';
    expect(googleConsentIn(url, null)?.isCookieless).toBe(true);
  });

  test('G100 alone does not tell whether the visitor refused or was not asked', () => {
    expect(told('gcs=G100')?.signal).toBeNull();
  });
});

describe('gcd', () => {
  test.each([
    ['13p3p3p3p5', 'before-choice', false, 'page-start'],
    ['11p1p1p1p5', 'before-choice', false, 'page-start'],
    ['13l3p3l3l1', 'before-choice', false, 'page-start'],
    ['13q3q3q3q5', 'refused', false, 'now'],
    ['13m3m3m3m5', 'refused', false, 'now'],
    ['13u3u3u3u5', 'refused', false, 'now'],
    ['13r3r3r3r5', 'accepted', false, 'now'],
    ['13n3n3n3n5', 'accepted', false, 'now'],
    ['13v3v3v3v5', 'accepted', false, 'now'],
    ['13q3r3q3q5', 'accepted', true, 'now'],
    ['13p3r3p3p5', 'accepted', true, 'now'],
  ])('%s is %s (in part: %s), since %s', (gcd, state, isPartial, since) => {
    expect(told(`gcs=G100&gcd=${gcd}`)?.signal).toMatchObject({
      state,
      isPartial,
      since,
      source: 'google-consent-mode',
    });
  });

  test.each(['13t3t3t3t5', '13l3l3l3l1', '13u3t3u3u5', '13z3z3z3z5'])('%s tells of no choice', (gcd) => {
    expect(told(`gcd=${gcd}`)?.signal).toBeNull();
  });

  test('without gcs, what is denied now is cookieless', () => {
    expect(told('gcd=13p3p3p3p5')?.isCookieless).toBe(true);
    expect(told('gcd=13p3r3p3p5')?.isCookieless).toBe(false);
    expect(told('gcd=13l3l3l3l1')?.isCookieless).toBe(false);
  });

  test('the evidence is the two members, short', () => {
    expect(told('gcs=G100&gcd=13p3p3p3p5')?.signal?.evidence).toBe('gcs=G100 gcd=pppp');
  });

  test.each(['', 'pppp', '13p3p', '23p3p3p3p5', `13p3p3p3${'p'.repeat(9000)}`])('"%.20s" is no gcd', (gcd) => {
    expect(told(`gcd=${gcd}`)).toBeNull();
  });
});

test.each([
  ['a host of the site', 'https://sst.shop.example/g/collect?v=2&tid=G-1&gcs=G100&gcd=13p3p3p3p5', 'google-analytics'],
  ['a look-alike', 'https://google-analytics.com.evil.test/g/collect?gcs=G100', null],
  ['another service', 'https://www.google-analytics.com/g/collect?gcs=G100', 'meta-pixel'],
  ['the search of Google', 'https://www.google.com/search?q=x&gcs=G100', null],
  ['what is no URL', 'gcs=G100', null],
  ['a hit that says nothing', collect('en=page_view'), 'google-analytics'],
])('%s tells nothing', (_, url, service) => {
  expect(googleConsentIn(url, service)).toBeNull();
});
