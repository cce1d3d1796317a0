import { describe, expect, test } from 'vitest';
import { noConsentSeen } from '../../../lib/consent/consent';
import { noteConsent, noteGpc } from '../../../lib/observation/record-consent';
import { cookieStates, counts, ledgerOf, now, send, setCookie, signal } from './consent-kit';

const tracker = 'https://px.tracker.example/p.gif';
const google = (query: string) => `https://region1.google-analytics.com/g/collect?v=2&tid=G-1&${query}`;
const asking = google('gcs=G100&gcd=13p3p3p3p5');
const granted = google('gcs=G111&gcd=13r3r3r3r5');
const refused = google('gcs=G100&gcd=13q3q3q3q5');

test('nothing told: what is sent is counted under unknown', () => {
  const ledger = ledgerOf();
  send(ledger, tracker);
  expect(counts(ledger)).toEqual({ unknown: 1 });
  expect(ledger.consent).toEqual(noConsentSeen);
});

describe('a word on the page’s beginning', () => {
  test('that comes late moves what was counted since, and the cookies set since', () => {
    const ledger = ledgerOf();
    setCookie(ledger, 'visitor');
    send(ledger, tracker);
    noteConsent(ledger, signal('before-choice'));
    send(ledger, tracker);
    setCookie(ledger, 'later');
    expect(counts(ledger)).toEqual({ 'before-choice': 2 });
    expect(cookieStates(ledger)).toEqual(['visitor before-choice', 'later before-choice']);
    expect(ledger.consent).toMatchObject({ state: 'before-choice', managers: ['OneTrust'] });
  });

  test('of a stronger source puts right what a weaker one told', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, signal('before-choice', { source: 'google-consent-mode', manager: null }));
    send(ledger, tracker);
    noteConsent(ledger, signal('refused', { source: 'tcf', at: 1500 }));
    expect(counts(ledger)).toEqual({ refused: 1 });
  });

  test('of a weaker source changes nothing', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, signal('accepted'));
    send(ledger, tracker);
    noteConsent(ledger, signal('before-choice', { source: 'google-consent-mode', at: 1500 }));
    expect(counts(ledger)).toEqual({ accepted: 1 });
    expect(ledger.consent.state).toBe('accepted');
  });

  test('that an equal contradicts leaves the state unknown', () => {
    const ledger = ledgerOf();
    send(ledger, tracker);
    noteConsent(ledger, signal('accepted'));
    noteConsent(ledger, signal('refused', { manager: 'Klaro', evidence: 'klaro' }));
    expect(counts(ledger)).toEqual({ unknown: 1 });
    expect(ledger.consent.state).toBe('unknown');
  });

  test('does not touch what was counted after a change', () => {
    const ledger = ledgerOf();
    send(ledger, tracker);
    noteConsent(ledger, now('accepted', 2000, { source: 'tcf' }));
    send(ledger, tracker, 2100);
    noteConsent(ledger, signal('before-choice', { at: 3000 }));
    expect(counts(ledger)).toEqual({ 'before-choice': 1, accepted: 1 });
    expect(ledger.consent.state).toBe('accepted');
  });
});

describe('a word on now', () => {
  test('holds from now on', () => {
    const ledger = ledgerOf();
    send(ledger, tracker);
    noteConsent(ledger, now('refused', 2000));
    send(ledger, tracker, 2100);
    expect(counts(ledger)).toEqual({ unknown: 1, refused: 1 });
  });

  test('that differs leaves unknown what was counted since the word before: the choice was made in between', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, signal('before-choice'));
    send(ledger, tracker, 1100);
    noteConsent(ledger, signal('before-choice', { source: 'page', at: 1500 }));
    send(ledger, tracker, 1900);
    setCookie(ledger, 'visitor', 1900);
    noteConsent(ledger, now('accepted', 2000));
    send(ledger, tracker, 2100);
    expect(counts(ledger)).toEqual({ 'before-choice': 1, unknown: 1, accepted: 1 });
    expect(cookieStates(ledger)).toEqual(['visitor unknown']);
  });

  test('that is the same bears out what was counted since', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, signal('refused'));
    send(ledger, tracker, 1100);
    noteConsent(ledger, now('refused', 1500));
    noteConsent(ledger, now('accepted', 2000));
    expect(counts(ledger)).toEqual({ refused: 1 });
  });

  test('of the same moment as a stronger one is not heard', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, now('refused', 2000, { source: 'tcf' }));
    noteConsent(ledger, now('accepted', 2000, { source: 'cookie' }));
    expect(ledger.consent.state).toBe('refused');
  });
});

