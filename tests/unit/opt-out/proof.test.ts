import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../lib/observation/observation';
import { type ProofFacts, heldBy, proofOf } from '../../../lib/opt-out/proof';

const contact = (more: Partial<Contact>): Contact => ({
  host: 'region1.google-analytics.com',
  rule: 'google-analytics/collect',
  service: 'google-analytics',
  party: 'third-party',
  broughtInBy: null,
  startedBy: 'page',
  sent: 0,
  stopped: 0,
  failed: 0,
  listed: 0,
  types: {},
  firstAt: 1000,
  lastAt: 1000,
  samples: [],
  redirectedTo: [],
  errors: {},
  propertyIds: [],
  unencrypted: false,
  byConsent: {},
  cookieless: {},
  emailsInUrl: 0,
  ...more,
});
const tag = contact({ host: 'www.googletagmanager.com', rule: 'google-analytics/tag', sent: 1 });
const hit = (more: Partial<Contact> = {}) => contact({ sent: 2, ...more });
const facts = (more: Partial<ProofFacts>): ProofFacts => ({
  isOn: true,
  blocking: 'none',
  faults: [],
  inPlaceSince: 500,
  isSetInPage: true,
  isSettled: true,
  startedAt: 1000,
  coverage: { kind: 'all', since: 1000 },
  contacts: [tag],
  workerContacts: [],
  ...more,
});
const incomplete = { kind: 'part', since: 1000, gaps: [{ reason: 'background-restarted', at: 1 }] } as const;

describe('the state of the proof', () => {
  test.each<readonly [string, Partial<ProofFacts>, object]>([
    ['off, hits are told', { isOn: false, contacts: [tag, hit()] }, { kind: 'off', hits: 2, hasTag: true }],
    ['a tag and no hit is proof', {}, { kind: 'proven', since: 1000, tag: 'loaded' }],
    [
      'a tag kept from loading is proof too',
      { blocking: 'hits-and-tag', contacts: [{ ...tag, sent: 0, stopped: 1 }] },
      { kind: 'proven', tag: 'stopped' },
    ],
    ['without a tag there is nothing to prove', { contacts: [] }, { kind: 'nothing-to-prove' }],
    ['a page that began before has to be loaded anew', { startedAt: 499 }, { kind: 'reload-to-prove' }],
    ['so does one that has not got the page part', { isSetInPage: false }, { kind: 'reload-to-prove' }],
    ['a page that could not be asked proves nothing', { isSetInPage: null }, { kind: 'cannot-tell' }],
    ['what is not credited yet may be a hit', { isSettled: false }, { kind: 'cannot-tell' }],
    [
      'hits kept back prove it too, whatever the tag is',
      { blocking: 'hits', contacts: [contact({ stopped: 2 })] },
      { kind: 'proven', tag: 'not-seen' },
    ],
    ['even where hits left before', { startedAt: 499, contacts: [tag, hit()] }, { kind: 'reload-to-prove' }],
    ['what was not all seen proves nothing', { coverage: incomplete }, { kind: 'cannot-tell' }],
    ['but a hit that was seen is one', { coverage: incomplete, contacts: [tag, hit()] }, { kind: 'not-effective' }],
    [
      'what another blocker kept back proves nothing of the switch',
      { contacts: [tag, contact({ stopped: 1 })] },
      { kind: 'cannot-tell' },
    ],
    ['not registered is not switched', { inPlaceSince: null }, { kind: 'not-switched' }],
    ['nor is what could not be kept', { faults: ['storage'] }, { kind: 'not-switched' }],
    ['a cookie that failed leaves it on', { faults: ['cookie', 'deletion'] }, { kind: 'proven' }],
    [
      'a hit that failed on its way was sent all the same',
      { contacts: [contact({ failed: 1 })] },
      { kind: 'not-effective' },
    ],
  ])('%s', (_, more, expected) => {
    expect(proofOf(facts(more))).toMatchObject(expected);
  });
});

describe('why hits still leave', () => {
  test.each<readonly [string, Partial<ProofFacts>, object]>([
    [
      'own-host',
      { contacts: [tag, hit({ host: 'a.example', party: 'first-party', rule: 'google-analytics/proxied' })] },
      { reason: 'own-host', host: 'a.example', frame: null, hits: 2 },
    ],
    [
      'foreign-frame',
      { contacts: [tag, hit({ broughtInBy: 'embed.example' })] },
      { reason: 'foreign-frame', frame: 'embed.example' },
    ],
    ['worker', { workerContacts: [hit()] }, { reason: 'worker' }],
    ['other-product', { contacts: [hit({ rule: 'google-analytics/collect-signals' })] }, { reason: 'other-product' }],
    ['unknown', { contacts: [hit()] }, { reason: 'unknown' }],
  ])('%s', (_, more, leak) => {
    expect(proofOf(facts(more))).toMatchObject({ kind: 'not-effective', hits: 2, leaks: [leak] });
  });

  test('each place is told once, the one with most hits first', () => {
    const contacts = [hit({ sent: 1 }), hit({ sent: 1, rule: null }), hit({ broughtInBy: 'embed.example', sent: 5 })];
    expect(proofOf(facts({ contacts }))).toMatchObject({ hits: 7, leaks: [{ hits: 5 }, { hits: 2 }] });
  });
});

test('what blocking keeps back is counted, the tag only where it was to be kept back', () => {
  const contacts = [contact({ stopped: 3 }), { ...tag, sent: 0, stopped: 1 }];
  expect(heldBy({ blocking: 'none', contacts })).toBe(0);
  expect(heldBy({ blocking: 'hits', contacts })).toBe(3);
  expect(heldBy({ blocking: 'hits-and-tag', contacts })).toBe(4);
});
