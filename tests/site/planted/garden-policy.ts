import { minimalPolicy, minimalProcessor } from '../minimal-policy';

export const garden = 'garden.example';
/** The words of the policy page; a few of the file's quotes are not among them. */
export const gardenText = 'We name everyone who gets your data. You need not give us anything.';
const policyUrl = `https://${garden}/privacy`;
const quoting = (quote: string) => ({ sources: [{ url: policyUrl, heading: 'Your data', quote }] });

const afterConsent = { load: 'after-consent', legalBases: [{ basis: 'A6-1-a', when: 'once you agree in our banner' }] };
const behind = { observable: 'not-in-browser' };
const party = (id: string, name: string, members: object) =>
  minimalProcessor(id, name, { transfers: [], storage: [], ...members });
const before = (name: string) => [
  { type: 'IPTruncation', text: `Your IP address is shortened before it is sent to ${name}.` },
];
const going = (id: string, transfer: object) => party(id, `Archive ${id}`, { ...behind, transfers: [transfer] });

/** At work in the pages, each with something that does not hold. */
const atWork = [
  party('google-analytics', 'Google Analytics', {
    ...afterConsent,
    service: 'google-analytics',
    recipient: { name: 'Counting Europe GmbH', country: 'DE' },
    propertyIds: ['G-DECLARED01'],
    choices: [
      { type: 'opt-out-cookie', service: 'google-analytics', ids: ['G-DECLARED01'], url: `https://${garden}/opt-out` },
    ],
    measures: before('Google Analytics'),
  }),
  party('counter', 'Counter', { ...afterConsent, domains: ['px.counter.example'], measures: before('Counter') }),
  party('tags', 'Google Tag Manager', {
    service: 'google-tag-manager',
    load: 'always',
    recipient: { name: 'Google Ireland Limited', country: 'IE' },
    propertyIds: ['GTM-DECLARED1'],
    loads: ['google-analytics', 'ghost'],
  }),
  party('heatmaps', 'Hotjar', {
    service: 'hotjar',
    load: 'always',
    recipient: { name: 'Heatmaps Incorporated', country: 'MT' },
    links: { privacy: 'http://www.hotjar.com/privacy' },
  }),
  party('booking', 'Booking', {
    domains: ['widget-a.example', '*.widget-a.example'],
    recipients: [],
    links: { privacy: 'http://widget-a.example/privacy' },
  }),
  party('map', 'Map', { domains: ['widget-b.example', '*.widget-b.example'], recipients: [] }),
];

/** What no browser sees, or nobody uses. */
const elsewhere = [
  party('server', 'Hetzner', {
    ...{ service: 'hetzner', category: 'hosting', recipient: { name: 'Hetzner Online GmbH', country: 'DE' } },
  }),
  party('idle-chat', 'Idle chat', { domains: ['chat.idle.example'], load: 'always' }),
  party('idle-search', 'Idle search', { domains: ['search.idle.example'], load: 'always' }),
  going('america', { country: 'US', certainty: 'occurs' }),
  going('india', { country: 'IN', certainty: 'possible' }),
  going('shield', { country: 'US', bases: ['A45-3'], adequacyDecision: 'US-PS' }),
  going('harbour', { country: 'US', bases: ['A45-3'], adequacyDecision: 'US-SH' }),
  going('mexico', { country: 'MX', bases: ['A45-3'] }),
  going('vietnam', { country: 'VN', bases: ['A45-3'] }),
  party('abroad-us', 'Abroad', { ...behind, recipient: { name: 'Abroad Inc', country: 'US' } }),
  party('abroad-in', 'Far away', { ...behind, recipient: { name: 'Far Away Ltd', country: 'IN' } }),
];

const cookie = (identifier: string, maxAgeSeconds: number, consentRequired: boolean) => ({
  ...{ identifier, type: 'cookie', domains: ['*'], maxAgeSeconds, consentRequired },
});

/** What the garden shop declares: much of it does not hold, and some of it is missing. */
export const gardenPolicy = minimalPolicy(garden, {
  policyUrl,
  processors: [...atWork, ...elsewhere],
  activities: [
    {
      ...{ id: 'letters', name: 'Letters', kind: 'contact-form', purposeText: 'to answer you' },
      ...{ legalBases: [{ basis: 'A6-1-b' }], processors: ['phantom'] },
    },
  ],
  disclosure: {
    complete: true,
    text: 'We name everyone who gets your data.',
    ...quoting('We name everyone who gets your data.'),
  },
  storage: [
    cookie('basket', 86_400, false),
    cookie('theme', 0, false),
    cookie('visitor', 86_400, true),
    cookie('known', 86_400, true),
  ],
  retention: [{ period: 'P7Y', from: 'contract-end', ...quoting('We keep your letters for seven years.') }],
  rights: ['A15', 'A16', 'A17', 'A18', 'A20', 'A21'].map((id) => ({ id })),
  consent: { withdrawal: [{ way: 'email', email: `privacy@${garden}` }] },
  provision: { voluntary: true, ...quoting('You need not give us your name.') },
  automatedDecisions: { inUse: false },
});
