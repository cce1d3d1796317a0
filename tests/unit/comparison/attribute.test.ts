import { describe, expect, test } from 'vitest';
import { parse } from 'valibot';
import { attribute } from '../../../lib/comparison/attribute';
import type { Contact, ObservedCookie } from '../../../lib/observation/observation';
import { readerSchema } from '../../../lib/policy/schema';
import { contact, cookie, observation } from '../../fixtures/observations/make';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

/** Where one cookie goes: `declared <positions>`, `service <id>`, `unidentified <domain>`, `own` or `other`. */
function goesTo(processors: readonly object[], one: ObservedCookie, contacts: readonly Contact[] = []): string {
  const policy = parse(readerSchema, {
    privacyPolicy: '1.0',
    updated: '2026-11-22',
    language: 'en',
    policyUrl: 'https://shop.example/privacy',
    controller: { name: 'Shop' },
    processors,
  });
  const page = observation('shop.example', { contacts, cookies: [one] });
  const found = attribute(page, policy.processors, testCatalogue);
  const groups = [
    ...[...found.declared].map(([at, { cookies }]) => [`declared ${at}`, cookies] as const),
    ...[...found.services].map(([id, { cookies }]) => [`service ${id}`, cookies] as const),
    ...[...found.unidentified].map(([domain, { cookies }]) => [`unidentified ${domain}`, cookies] as const),
    ['own', found.ownCookies] as const,
    ['other', found.otherCookies] as const,
  ];
  return groups.flatMap(([place, cookies]) => (cookies.includes(one) ? [place] : [])).join(', ');
}

const analytics = { id: 'ga', name: 'Google Analytics', service: 'google-analytics' };
const second = { id: 'ga2', name: 'Google Analytics, second property', service: 'google-analytics' };
const listing = (identifier: string, ...domains: string[]) => ({
  storage: [{ identifier, type: 'cookie', ...(domains.length > 0 ? { domains } : {}) }],
});
const own = (name: string) => cookie({ name, domain: 'shop.example' });
const foreign = (name: string, domain: string) => cookie({ name, domain, party: 'third-party' });

describe('a cookie of the site’s own host', () => {
  test.each<[string, readonly object[], ObservedCookie, string]>([
    ['goes to the declared service whose it is', [analytics], own('_ga'), 'declared 0'],
    ['goes to the one that lists it', [analytics, { ...second, ...listing('_ga') }], own('_ga'), 'declared 1'],
    ['goes to both where neither lists it', [analytics, second], own('_ga'), 'declared 0, declared 1'],
    [
      'is never another service’s because that one lists it',
      [{ id: 'm', name: 'Miro', service: 'miro', ...listing('_ga') }],
      own('_ga'),
      'service google-analytics',
    ],
    ['goes to whoever lists it, by name', [{ id: 'm', name: 'M', ...listing('m_*', '*') }], own('m_1'), 'declared 0'],
    [
      'stays with the site where it is listed for another place',
      [{ id: 'm', name: 'M', ...listing('m_*', 'm.example') }],
      own('m_1'),
      'own',
    ],
    ['stays with the site where a list names everything', [{ id: 'm', name: 'M', ...listing('*') }], own('x'), 'own'],
    [
      'stays with the site where it is listed as other storage',
      [{ id: 'm', name: 'M', storage: [{ identifier: 'x', type: 'web' }] }],
      own('x'),
      'own',
    ],
    ['stays with the site where nobody claims it', [], own('x'), 'own'],
    [
      'goes to its service, which is then at work, where it was set meanwhile',
      [],
      own('_ga'),
      'service google-analytics',
    ],
    ['stays with the site where it was there before', [], { ...own('_ga'), setBy: 'earlier' }, 'own'],
    ['stays with the site where it was only deleted', [], { ...own('_ga'), deleted: true }, 'own'],
    ['stays with the site where the browser refused it', [], { ...own('_ga'), notKept: true }, 'own'],
    ['stays with the site where someone else runs it', [], own('_lfa'), 'own'],
  ])('%s', (_, processors, one, expected) => {
    expect(goesTo(processors, one)).toBe(expected);
  });

  test('goes to its undeclared service where that is at work', () => {
    const contacts = [contact({ host: 'www.google-analytics.com', service: 'google-analytics' })];
    expect(goesTo([], own('_ga'), contacts)).toBe('service google-analytics');
  });
});

test('what was there before goes to the service that another cookie shows at work', () => {
  const [before, fresh] = [cookie({ name: '_gid', domain: 'shop.example', setBy: 'earlier' }), own('_ga')];
  const found = attribute(observation('shop.example', { cookies: [before, fresh] }), [], testCatalogue);
  const seen = found.services.get('google-analytics');
  expect([seen?.cookies, seen?.cookiesSet]).toEqual([[fresh, before], [fresh]]);
});

describe('a cookie of a third party’s host', () => {
  test.each<[string, readonly object[], ObservedCookie, readonly Contact[], string]>([
    [
      'goes to the declared processor of that host',
      [{ id: 'm', name: 'M', domains: ['m.example'] }],
      foreign('x', 'm.example'),
      [],
      'declared 0',
    ],
    [
      'goes to the unknown recipient that was contacted there',
      [],
      foreign('x', 'cdn-x.example'),
      [contact({ host: 'a.cdn-x.example' })],
      'unidentified cdn-x.example',
    ],
    [
      'goes to the service that was contacted there',
      [],
      foreign('x', 'miro.com'),
      [contact({ host: 'miro.com', service: 'miro' })],
      'service miro',
    ],
    [
      'goes to nobody where two were contacted there',
      [],
      foreign('x', 'google.com'),
      [
        contact({ host: 'www.google.com', service: 'google-recaptcha' }),
        contact({ host: 'www.google.com', service: 'google-analytics' }),
      ],
      'other',
    ],
    ['goes to nobody where nothing was contacted there', [], foreign('x', 'm.example'), [], 'other'],
  ])('%s', (_, processors, one, contacts, expected) => {
    expect(goesTo(processors, one, contacts)).toBe(expected);
  });
});
