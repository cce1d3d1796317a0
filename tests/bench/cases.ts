import { noConsentSeen } from '../../lib/consent/consent';
import type { Contact, Observation } from '../../lib/observation/observation';
import type { Commit, RequestRecord } from '../../lib/observation/request';
import { parsePolicy } from '../../lib/policy/parse';
import type { PolicyState } from '../../lib/policy/policy-state';

const at = Date.UTC(2026, 10, 22);

export const page: Commit = {
  tabId: 1,
  frameId: 0,
  parentFrameId: -1,
  documentId: 'document-1',
  parentDocumentId: null,
  url: 'https://www.cloudops.example/',
  at,
  isPrerendered: false,
  isReturn: false,
  isOutermost: true,
};

const urls = [
  'https://www.googletagmanager.com/gtag/js?id=G-ABCDEFGHIJ',
  'https://region1.google-analytics.com/g/collect?v=2&tid=G-ABCDEFGHIJ&en=page_view&dl=https%3A%2F%2Fwww.cloudops.example%2F',
  'https://www.google.com/recaptcha/api.js?render=explicit',
  'https://webforms.pipedrive.com/f/loader',
  'https://miro.com/app/live-embed/uXjVabc=/?embedMode=view_only_without_ui',
  'https://www.cloudops.example/assets/site.css',
  'https://cdn.unknown-party.example/lib/3.2.1/lib.min.js',
  'https://fonts.gstatic.com/s/roboto/v30/KFOmCnqEu92Fr1Mu4mxK.woff2',
];

/** What a page of usual size asks for, over and over. */
export const requests = urls.map((url, place) => requestFor(url, place)) as [RequestRecord, ...RequestRecord[]];

export function requestFor(url: string, place: number, commit: Commit = page): RequestRecord {
  return {
    requestId: `${commit.documentId}-${place}`,
    tabId: commit.tabId,
    frameId: 0,
    parentFrameId: -1,
    documentId: commit.documentId,
    parentDocumentId: null,
    initiator: 'https://www.cloudops.example',
    url,
    type: 'script',
    at: commit.at + place,
  };
}

/** An observation with so many contacts, each host another one. */
export function manyContacts(count: number): Observation {
  return {
    documentId: page.documentId,
    tabId: page.tabId,
    url: page.url,
    host: 'www.cloudops.example',
    startedAt: at,
    isPrivate: false,
    coverage: { kind: 'all', since: at },
    contacts: Array.from({ length: count }, (_, place) => contactAt(place)),
    cookies: [],
    cookiesRead: true,
    hosting: [],
    headersSeen: true,
    access: 'all',
    isStorageFailing: false,
    workerContacts: [],
    consent: noConsentSeen,
    forms: [],
    formsRead: true,
    stores: null,
    cut: { contacts: 0, cookies: 0 },
    lastAt: at,
  };
}

function contactAt(place: number): Contact {
  const host = `host-${place}.party-${place % 50}.example`;
  return {
    host,
    rule: null,
    service: null,
    party: 'third-party',
    broughtInBy: null,
    startedBy: 'page',
    sent: 3,
    stopped: 0,
    failed: 0,
    listed: 0,
    types: { script: 3 },
    firstAt: at,
    lastAt: at + place,
    samples: [`https://${host}/a.js?id`],
    redirectedTo: [],
    errors: {},
    propertyIds: [],
    unencrypted: false,
    byConsent: {},
    cookieless: {},
    emailsInUrl: 0,
  };
}

/** The policy in `bytes` as found at its well-known place. Throws where it cannot be read. */
export function policyState(bytes: Uint8Array): PolicyState {
  const parsed = parsePolicy(bytes);
  if (!parsed.ok) throw new Error(`The policy does not parse: ${JSON.stringify(parsed.issues)}`);
  const { policy, issues, positions } = parsed;
  const url = 'https://www.cloudops.example/.well-known/privacy-policy.json';
  return {
    kind: 'read',
    url,
    way: 'well-known',
    fetchedAt: at,
    sha256: '0'.repeat(64),
    attempts: [],
    applies: 'yes',
    differsFrom: null,
    policy,
    issues,
    positions,
  };
}
