import { expect, test } from 'vitest';
import type { HostingMatch } from '../../../../lib/catalogue/catalogue';
import { doubtOf, finder, noPolicy, onCleanShop, shop } from './on-shop';

const find = finder('other-country-than-declared');
const host = 'shop.example';
const virginia: HostingMatch = {
  service: 'amazon-web-services',
  rule: 'amazon-web-services/s3',
  trust: 'verified',
  evidence: host,
  readFrom: 'host',
  region: { code: 'us-east-1', place: 'Northern Virginia', country: 'US' },
};
const aws = { id: 'host', name: 'Amazon Web Services', service: 'amazon-web-services', locations: ['DE'] };
const hosted = (more: object = {}) => shop({ processors: [{ ...aws, ...more }] });

test('a region elsewhere is a warning with the stated locations', () => {
  expect(find(hosted(), { hosting: [virginia] })).toMatchObject([
    {
      severity: 'warning',
      subject: 'host',
      pointer: '/processors/0/locations',
      evidence: [
        { kind: 'region', region: { code: 'us-east-1', country: 'US' }, readFrom: host },
        { kind: 'declared-countries', countries: ['DE'] },
      ],
    },
  ]);
});

test('so is one that another name of the page’s own host says, but not of another host', () => {
  const alias = (name: string) =>
    ({ ...virginia, readFrom: 'alias', evidence: `${name} → x.us-east-1.elb.amazonaws.com` }) as const;
  expect(find(hosted({ locations: [] }), { hosting: [alias(host)] })).toHaveLength(1);
  expect(find(hosted(), { hosting: [alias('static.shop.example')] })).toEqual([]);
});

test('a country where no transfer takes place, as stated, is not named', () => {
  expect(find(hosted({ transfers: [{ country: 'US', certainty: 'none' }] }), { hosting: [virginia] })).toHaveLength(1);
});

test('is a note where part of that entry could not be read', () => {
  const [finding] = find(hosted({ transfers: [{ country: 'nowhere' }] }), { hosting: [virginia] });
  expect([finding?.severity, doubtOf(finding)]).toEqual(['note', ['unread-entries']]);
});

test.each<[string, object]>([
  ['among the locations', { locations: ['DE', 'US'] }],
  ['the seat', { recipient: { name: 'Amazon', country: 'US' } }],
  ['a destination', { transfers: [{ country: 'US' }] }],
  ['among "other countries"', { transfers: [{ country: '*' }] }],
  ['not to be compared, for no locations are stated', { locations: undefined }],
])('is not raised for a country that is %s', (_, more) => {
  expect(find(hosted(more), { hosting: [virginia] })).toEqual([]);
});

test('is not raised for an edge, a region of no known country, without a policy, nor on the clean shop', () => {
  const { region: _region, ...edge } = virginia;
  expect(find(hosted(), { hosting: [{ ...edge, edge: 'Singapore' }] })).toEqual([]);
  expect(find(hosted(), { hosting: [{ ...virginia, region: { code: 'x-1', place: 'X' } }] })).toEqual([]);
  expect(find(noPolicy, { hosting: [virginia] })).toEqual([]);
  expect(onCleanShop('other-country-than-declared')).toEqual([]);
});

test('is not raised where two processors share the evidence', () => {
  expect(find(shop({ processors: [aws, { ...aws, id: 'host-2' }] }), { hosting: [virginia] })).toEqual([]);
});
