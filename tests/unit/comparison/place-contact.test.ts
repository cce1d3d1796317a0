import { describe, expect, test } from 'vitest';
import { type Place, placeContact } from '../../../lib/comparison/place-contact';
import { readerSchema } from '../../../lib/policy/schema';
import { parse } from 'valibot';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

const base = {
  privacyPolicy: '1.0',
  updated: '2026-11-22',
  language: 'en',
  policyUrl: 'https://shop.example/privacy',
  controller: { name: 'Shop' },
};

/** Where a third-party contact goes under a policy with `processors`, given as published. */
function placed(
  processors: readonly object[],
  host: string,
  service: string | null = null,
  party: 'first-party' | 'third-party' = 'third-party',
): Place {
  const policy = parse(readerSchema, { ...base, processors });
  return placeContact({ host, service, party }, policy.processors, 'shop.example', testCatalogue);
}

const declared = (...positions: number[]): Place => ({ kind: 'declared', positions });
const analytics = 'www.google-analytics.com';

describe('a policy can never rename a tracker', () => {
  test.each<[string, object, Place]>([
    [
      'another service’s domains claim the host',
      { id: 'a', name: 'Miro', service: 'miro', domains: [analytics] },
      { kind: 'service', id: 'google-analytics' },
    ],
    [
      'an invented name’s domains claim the host',
      { id: 'a', name: 'Harmless statistics', domains: [analytics] },
      { kind: 'service', id: 'google-analytics' },
    ],
    [
      'the provider’s name without its domains',
      { id: 'a', name: 'Google', recipient: { name: 'Google Ireland Limited' } },
      { kind: 'service', id: 'google-analytics' },
    ],
    ['the service’s id', { id: 'a', name: 'Statistics', service: 'google-analytics' }, declared(0)],
    ['the service’s name', { id: 'a', name: 'Google Analytics 4' }, declared(0)],
    [
      'the service’s name with an id that we do not know',
      { id: 'a', name: 'Google Analytics', service: 'ga-4' },
      declared(0),
    ],
    [
      'the service’s name with the id of another that we know',
      { id: 'a', name: 'Google Analytics', service: 'miro' },
      { kind: 'service', id: 'google-analytics' },
    ],
    [
      'the provider’s name with the domains',
      { id: 'a', name: 'Statistics', recipient: { name: 'Google Ireland Limited' }, domains: [analytics] },
      declared(0),
    ],
  ])('%s', (_, processor, expected) => {
    expect(placed([processor], analytics, 'google-analytics')).toEqual(expected);
  });

  test('initials of three words or more name a service', () => {
    expect(placed([{ id: 'a', name: 'AWS' }], 'x.example', 'amazon-web-services')).toEqual(declared(0));
  });
});

describe('hosts that no rule of ours knows', () => {
  const wide = { id: 'wide', name: 'Wide', domains: ['*.a.example', 'a.example'] };
  const narrow = { id: 'narrow', name: 'Narrow', domains: ['b.a.example'] };
  const twin = { id: 'twin', name: 'Twin', domains: ['*.a.example'] };

  test.each<[string, readonly object[], string, Place]>([
    ['the longest pattern wins', [wide, narrow], 'b.a.example', declared(1)],
    ['a wildcard takes the others', [wide, narrow], 'c.a.example', declared(0)],
    ['a tie is "one of"', [wide, twin], 'c.a.example', declared(0, 1)],
    ['a look-alike is nobody’s', [wide], 'nota.example', { kind: 'unidentified', domain: 'nota.example' }],
    [
      'a shared host is not decided by domains',
      [{ id: 'a', name: 'A', domains: ['cdn.shared.test'] }],
      'cdn.shared.test',
      { kind: 'unidentified', domain: 'shared.test' },
    ],
    ['an IP address stands by itself', [], '203.0.113.7', { kind: 'unidentified', domain: '203.0.113.7' }],
    ['a single label stands by itself', [], 'printer', { kind: 'unidentified', domain: 'printer' }],
    ['else it goes by registrable domain', [], 'x.y.co.uk', { kind: 'unidentified', domain: 'y.co.uk' }],
  ])('%s', (_, processors, host, expected) => {
    expect(placed(processors, host)).toEqual(expected);
  });
});

describe('hosts of the site itself', () => {
  test.each<[string, readonly object[], string, string | null, Place]>([
    ['a request without a rule is the site’s own', [], 'static.shop.example', null, { kind: 'own' }],
    [
      'a wildcard over the site takes nothing',
      [{ id: 'a', name: 'A', domains: ['*.shop.example'] }],
      'static.shop.example',
      null,
      { kind: 'own' },
    ],
    [
      'a subdomain that the policy names outright is that recipient',
      [{ id: 'a', name: 'A', domains: ['stats.shop.example'] }],
      'stats.shop.example',
      null,
      declared(0),
    ],
    [
      'the page’s own host is the site’s, whatever the policy says',
      [{ id: 'a', name: 'A', domains: ['shop.example'] }],
      'shop.example',
      null,
      { kind: 'own' },
    ],
    [
      'a proxied hit with a rule counts for its service',
      [],
      'shop.example',
      'google-analytics',
      { kind: 'service', id: 'google-analytics' },
    ],
  ])('%s', (_, processors, host, service, expected) => {
    expect(placed(processors, host, service, 'first-party')).toEqual(expected);
  });
});

describe('a host that is let to others', () => {
  const place = (processors: readonly object[], host: string, service: string, siteHost = 'shop.example'): Place => {
    const policy = parse(readerSchema, { ...base, processors });
    const party = host === siteHost ? 'first-party' : 'third-party';
    return placeContact({ host, service, party }, policy.processors, siteHost, catalogue);
  };
  const widget = { id: 'widget', name: 'Widget', domains: ['widget.netlify.app'] };

  test('is whose the policy says it is', () => {
    expect(place([widget], 'widget.netlify.app', 'netlify')).toEqual(declared(0));
  });

  test('is its landlord’s where the policy does not say', () => {
    expect(place([widget], 'other.netlify.app', 'netlify')).toEqual({ kind: 'service', id: 'netlify' });
  });

  test('is its landlord’s where the name tells nothing of who rents it', () => {
    const files = { id: 'files', name: 'Files', domains: ['d1.cloudfront.net'] };
    const amazon = { kind: 'service', id: 'amazon-web-services' };
    expect(place([files], 'd1.cloudfront.net', 'amazon-web-services')).toEqual(amazon);
  });

  test('is its landlord’s where it is the page’s own', () => {
    const own = { id: 'own', name: 'Own', domains: ['shop.netlify.app'] };
    const netlify = { kind: 'service', id: 'netlify' };
    expect(place([own], 'shop.netlify.app', 'netlify', 'shop.netlify.app')).toEqual(netlify);
  });
});
