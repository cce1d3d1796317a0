import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import { compare } from '../../../lib/comparison/compare';
import type { HostAlias, Observation } from '../../../lib/observation/observation';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';

const page = (found: readonly HostAlias[] | null, parts: Partial<Observation> = {}) =>
  observation('www.shop.example', {
    contacts: [
      contact({ host: 'metrics.shop.example', party: 'first-party', sent: 3 }),
      contact({ host: 'static.shop.example', party: 'first-party', sent: 9 }),
    ],
    ...(found !== null && { aliases: { found, without: 1, unanswered: 0 } }),
    ...parts,
  });
const policy = stateOf(cleanShopPolicy, 'www.shop.example');
const reportOf = (seen: Observation, state = policy) => compare(state, seen, catalogue, noon);

describe('a host of the site that is another name for a known service', () => {
  const adobe = [{ host: 'metrics.shop.example', name: 'shop.sc.omtrdc.net' }];

  test('is that service at work, with its requests and the name as evidence', () => {
    const row = reportOf(page(adobe)).processors.find(({ id }) => id === 'service:adobe-analytics');
    expect(row).toMatchObject({ declaration: 'not-declared', activity: 'active', sent: 3, aliases: adobe });
    expect(row?.contacts.map(({ host, rule }) => [host, rule])).toEqual([
      ['metrics.shop.example', 'adobe-analytics/collect'],
    ]);
  });

  test('is no longer among the site’s own requests', () => {
    const { ownContacts } = reportOf(page(adobe));
    expect(ownContacts.map(({ host }) => host)).toEqual(['www.shop.example', 'static.shop.example']);
  });

  test('is the declared processor where the policy names that service', () => {
    const processors = [{ id: 'stats', name: 'Adobe Analytics' }];
    const report = reportOf(page(adobe), stateOf({ ...cleanShopPolicy, processors }, 'www.shop.example'));
    expect(report.processors.map(({ id, activity }) => [id, activity])).toEqual([['stats', 'active']]);
    expect(report.processors[0]?.service?.id).toBe('adobe-analytics');
    expect(report.findings.filter(({ id }) => id === 'undeclared-processor')).toEqual([]);
  });

  test('says nothing where nobody asked', () => {
    const report = reportOf(page(null));
    expect(report.processors.map(({ id }) => id)).not.toContain('service:adobe-analytics');
    expect(report.aliases).toBeUndefined();
  });
});

test('who delivers a host under another name is told so, and the requests stay the site’s own', () => {
  const found = [{ host: 'static.shop.example', name: 'shop-1.eu-west-1.elb.amazonaws.com' }];
  const report = reportOf(page(found));
  const row = report.processors.find(({ id }) => id === 'service:amazon-web-services');
  expect(row).toMatchObject({ activity: 'active', sent: 0, aliases: found });
  expect(row?.hosting).toEqual([
    {
      service: 'amazon-web-services',
      rule: 'amazon-web-services/load-balancer',
      trust: 'documented',
      product: 'Elastic Load Balancing',
      readFrom: 'alias',
      evidence: 'static.shop.example → shop-1.eu-west-1.elb.amazonaws.com',
      region: { code: 'eu-west-1', place: 'Ireland', country: 'IE' },
    },
  ]);
  expect(report.ownContacts.map(({ host }) => host)).toContain('static.shop.example');
});

test('a name that nobody knows makes no recipient, and stays in the report', () => {
  const found = [{ host: 'metrics.shop.example', name: 'abc.unheard-of.example' }];
  const report = reportOf(page(found));
  expect(report.processors.filter(({ declared }) => declared === null)).toEqual([]);
  expect(report.aliases).toEqual({ found, without: 1, unanswered: 0 });
});

test('another name of a third party’s host takes nothing over', () => {
  const found = [{ host: 'px.other.example', name: 'shop.sc.omtrdc.net' }];
  const seen = page(found, { contacts: [contact({ host: 'px.other.example' })] });
  expect(reportOf(seen).unidentified.map(({ domain }) => domain)).toEqual(['other.example']);
});
