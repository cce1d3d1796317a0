import { describe, expect, test } from 'vitest';
import { auditReport } from '../../../../lib/audit/audit-report';
import { type ScenarioId, beginSession, setScenario, takeIn } from '../../../../lib/audit/audit-session';
import type { Observation } from '../../../../lib/observation/observation';
import { cleanShopPolicy } from '../../../fixtures/observations/clean-shop';
import { contact, cookie, noon, observation } from '../../../fixtures/observations/make';
import { stateOf } from '../../../fixtures/observations/read-policy';
import { testCatalogue } from '../../../fixtures/observations/test-catalogue';
import { finder, shop } from './on-shop';

const choices = [
  { type: 'instruction', text: 'Use the link below.' },
  { type: 'opt-out-cookie', service: 'google-analytics', ids: ['G-SHOP'] },
];
const ga = { id: 'ga', name: 'Google Analytics', service: 'google-analytics', choices };
const hit = contact({
  ...{ host: 'region1.google-analytics.com', service: 'google-analytics', rule: 'google-analytics/collect' },
  propertyIds: ['G-SHOP'],
});
const disabled = cookie({ name: 'ga-disable-G-SHOP', domain: 'shop.example', setBy: 'earlier' });
const find = finder('opt-out-not-effective');
const policy = shop({ processors: [ga] });

describe('the site’s own opt-out', () => {
  test('does nothing where its cookie stood and a hit of that id left', () => {
    expect(find(policy, { contacts: [hit], cookies: [disabled] })).toMatchObject([
      {
        key: 'opt-out-not-effective:site',
        severity: 'error',
        subject: 'ga',
        pointer: '/processors/0/choices/1',
        evidence: [{ kind: 'contact', contact: { host: hit.host } }],
      },
    ]);
  });

  test.each([
    ['the cookie was set on the page', { contacts: [hit], cookies: [{ ...disabled, setBy: 'script' as const }] }],
    ['the hit is of another id', { contacts: [{ ...hit, propertyIds: ['G-OTHER'] }], cookies: [disabled] }],
    ['the hit was stopped', { contacts: [{ ...hit, sent: 0, stopped: 1 }], cookies: [disabled] }],
    ['only the tag was loaded', { contacts: [{ ...hit, rule: 'google-analytics/tag' }], cookies: [disabled] }],
    ['the cookie was taken away', { contacts: [hit], cookies: [{ ...disabled, deleted: true }] }],
  ])('is not told to do nothing where %s', (_, page) => {
    expect(find(policy, page)).toEqual([]);
  });

  const walk = (scenario: ScenarioId, page: Partial<Observation>) => {
    const session = setScenario(beginSession('shop.example', 'browser', noon), scenario);
    const seen = observation('shop.example', { documentId: 'D1', ...page });
    const state = stateOf({ ...cleanShopPolicy, processors: [ga] }, 'shop.example');
    const { findings } = auditReport(takeIn(session, [seen]), state, testCatalogue, noon);
    return findings.filter(({ id }) => id === 'opt-out-not-effective');
  };

  test('is held to what the tester says of it, where it leaves no cookie', () => {
    expect(walk('opted-out', { contacts: [hit] })).toMatchObject([{ scenarios: ['opted-out'] }]);
    expect(walk('opted-out', {})).toEqual([]);
    expect(walk('signed-in', { contacts: [hit] })).toEqual([]);
  });
});
