import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { Contact, Observation } from '../../../lib/observation/observation';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

const named = (id: string, ...domains: string[]) => ({ id, name: id, domains });

function countsOn(
  processors: readonly object[],
  contacts: readonly Contact[],
  more: Partial<Omit<Observation, 'contacts'>> = {},
) {
  const file = {
    privacyPolicy: '1.0',
    updated: '2026-11-22',
    language: 'en',
    policyUrl: 'https://shop.example/privacy',
    controller: { name: 'Shop' },
    processors,
  };
  return compare(stateOf(file, 'shop.example'), observation('shop.example', { ...more, contacts }), testCatalogue, noon)
    .counts;
}

describe('what counts as at work', () => {
  test('two that share all their evidence count as one', () => {
    const counts = countsOn([named('a', 'x.example'), named('b', 'x.example')], [contact({ host: 'x.example' })]);
    expect(counts).toMatchObject({ active: 1, activeDeclared: 1 });
  });

  test('evidence of its own settles which of two it is', () => {
    const counts = countsOn(
      [named('a', 'x.example', 'a.example'), named('b', 'x.example')],
      [contact({ host: 'x.example' }), contact({ host: 'a.example' })],
    );
    expect(counts.activeDeclared).toBe(1);
  });

  test('two pairs count as two', () => {
    const counts = countsOn(
      [named('a', 'x.example'), named('b', 'x.example'), named('c', 'y.example'), named('d', 'y.example')],
      [contact({ host: 'x.example' }), contact({ host: 'y.example' })],
    );
    expect(counts.activeDeclared).toBe(2);
  });

  test('a shared request that was stopped counts as stopped beside what one of them sent', () => {
    const counts = countsOn(
      [named('a', 'x.example', 'a.example'), named('b', 'x.example')],
      [contact({ host: 'x.example', sent: 0, stopped: 1 }), contact({ host: 'a.example' })],
    );
    expect(counts).toMatchObject({ activeDeclared: 1, stopped: 1 });
  });

  test.each<[string, Contact, object]>([
    ['an unknown host', contact({ host: 'u.example' }), { active: 1, activeNotDeclared: 1, unidentified: 1 }],
    ['an undeclared service', contact({ host: 'm.test', service: 'miro' }), { active: 1, unidentified: 0 }],
    ['what a frame brought in', contact({ host: 'u.example', broughtInBy: 'f.example' }), { active: 0, broughtIn: 1 }],
    ['this device', contact({ host: 'localhost' }), { active: 0, unidentified: 0, broughtIn: 0 }],
    ['a stopped request', contact({ host: 'u.example', sent: 0, stopped: 4 }), { active: 0, stopped: 1 }],
    ['the site itself', contact({ host: 'www.shop.example', party: 'first-party' }), { active: 0 }],
  ])('%s', (_, one, expected) => {
    expect(countsOn([], [one])).toMatchObject(expected);
  });

  describe('by a cookie alone', () => {
    const ga = { cookies: [cookie({ name: '_ga', domain: 'shop.example' })] };
    const analytics = { id: 'ga', name: 'GA', service: 'google-analytics' };

    test('counts once, beside what its service sent too', () => {
      const hit = contact({ host: 'www.google-analytics.com', service: 'google-analytics' });
      expect(countsOn([], [], ga)).toMatchObject({ active: 1, activeNotDeclared: 1, unidentified: 0 });
      expect(countsOn([], [hit], ga)).toMatchObject({ active: 1, activeNotDeclared: 1 });
      expect(countsOn([analytics], [hit], ga)).toMatchObject({ active: 1, activeDeclared: 1 });
    });

    test('of two that it fits equally well, one is at work', () => {
      const two = [analytics, { ...analytics, id: 'ga2', name: 'GA, second property' }];
      expect(countsOn(two, [], ga)).toMatchObject({ declared: 2, active: 1, activeDeclared: 1 });
    });

    test('on the site’s own domain is not what a third party’s frame brought in', () => {
      const inFrame = contact({
        host: 'www.google-analytics.com',
        service: 'google-analytics',
        broughtInBy: 'video.example',
      });
      expect(countsOn([], [inFrame])).toMatchObject({ active: 0, broughtIn: 1 });
      expect(countsOn([], [inFrame], ga)).toMatchObject({ active: 1, broughtIn: 0 });
    });

    test('that was there before counts nothing', () => {
      const before = { cookies: [cookie({ name: '_ga', domain: 'shop.example', setBy: 'earlier' })] };
      expect(countsOn([], [], before)).toMatchObject({ active: 0 });
      expect(countsOn([analytics], [], before)).toMatchObject({ active: 0 });
    });
  });
});
