import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeContacts } from '../../../lib/audit/merge-contacts';
import { mergeCookies } from '../../../lib/audit/merge-cookies';
import { mergeObservations } from '../../../lib/audit/merge-observations';
import { splitByConsent } from '../../../lib/audit/split-by-consent';
import { consentStates, noConsentSeen } from '../../../lib/consent/consent';
import type { Contact } from '../../../lib/observation/observation';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';

const sums = (contacts: readonly Contact[]) =>
  (['sent', 'stopped', 'failed', 'listed'] as const).map((of) => contacts.reduce((sum, it) => sum + it[of], 0));

const arbitraryContact = fc
  .record({
    host: fc.constantFrom('a.example', 'b.example', 'c.example'),
    rule: fc.constantFrom(null, 'x/y'),
    broughtInBy: fc.constantFrom(null, 'frame.example'),
    counts: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)),
    shares: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
  })
  .map(({ counts: [sent, stopped, failed, listed], shares: [before, yes, no], ...parts }) =>
    contact({
      ...parts,
      ...{ sent: sent + before + yes + no, stopped, failed, listed },
      byConsent: { 'before-choice': before, accepted: yes, refused: no },
    }),
  );

test('merging loses no request, and makes no two rows of one', () => {
  fc.assert(
    fc.property(fc.array(arbitraryContact, { maxLength: 30 }), (contacts) => {
      const merged = mergeContacts(contacts);
      expect(sums(merged)).toEqual(sums(contacts));
      expect(new Set(merged.map((it) => `${it.host}|${it.rule}|${it.broughtInBy}`)).size).toBe(merged.length);
      expect(mergeContacts([...contacts].reverse())).toEqual(
        merged.map((it) => ({ ...it, types: expect.anything() as unknown })),
      );
    }),
  );
});

test('split by the state of consent, the parts hold what the whole held', () => {
  fc.assert(
    fc.property(fc.array(arbitraryContact, { maxLength: 12 }), fc.constantFrom(...consentStates), (contacts, state) => {
      const whole = observation('shop.example', { contacts, consent: { ...noConsentSeen, state } });
      const parts = splitByConsent(whole);
      expect(sums(parts.flatMap(([, part]) => part.contacts))).toEqual(sums(whole.contacts));
      for (const [of, part] of parts) expect(part.consent.state).toBe(of);
    }),
  );
});

test('a page on which people choose counts in each state for what was sent in it', () => {
  const tracker = contact({ host: 't.example', sent: 3, byConsent: { 'before-choice': 1, accepted: 2 }, stopped: 1 });
  const cookies = [
    cookie({ name: 'early', domain: 'shop.example', consent: 'before-choice' }),
    cookie({ name: 'old', domain: 'shop.example', setBy: 'earlier' }),
  ];
  const consent = { ...noConsentSeen, state: 'accepted' as const };
  const parts = splitByConsent(observation('shop.example', { contacts: [tracker], cookies, consent }));
  const shown = parts.map(([state, part]) => [
    state,
    part.contacts.filter(({ host }) => host === 't.example').map(({ sent, stopped }) => [sent, stopped]),
    part.cookies.map(({ name }) => name),
  ]);
  expect(shown).toEqual([
    ['before-choice', [[1, 0]], ['early']],
    ['accepted', [[2, 1]], ['old']],
  ]);
});

test('what was missed on one page was missed by the whole', () => {
  const gap = { reason: 'background-restarted', at: noon } as const;
  const all = observation('shop.example', {});
  const part = observation('shop.example', { coverage: { kind: 'part', since: noon, gaps: [gap] } });
  const none = observation('shop.example', { coverage: { kind: 'none', gaps: [gap] } });
  expect(mergeObservations([all, all]).coverage.kind).toBe('all');
  expect(mergeObservations([all, none]).coverage).toMatchObject({ kind: 'part', gaps: [gap] });
  expect(mergeObservations([part, part]).coverage).toMatchObject({ kind: 'part', gaps: [gap] });
  expect(mergeObservations([none, none]).coverage.kind).toBe('none');
});

test('one that could not be read makes the whole unread, and stores nobody looked at stay unknown', () => {
  const read = observation('shop.example', {});
  const merged = mergeObservations([read, { ...read, cookiesRead: false, formsRead: false }]);
  expect([merged.cookiesRead, merged.formsRead, merged.stores]).toEqual([false, false, null]);
});

test('of one cookie on two pages, the page that saw it being set tells how', () => {
  const seen = cookie({ name: 'id', domain: 'shop.example', setBy: 'http', lifetimeSeconds: 900, consent: 'refused' });
  const later = cookie({ name: 'id', domain: 'shop.example', setBy: 'earlier', lifetimeSeconds: 800, deleted: true });
  expect(mergeCookies([seen, later])).toEqual([{ ...seen, deleted: true }]);
  expect(mergeCookies([later, seen])).toEqual([seen]);
  expect(mergeCookies([seen, cookie({ name: 'id', domain: 'shop.example', path: '/a' })])).toHaveLength(2);
});
