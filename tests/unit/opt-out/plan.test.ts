import { describe, expect, test } from 'vitest';
import { changeChoices, noChoices } from '../../../lib/opt-out/choices';
import type { OptOutChange, OptOutChoices } from '../../../lib/opt-out/opt-out';
import { planRules, planTabRules } from '../../../lib/opt-out/plan-rules';
import { planScripts } from '../../../lib/opt-out/plan-scripts';

const chosen = (...steps: readonly (readonly [string, OptOutChange])[]): OptOutChoices =>
  steps.reduce((all, [site, change]) => changeChoices(all, site, change), noChoices);
const on = { kind: 'site', isOn: true } as const;
const off = { kind: 'site', isOn: false } as const;
const everywhere = { kind: 'everywhere', isOn: true } as const;
const blocking = (level: 'hits' | 'hits-and-tag') => ({ kind: 'blocking', level }) as const;

describe('where the page part runs', () => {
  test('nowhere as long as nothing was chosen', () => {
    expect(planScripts(noChoices)).toEqual([]);
  });

  test('on a site with its subdomains, and on an address as it is', () => {
    expect(planScripts(chosen(['a.example', on], ['127.0.0.1', on], ['[::1]', on]))).toEqual([
      { id: 'opt-out-sites', matches: ['*://127.0.0.1/*', '*://[::1]/*', '*://*.a.example/*'], excludeMatches: [] },
    ]);
  });

  test('everywhere but on the exceptions, and still on the sites of their own switch', () => {
    expect(planScripts(chosen(['b.example', on], ['a.example', everywhere], ['a.example', off]))).toEqual([
      { id: 'opt-out-everywhere', matches: ['<all_urls>'], excludeMatches: ['*://*.a.example/*'] },
      { id: 'opt-out-sites', matches: ['*://*.b.example/*'], excludeMatches: [] },
    ]);
  });
});

describe('what is blocked', () => {
  test('nothing unless asked for', () => {
    expect(planRules(chosen(['a.example', on], ['b.example', everywhere]), 'top')).toEqual([]);
  });

  test('a site’s blocking holds in its pages alone', () => {
    const rules = planRules(chosen(['a.example', on], ['a.example', blocking('hits')]), 'top');
    expect(rules.length).toBeGreaterThan(0);
    for (const { condition } of rules) expect(condition.topDomains).toEqual(['a.example']);
  });

  test('in Firefox by who asks, and by tab', () => {
    const choices = chosen(['a.example', on], ['a.example', blocking('hits-and-tag')]);
    for (const { condition } of planRules(choices, 'initiator'))
      expect(condition).toMatchObject({ initiatorDomains: ['a.example'] });
    const rules = planTabRules([
      { tabId: 4, blocking: 'hits-and-tag' },
      { tabId: 5, blocking: 'none' },
    ]);
    expect(rules.length).toBeGreaterThan(0);
    for (const { condition } of rules) expect(condition.tabIds).toEqual([4]);
  });

  test('everywhere but on the exceptions', () => {
    const choices = chosen(['a.example', everywhere], ['a.example', blocking('hits')], ['b.example', off]);
    for (const { condition } of planRules(choices, 'top')) expect(condition.excludedTopDomains).toEqual(['b.example']);
    for (const { condition } of planRules(choices, 'initiator'))
      expect(condition.excludedInitiatorDomains).toEqual(['b.example']);
  });

  test('no two rules have one number', () => {
    const choices = chosen(
      ['a.example', on],
      ['a.example', blocking('hits')],
      ['b.example', on],
      ['b.example', blocking('hits-and-tag')],
      ['c.example', everywhere],
      ['c.example', blocking('hits')],
    );
    const ids = planRules(choices, 'top').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the patterns of the rules', () => {
  const conditions = (level: 'hits' | 'hits-and-tag') =>
    planRules(chosen(['a.example', on], ['a.example', blocking(level)]), 'top').map(({ condition }) => condition);
  const isBlocked = (level: 'hits' | 'hits-and-tag', url: string) => {
    const { hostname } = new URL(url);
    return conditions(level).some(
      ({ requestDomains, urlFilter, regexFilter }) =>
        (requestDomains?.some((it) => hostname === it || hostname.endsWith(`.${it}`)) ?? true) &&
        (urlFilter === undefined || url.includes(urlFilter)) &&
        (regexFilter === undefined || new RegExp(regexFilter, 'u').test(url)),
    );
  };

  test.each([
    'https://region1.google-analytics.com/g/collect?v=2&tid=G-DEMO000001',
    'https://www.google-analytics.com/j/collect?v=1&tid=UA-1234567-1',
    'https://analytics.google.com/g/collect?tid=G-DEMO000001',
    'https://stats.g.doubleclick.net/g/collect?tid=G-DEMO000001',
    'https://www.google-analytics.com/__utm.gif?utmwv=5',
    'https://a.example/metrics/g/collect?v=2&tid=G-DEMO000001',
  ])('a hit is kept back: %s', (url) => {
    expect(isBlocked('hits', url)).toBe(true);
  });

  test.each([
    'https://www.googletagmanager.com/gtag/js?id=G-DEMO000001',
    'https://www.googletagmanager.com/gtag/destination?l=dataLayer&id=UA-1234567-1',
    'https://www.google-analytics.com/analytics.js',
    'https://ssl.google-analytics.com/ga.js',
  ])('the tag is kept back only if that was chosen: %s', (url) => {
    expect(isBlocked('hits', url)).toBe(false);
    expect(isBlocked('hits-and-tag', url)).toBe(true);
  });

  test.each([
    'https://www.googletagmanager.com/gtm.js?id=GTM-DEMO1',
    'https://www.googletagmanager.com/gtag/js?id=AW-123456',
    'https://a.example/collect?tid=9',
    'https://a.example/stamps/collect?album=G-1',
  ])('other things are left alone: %s', (url) => {
    expect(isBlocked('hits-and-tag', url)).toBe(false);
  });
});
