import { tcfTool } from '../consent/consent-tools';
import { minimalProcessor } from '../minimal-policy';
import { page } from '../page';
import { policyFile, wellKnown } from '../policy-file';
import { html, pixel } from '../reply';
import { type Site, standIn } from '../site';
import { smallSites } from '../sites/small-site';
import { wholePolicy } from './whole-policy';

const day = 86_400;
const declared = (host: string, members: object) => ({ [wellKnown]: policyFile(wholePolicy(host, members)) });
const entry = (identifier: string, maxAgeSeconds: number, consentRequired: boolean) => ({
  ...{ identifier, type: 'cookie', domains: ['*'], maxAgeSeconds, consentRequired },
});
const party = (id: string, name: string, members: object) =>
  minimalProcessor(id, name, { transfers: [], storage: [], ...members });

/** Session, token and language: what a site may set without a word. */
const technical = [
  'PHPSESSID=1; Path=/; Secure; HttpOnly; SameSite=Lax',
  'csrf_token=1; Path=/; Secure; SameSite=Strict',
  `lang=de; Path=/; Max-Age=${365 * day}; Secure; SameSite=Lax`,
];

const payment = `<form method="post" action="https://pay.till.example/start"><button>Pay</button></form>
<iframe title="Payment" src="https://pay.till.example/frame"></iframe>`;

/** Counts only once the visitor has agreed. */
const patient = `<p role="region" aria-label="Consent">
<button type="button" id="refuse">Refuse</button> <button type="button" id="accept">Accept</button></p>
<script>${tcfTool}
const count = () => { new Image().src = 'https://px.tally.example/hit.gif'; };
document.querySelector('#refuse').onclick = () => answer('refused');
document.querySelector('#accept').onclick = () => { answer('accepted'); count(); };
if (isAccepted()) count();
</script>
<iframe title="Film" src="https://films.example/frame"></iframe>`;

/** An ordinary shop, a news page and a public office that do what they say: an audit of them finds nothing. */
export const cleanHosts = ['tidy-shop.example', 'tidy-news.example', 'tidy-office.example'] as const;

const sites = smallSites({
  'tidy-shop.example': {
    about: 'A shop with a basket and a payment service.',
    head: '<link rel="icon" href="/icon.gif">',
    headers: {
      'set-cookie': [
        ...technical,
        `basket=1; Path=/; Max-Age=${7 * day}; Secure; SameSite=Lax`,
        'old=; Path=/; Max-Age=0',
      ],
    },
    body: `${payment}<script>new WebSocket('ws://localhost:9/reload').onerror = () => 0;</script>`,
    extra: {
      '/icon.gif': pixel(),
      ...declared('tidy-shop.example', {
        processors: [
          party('till', 'Till', { domains: ['till.example', '*.till.example'], legalBases: [{ basis: 'A6-1-b' }] }),
        ],
        storage: [entry('basket', 7 * day, false)],
      }),
    },
  },
  'tidy-news.example': {
    about: 'A news page that asks and waits, with a film of someone else’s.',
    headers: { 'set-cookie': technical },
    body: patient,
    extra: declared('tidy-news.example', {
      processors: [
        party('tally', 'Tally', { domains: ['px.tally.example'], load: 'after-consent' }),
        party('films', 'Films', {
          domains: ['films.example'],
          legalBases: [{ basis: 'A6-1-f', interest: 'to show films' }],
        }),
      ],
    }),
  },
  'tidy-office.example': {
    about: 'A public office: all is its own.',
    headers: { 'set-cookie': technical },
    body: '<form method="post" action="/letter"><label>Letter <input name="letter"></label></form>',
    extra: { '/letter': html(page('Thank you', '')), ...declared('tidy-office.example', {}) },
  },
});

export const cleanSites: readonly Site[] = [
  ...sites,
  standIn('pay.till.example', {
    '/frame': html('<!doctype html><title>Payment</title><img alt="" src="https://risk.example/1.gif">'),
  }),
  standIn('films.example', {
    '/frame': html('<!doctype html><title>Film</title><img alt="" src="https://ads.example/1.gif">'),
  }),
  standIn('px.tally.example', { '/hit.gif': pixel() }),
];
