import type { Service } from '../../../lib/catalogue/catalogue';
import { compare } from '../../../lib/comparison/compare';
import type { TabReport } from '../../../lib/comparison/site-report';
import type { Observation } from '../../../lib/observation/observation';
import type { PolicyState } from '../../../lib/policy/policy-state';
import { busyPage } from '../../fixtures/observations/busy-page';
import { cloudopsHome, cloudopsUndeclared } from '../../fixtures/observations/cloudops';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import cloudops from '../../fixtures/cloudops.json';
import { optOutStates } from './opt-out-states';
import wide from './wide-policy.json';

const host = 'cloudops.example';
const url = `https://${host}/`;
const read = stateOf(cloudops, host);
const gap = (
  reason: 'opened-before-candor' | 'background-restarted' | 'no-permission' | 'no-permission-elsewhere' | 'timing-full',
) => ({
  reason,
  at: noon,
});

/** A catalogue entry with all that a provider can say of itself. */
const fullService = (service: Service): Service => ({
  ...service,
  parent: { name: 'Google LLC', country: 'US' },
  transfers: [
    {
      destinations: ['US'],
      bases: ['A45-3', 'A46-2-c'],
      note: 'Google LLC is on the Data Privacy Framework list; standard clauses apply where it does not.',
      source: {
        what: 'transfer terms',
        url: 'https://policies.google.com/privacy/frameworks',
        dated: '2023-09-01',
        checkedOn: '2026-11-22',
      },
    },
  ],
  links: { privacy: 'https://policies.google.com/privacy', optOut: 'https://tools.google.com/dlpage/gaoptout' },
});
const catalogue = {
  ...testCatalogue,
  service: (id: string) => {
    const service = testCatalogue.service(id);
    return service !== null && id === 'google-analytics' ? fullService(service) : service;
  },
};

const report = (policy: PolicyState, seen: Observation): TabReport => ({
  kind: 'report',
  report: compare(policy, seen, catalogue, noon + 5000),
});

const none: PolicyState = {
  kind: 'none',
  checkedAt: noon,
  attempts: [{ way: 'well-known', url: `${url}.well-known/privacy-policy.json`, failure: 'not-found', status: 404 }],
};
const notFetched: PolicyState = {
  kind: 'not-fetched',
  checkedAt: noon,
  attempts: [
    { way: 'link', url: `${url}policy.json`, failure: 'timed-out' },
    { way: 'well-known', url: `${url}.well-known/privacy-policy.json`, failure: 'not-found', status: 404 },
  ],
};
const partlyBroken = stateOf(
  {
    ...cloudops,
    processors: [{ id: 'Bad Id', name: '' }, ...cloudops.processors],
    legalBases: [{ basis: 'A99' }, ...cloudops.legalBases],
  },
  host,
);
const stopped = observation(host, {
  contacts: [
    contact({
      host: 'region1.google-analytics.com',
      service: 'google-analytics',
      rule: 'google-analytics/collect',
      sent: 0,
      stopped: 4,
      types: { ping: 4 },
      errors: { 'net::ERR_BLOCKED_BY_CLIENT': 4 },
    }),
    contact({ host: 'cdn-x.example', sent: 0, failed: 1, errors: { 'net::ERR_NAME_NOT_RESOLVED': 1 } }),
  ],
});
const hostileName = 'Evil\u202Egnp.exe \u200B<img src=x onerror=alert(1)> ' + 'A'.repeat(200);
const hostile = stateOf(
  {
    ...cloudops,
    controller: { name: hostileName },
    processors: [
      {
        id: 'x',
        name: hostileName,
        recipient: { name: hostileName, country: 'ZZ' },
        links: { privacy: 'https://xn--pypal-4ve.com/login', info: 'http://insecure.example/' },
        transfers: [
          { country: 'US', bases: ['A77-x'] },
          { country: 'US', adequacyDecision: 'US-PS' },
        ],
      },
    ],
  },
  host,
);

/** Every state of the popup that people can meet, by name. */
export const states: Readonly<Record<string, TabReport | null>> = {
  full: report(read, cloudopsUndeclared),
  declared: report(read, cloudopsHome),
  stopped: report(read, stopped),
  'not-found': report(none, cloudopsUndeclared),
  'not-fetched': report(notFetched, cloudopsHome),
  broken: report(stateOf('{', host), cloudopsHome),
  'partly-broken': report(partlyBroken, cloudopsHome),
  'not-covered': report({ ...read, applies: 'not-this-host' } as PolicyState, cloudopsHome),
  draft: report({ ...read, applies: 'draft' } as PolicyState, cloudopsHome),
  differs: report({ ...read, differsFrom: `${url}.well-known/privacy-policy.json` } as PolicyState, cloudopsHome),
  'could-not-look': report(
    read,
    observation(host, {
      contacts: [],
      coverage: { kind: 'none', gaps: [gap('opened-before-candor')] },
      cookiesRead: false,
    }),
  ),
  'no-permission': report(
    read,
    observation(host, {
      access: 'none',
      contacts: [],
      coverage: { kind: 'none', gaps: [gap('no-permission')] },
      cookiesRead: false,
    }),
  ),
  'this-site-only': report(read, {
    ...cloudopsHome,
    access: 'this-site',
    coverage: { kind: 'part', since: noon, gaps: [gap('no-permission-elsewhere')] },
  }),
  'storage-failing': report(read, { ...cloudopsHome, isStorageFailing: true }),
  partly: report(read, {
    ...cloudopsHome,
    coverage: { kind: 'part', since: noon, gaps: [gap('background-restarted'), gap('timing-full')] },
    cut: { contacts: 12, cookies: 1 },
  }),
  private: report(read, { ...cloudopsHome, isPrivate: true }),
  looking: report({ kind: 'looking' }, cloudopsHome),
  busy: report(read, busyPage),
  'not-encrypted': report(none, { ...busyPage, url: `http://${host}/`, stores: [], workerContacts: [] }),
  quiet: report(none, observation('quiet.example')),
  hostile: report(hostile, cloudopsHome),
  wide: report(stateOf(wide, 'wide.example'), observation('wide.example')),
  ...optOutStates(report(read, cloudopsHome)),
  'browser-page': { kind: 'no-page', reason: 'browser-page' },
  'no-tab': { kind: 'no-page', reason: 'no-tab' },
  loading: null,
};
