import { expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { shop } from './findings/on-shop';

const page = observation('shop.example', {
  contacts: [
    contact({ host: 'go.track-a.example', redirectedTo: ['px.track-b.example', 'go.track-a.example'] }),
    contact({ host: 'ad.track-c.example', redirectedTo: ['px.track-b.example'] }),
    contact({ host: 'px.track-b.example' }),
    contact({
      host: 'region1.google-analytics.com',
      service: 'google-analytics',
      rule: catalogue.identify('https://region1.google-analytics.com/g/collect?v=2&tid=G-1')?.rule ?? null,
    }),
  ],
  cookies: [cookie({ name: '_ga', domain: 'shop.example', setBy: 'script' })],
});
const { findings } = compare(shop({}), page, catalogue, noon);
const evidenceOf = (key: string) => findings.find((finding) => finding.key === key)?.evidence ?? [];

test('a contact says which hosts sent requests on to it, itself left out', () => {
  expect(evidenceOf('unidentified-recipient:track-b.example')).toMatchObject([
    { kind: 'contact', redirectedFrom: ['ad.track-c.example', 'go.track-a.example'] },
  ]);
  const [first] = evidenceOf('unidentified-recipient:track-a.example');
  expect(first).toMatchObject({ kind: 'contact', contact: { host: 'go.track-a.example' } });
  expect(first).not.toHaveProperty('redirectedFrom');
  expect(first).not.toHaveProperty('match');
});

test('contacts and cookies say which rule told whose they are, and how well it is supported', () => {
  const found = findings
    .filter(({ subject }) => subject === 'service:google-analytics')
    .flatMap(({ evidence }) => evidence.flatMap((piece) => ('match' in piece ? [[piece.kind, piece.match]] : [])));
  expect(found).toEqual([
    ['contact', { rule: expect.stringMatching(/^google-analytics\//), trust: 'verified' }],
    ['cookie', { rule: expect.stringMatching(/^google-analytics\//), trust: expect.any(String) }],
  ]);
});
