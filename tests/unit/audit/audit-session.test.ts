import { expect, test } from 'vitest';
import {
  beginSession,
  finish,
  judge,
  maxVisits,
  pause,
  resume,
  setScenario,
  takeIn,
} from '../../../lib/audit/audit-session';
import { fitSession } from '../../../lib/audit/fit-session';
import type { Observation } from '../../../lib/observation/observation';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';

const page = (documentId: string, parts: Partial<Observation> = {}) =>
  observation('shop.example', { documentId, ...parts });
const begun = beginSession('shop.example', 'browser', noon);
const ids = (session: typeof begun) => session.visits.map(({ documentId }) => documentId);

test('a page is taken in once, and replaced by what is known of it later', () => {
  const first = takeIn(begun, [page('D1')]);
  const later = takeIn(first, [page('D1', { contacts: [contact({ host: 'late.example' })] }), page('D2')]);
  expect(ids(later)).toEqual(['D1', 'D2']);
  expect(later.visits[0]?.observation.contacts.map(({ host }) => host)).toEqual(['shop.example', 'late.example']);
});

test('what was read of the jar while the page was shown stays when it was left', () => {
  const jar = [cookie({ name: 'basket', domain: 'shop.example' })];
  const shown = takeIn(begun, [page('D1', { cookies: jar })]);
  const left = takeIn(shown, [page('D1', { cookies: [], cookiesRead: false })]);
  expect(left.visits[0]?.observation.cookies).toEqual(jar);
  expect(left.visits[0]?.observation.cookiesRead).toBe(true);
});

test('what a background that was stopped lost of a page is not lost to the audit', () => {
  const before = page('D1', {
    startedAt: noon,
    contacts: [
      contact({ host: 'cdn.example', sent: 3 }),
      contact({ host: 'gone.example' }),
      contact({ host: 'timed.example' }),
    ],
    cookies: [
      cookie({ name: 'id', domain: 'shop.example', setBy: 'http', lifetimeSeconds: 3600 }),
      cookie({ name: 'old', domain: 'shop.example', setBy: 'earlier', lifetimeSeconds: 500 }),
    ],
  });
  const after = page('D1', {
    startedAt: noon + 2000,
    coverage: { kind: 'part', since: noon + 2000, gaps: [] },
    contacts: [
      contact({ host: 'cdn.example', sent: 1 }),
      contact({ host: 'new.example' }),
      contact({ host: 'timed.example', sent: 0, listed: 1 }),
    ],
    cookies: [
      cookie({ name: 'id', domain: 'shop.example', setBy: 'earlier', lifetimeSeconds: 3598, deleted: true }),
      cookie({ name: 'old', domain: 'shop.example', setBy: 'earlier', lifetimeSeconds: 498 }),
    ],
  });
  const [visit] = takeIn(takeIn(begun, [before]), [after]).visits;
  const { startedAt, coverage, contacts, cookies } = visit?.observation ?? before;
  expect({ startedAt, coverage: coverage.kind }).toEqual({ startedAt: noon, coverage: 'part' });
  expect(contacts.map(({ host, sent }) => `${host} ${sent}`)).toEqual([
    'shop.example 1',
    'cdn.example 3',
    'new.example 1',
    'timed.example 1',
    'gone.example 1',
  ]);
  expect(cookies.map(({ name, setBy, lifetimeSeconds, deleted }) => [name, setBy, lifetimeSeconds, deleted])).toEqual([
    ['id', 'http', 3600, true],
    ['old', 'earlier', 500, false],
  ]);
});

test('pages that begin while it is paused are left out for good; those from before go on', () => {
  const paused = pause(takeIn(begun, [page('D1')]));
  const during = takeIn(paused, [page('D1', { lastAt: noon + 5000 }), page('D2')]);
  expect(ids(during)).toEqual(['D1']);
  expect(during.visits[0]?.observation.lastAt).toBe(noon + 5000);
  expect(ids(takeIn(resume(during), [page('D2'), page('D3')]))).toEqual(['D1', 'D3']);
});

test('a finished audit changes no more, but for what the tester says of it', () => {
  const done = finish(takeIn(begun, [page('D1')]), noon + 1);
  expect(takeIn(done, [page('D2')])).toBe(done);
  expect(setScenario(done, 'accepted')).toBe(done);
  expect(resume(done)).toBe(done);
  expect(judge(done, 'k', { state: 'explained', note: 'why' }).judgements).toEqual({
    k: { state: 'explained', note: 'why' },
  });
});

test('a scenario set by hand holds from the next page on', () => {
  const set = setScenario(takeIn(begun, [page('D1')]), 'signed-in');
  expect(takeIn(set, [page('D1'), page('D2')]).visits.map(({ scenario }) => scenario)).toEqual([null, 'signed-in']);
});

test('a judgement of nothing is none', () => {
  const said = judge(begun, 'k', { state: 'to-fix', note: '' });
  expect(judge(said, 'k', { state: 'open', note: '' }).judgements).toEqual({});
});

test('there is an end to the pages, and how many were left out is counted', () => {
  const many = Array.from({ length: maxVisits + 3 }, (_, at) => page(`D${at}`, { startedAt: noon + at }));
  const session = takeIn(begun, many);
  expect([session.visits.length, session.cutVisits]).toEqual([maxVisits, 3]);
  expect(takeIn(session, many).cutVisits).toBe(3);
});

test('what is kept is short enough: samples go first, then the oldest pages, and that is counted', () => {
  const contacts = Array.from({ length: 20 }, (_, at) => contact({ host: `h${at}.example` }));
  const session = takeIn(begun, [page('D1', { contacts }), page('D2', { contacts, startedAt: noon + 1 })]);
  const length = JSON.stringify(session.visits).length;
  expect(fitSession(session, length)).toBe(session);
  const bare = fitSession(session, length - 100);
  expect(bare.visits.map(({ observation: it }) => it.contacts[1]?.samples.length)).toEqual([0, 1]);
  const short = fitSession(session, 100);
  expect([ids(short), short.cutVisits]).toEqual([['D2'], 1]);
  expect(ids(takeIn(short, [page('D1')]))).toEqual(['D2']);
});