describe('what is told of late', () => {
  test('counts under the state of its time', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, signal('before-choice'));
    noteConsent(ledger, signal('before-choice', { at: 1500 }));
    noteConsent(ledger, now('accepted', 2000));
    send(ledger, tracker, 1400);
    send(ledger, tracker, 1600);
    send(ledger, tracker, 2000);
    expect(counts(ledger)).toEqual({ 'before-choice': 1, unknown: 1, accepted: 1 });
  });

  test('is put right by a word that comes later still', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, now('accepted', 2000, { source: 'tcf' }));
    send(ledger, tracker, 1400);
    setCookie(ledger, 'visitor', 1500);
    noteConsent(ledger, signal('refused', { at: 3000 }));
    expect(counts(ledger)).toEqual({ refused: 1 });
    expect(cookieStates(ledger)).toEqual(['visitor refused']);
  });

  test('a hit that comes late and says what is known by now held since then', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, now('refused', 2000, { source: 'google-consent-mode' }));
    send(ledger, refused, 1500);
    send(ledger, tracker, 1300);
    expect(counts(ledger)).toEqual({ refused: 1, unknown: 1 });
  });

  test('a hit tells of its own time, not of now', () => {
    const ledger = ledgerOf();
    send(ledger, granted, 2000);
    send(ledger, refused, 1500);
    expect(ledger.consent.state).toBe('accepted');
  });

  test('a hit sent before the tool was looked at does not call into question what it said', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, signal('refused', { at: 1200 }));
    send(ledger, granted, 1100);
    expect(ledger.consent.state).toBe('refused');
    expect(counts(ledger)).toEqual({ refused: 1 });
  });
});

describe('what Google is told', () => {
  test('before any choice, and after it', () => {
    const ledger = ledgerOf();
    send(ledger, asking);
    send(ledger, asking, 1100);
    send(ledger, granted, 2000);
    expect(counts(ledger)).toEqual({ 'before-choice': 2, accepted: 1 });
    expect(Object.values(ledger.contacts).map(({ cookieless }) => cookieless)).toEqual([{ 'before-choice': 2 }]);
    expect(ledger.consent.signals.map(({ evidence }) => evidence)).toEqual(['gcs=G100 gcd=pppp', 'gcs=G111 gcd=rrrr']);
  });

  test('a hit counts as sent although it is cookieless', () => {
    const ledger = ledgerOf();
    send(ledger, google('gcs=G100'));
    expect(counts(ledger)).toEqual({ unknown: 1 });
    expect(Object.values(ledger.contacts)[0]).toMatchObject({ sent: 1, cookieless: { unknown: 1 } });
  });

  test('never overrules the tool: until it is asked again, nothing is known', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, signal('refused'));
    send(ledger, granted, 1200);
    send(ledger, tracker, 1300);
    expect(ledger.consent.state).toBe('unknown');
    expect(counts(ledger)).toEqual({ unknown: 2 });
    noteConsent(ledger, now('refused', 2000));
    expect(counts(ledger)).toEqual({ refused: 2 });
    expect(ledger.consent.state).toBe('refused');
  });

  test('is believed from its time on where the tool bears it out', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, signal('before-choice', { source: 'tcf' }));
    send(ledger, granted, 1200);
    send(ledger, tracker, 1300);
    noteConsent(ledger, now('accepted', 2000, { source: 'tcf', isPartial: true }));
    expect(counts(ledger)).toEqual({ accepted: 2 });
    expect(ledger.consent).toMatchObject({ state: 'accepted', isPartial: true });
  });

  test('is wrong where the tool, looked at later, knows of no choice at all', () => {
    const ledger = ledgerOf();
    send(ledger, granted, 1200);
    send(ledger, tracker, 1300);
    noteConsent(ledger, signal('before-choice', { source: 'tcf', at: 2000 }));
    expect(counts(ledger)).toEqual({ 'before-choice': 2 });
  });

  test('in a third party’s frame tells nothing of this page, but is cookieless all the same', () => {
    const ledger = ledgerOf();
    send(ledger, refused, 1200, 'frame.example');
    expect(ledger.consent.state).toBe('unknown');
    expect(Object.values(ledger.contacts)[0]?.cookieless).toEqual({ unknown: 1 });
  });
});

describe('what is kept of the signals', () => {
  test('a source that says the same again adds nothing', () => {
    const ledger = ledgerOf();
    for (const at of [1000, 2000, 3000]) noteConsent(ledger, now('refused', at));
    expect(ledger.consent.signals).toHaveLength(1);
  });

  test('the first and the last 19', () => {
    const ledger = ledgerOf();
    for (let at = 0; at < 50; at++) noteConsent(ledger, now(at % 2 === 0 ? 'refused' : 'accepted', at));
    expect(ledger.consent.signals.map(({ at }) => at)).toEqual([0, ...Array.from({ length: 19 }, (_, it) => it + 31)]);
  });

  test('a tool that tells nothing is named', () => {
    const ledger = ledgerOf();
    noteConsent(ledger, signal('unknown', { manager: 'Klaro' }));
    expect(ledger.consent).toMatchObject({ state: 'unknown', managers: ['Klaro'] });
  });
});

test('Global Privacy Control is noted, and not forgotten where a page was not asked', () => {
  const ledger = ledgerOf();
  noteGpc(ledger, true);
  noteGpc(ledger, null);
  expect(ledger.consent.gpc).toBe(true);
});
