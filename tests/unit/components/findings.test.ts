import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Popup from '../../../components/Popup.svelte';
import { compare } from '../../../lib/comparison/compare';
import { reportAsJson } from '../../../lib/report/report-json';
import { form } from '../../fixtures/observations/form';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { shop } from '../comparison/findings/on-shop';
import { english as t } from '../words/english';

const entry = { identifier: 'basket', type: 'cookie', maxAgeSeconds: 2_592_000 };
const encryption = { type: 'EncryptionInTransfer', text: 'All that you type is encrypted.' };
const policy = shop({
  storage: [entry],
  measures: [encryption],
  processors: [{ id: 'aws', name: 'AWS', service: 'amazon-web-services', locations: ['DE'] }],
});
const page = observation('shop.example', {
  url: 'http://shop.example/',
  cookies: [cookie({ name: 'basket', domain: 'shop.example', lifetimeSeconds: 31_536_000 })],
  contacts: [contact({ host: 'px.example', unencrypted: true })],
  forms: [form({ host: 'news.mailer.example', sent: 1 })],
  stores: [
    { kind: 'local-storage', origin: 'http://shop.example', party: 'first-party', keys: ['<b>visitor'], more: 0 },
  ],
  hosting: [
    {
      service: 'amazon-web-services',
      rule: 'amazon-web-services/s3',
      trust: 'verified',
      evidence: 'shop.example',
      readFrom: 'host',
      region: { code: 'us-east-1', place: 'Northern Virginia', country: 'US' },
    },
  ],
});
const report = compare(policy, page, testCatalogue, noon);

test('each kind of evidence is shown in words, beside what the policy states', () => {
  const text = shown();
  for (const words of [
    'Cookie that lasts longer than the policy says: basket',
    'As stated lasts 30 days',
    'Delivered from another country than the policy names: AWS',
    'As stated Stored in: Germany',
    'shop.example: region us-east-1 (Northern Virginia), USA',
    'local storage: &lt;b>visitor',
    'A form here sends to news.mailer.example, which the policy does not name.',
    '1 form, sent once sends to another site',
    'This page is not encrypted: shop.example',
    'Contacted without encryption: px.example',
    'All that you type is encrypted.',
  ]) {
    expect(text).toContain(words);
  }
});

test('what a notice tells already is no second line: a page over http that promises nothing', () => {
  const plain = compare(shop({}), observation('shop.example', { url: 'http://shop.example/' }), testCatalogue, noon);
  expect(plain.findings.map(({ id }) => id)).toEqual(['not-encrypted']);
  expect(shown(plain)).not.toContain('This page is not encrypted: shop.example');
});

test('each kind of evidence is in the JSON, member by member', () => {
  const { findings } = JSON.parse(reportAsJson(report)) as { findings: { evidence: object[] }[] };
  const evidence = findings.flatMap((finding) => finding.evidence);
  expect(evidence).toEqual(
    expect.arrayContaining([
      { kind: 'declared-lifetime', seconds: 2_592_000 },
      { kind: 'declared-countries', countries: ['DE'] },
      {
        kind: 'region',
        region: { code: 'us-east-1', place: 'Northern Virginia', country: 'US' },
        readFrom: 'shop.example',
      },
      expect.objectContaining({ kind: 'form' }),
      expect.objectContaining({ kind: 'store' }),
    ]),
  );
});

const nothing = () => undefined;

function shown(of = report): string {
  const callbacks = {
    onlookagain: nothing,
    onreload: nothing,
    ongrant: nothing,
    onlookintostores: nothing,
    onreopenconsent: nothing,
    onoptout: nothing,
    oncopy: nothing,
    onsave: nothing,
    onsettings: nothing,
    onaudit: nothing,
  };
  const { body } = render(Popup, { props: { report: { kind: 'report', report: of }, t, ...callbacks } });
  return body
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}
