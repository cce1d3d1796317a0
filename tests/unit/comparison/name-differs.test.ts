import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { PolicyApplies } from '../../../lib/policy/policy-state';
import {
  describeFinding,
  describeFindings,
  describeMeaning,
  describeSubject,
} from '../../../lib/words/describe-finding';
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { english as t } from '../words/english';

const analytics = { id: 'ga', name: 'Google Analytics', service: 'google-analytics' };
const page = observation('shop.example', {
  contacts: [contact({ host: 'region1.google-analytics.com', service: 'google-analytics' })],
});
function reportOn(processor: object, applies: PolicyApplies = 'yes') {
  const processors = [{ id: 'broken' }, processor];
  return compare(stateOf({ ...cleanShopPolicy, processors }, 'shop.example', applies), page, testCatalogue, noon);
}
const find = (...args: Parameters<typeof reportOn>) =>
  reportOn(...args).findings.filter(({ id }) => id === 'name-differs');

describe('name-differs', () => {
  test('is a note with the name as stated, its place, and the company that the catalogue knows', () => {
    expect(find({ ...analytics, recipient: { name: 'Google LLC' } })).toEqual([
      {
        id: 'name-differs',
        key: 'name-differs:ga',
        severity: 'note',
        subject: 'ga',
        pointer: '/processors/1/recipient/name',
        quote: 'Google LLC',
        evidence: [{ kind: 'text', text: 'Google Ireland Limited, IE (2026-11-22)' }],
      },
    ]);
  });

  test('is raised for a service that the policy names in words', () => {
    const zoom = { id: 'calls', name: 'Zoom', service: 'zoom', recipient: { name: 'ZOOM Video Communications Inc.' } };
    expect(find(zoom)).toMatchObject([{ subject: 'calls' }]);
    const inWords = { id: 'ga', name: 'Google Analytics', recipient: { name: 'Someone GmbH' } };
    expect(find(inWords)).toMatchObject([{ quote: 'Someone GmbH' }]);
  });

  test.each<[string, object, PolicyApplies]>([
    ['for the same name', { ...analytics, recipient: { name: 'Google Ireland Ltd.' } }, 'yes'],
    ['for a short form of it', { ...analytics, recipient: { name: 'Google' } }, 'yes'],
    ['where no recipient is named', analytics, 'yes'],
    [
      'for a service that the catalogue does not know',
      { ...analytics, service: 'x', name: 'X', recipient: { name: 'X Inc.' } },
      'yes',
    ],
    [
      'where it names the provider, and only its hosts tell which service it is',
      { id: 'g', name: 'Google', domains: ['*.google-analytics.com'], recipient: { name: 'Google LLC' } },
      'yes',
    ],
    ['without a policy in force', { ...analytics, recipient: { name: 'Google LLC' } }, 'draft'],
  ])('is not raised %s', (_, processor, applies) => {
    expect(find(processor, applies)).toEqual([]);
  });

  test('has words for testers, and is not among the findings for visitors', () => {
    const report = reportOn({ ...analytics, recipient: { name: 'Google LLC' } });
    const [finding] = report.findings.filter(({ id }) => id === 'name-differs');
    expect(finding && describeFinding(t, finding, [describeSubject(t, report, finding)])).toBe(
      'The policy names another company than Candor knows for it: Google Analytics',
    );
    expect(finding && describeMeaning(t, finding)).toContain('It does not mean that the policy is wrong');
    expect(describeFindings(t, report).map(({ id }) => id)).not.toContain('name-differs');
  });
});
