import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Keeper } from '../../../lib/browser/keeper';
import { Recorder } from '../../../lib/observation/recorder';
import { tabKey } from '../../../lib/observation/restore';
import type { TabLedgers } from '../../../lib/observation/tab-ledgers';
import { commit, hosts, observationOf, request } from '../observation/recorder-kit';
import { smallCatalogue } from '../observation/small-catalogue';
import { FakeSession } from './fake-session';

beforeEach(() => {
  vi.useFakeTimers({ now: 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const sent = { kind: 'sent' } as const;
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

/** A background: its recorder and keeper on a store that outlives it. */
function start(session: FakeSession, mostBytes?: number) {
  const faults: boolean[] = [];
  const recorder: Recorder = new Recorder(smallCatalogue, (tabId) => {
    keeper.touch(tabId);
  });
  const keeper: Keeper = new Keeper(recorder, session, () => faults.push(keeper.isFailing), mostBytes);
  return { recorder, keeper, faults };
}

async function restart(session: FakeSession) {
  const next = start(session);
  const kept = await next.keeper.restore(() => Date.now());
  return { ...next, kept };
}

/** Opens a page that has loaded. */
function open(recorder: Recorder): void {
  recorder.commit(commit('page-1', 'https://site.example/'));
  recorder.complete(1);
}

const storedTab = (session: FakeSession, tabId = 1) => session.items[tabKey(tabId)] as TabLedgers | undefined;

test('a burst is marked before anything of it is kept, and the mark goes when it is over', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  open(recorder);
  await seconds(0);
  expect(storedTab(session)?.isBusy).toBe(true);
  recorder.record(request('https://tracker.example/'), sent);
  await seconds(4);
  expect(storedTab(session)?.isBusy).toBe(false);
  expect(hosts((await restart(session)).recorder)).toEqual(['tracker.example 1']);
});

test('a pause in the middle of a load is no end: the mark stays until the page has loaded', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  recorder.commit(commit('page-1', 'https://site.example/'));
  await seconds(5);
  expect(storedTab(session)?.isBusy).toBe(true);
  recorder.complete(1);
  await seconds(3);
  expect(storedTab(session)?.isBusy).toBe(false);
});

test('a page that never finishes loading is quiet before the browser stops an idle background', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  recorder.commit(commit('page-1', 'https://site.example/'));
  await seconds(20);
  expect(storedTab(session)?.isBusy).toBe(false);
});

test('a page of 300 requests over five seconds is written at most 10 times', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  open(recorder);
  for (let number = 0; number < 300; number += 1) {
    recorder.record(request(`https://h${number.toString()}.example/`), sent);
    await vi.advanceTimersByTimeAsync(17);
  }
  await seconds(60);
  expect(session.writes).toBeLessThanOrEqual(10);
  expect(Object.keys(storedTab(session)?.documents['page-1']?.contacts ?? {})).toHaveLength(300);
});

test('a page that trickles for ten minutes is not written at each request', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  open(recorder);
  for (let number = 0; number < 200; number += 1) {
    recorder.record(request('https://tracker.example/poll'), sent);
    await seconds(3);
  }
  expect(session.writes).toBeLessThan(40);
  await seconds(60);
  expect(storedTab(session)).toMatchObject({ isBusy: false });
});

test('a background killed in the middle of a burst leaves the mark behind', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  open(recorder);
  await vi.advanceTimersByTimeAsync(100);
  recorder.record(request('https://tracker.example/'), sent);
  const next = await restart(session);
  expect(next.kept).toBe(1);
  const { documentId, url, tabId, frameId, parentFrameId, parentDocumentId, at } = commit(
    'page-1',
    'https://site.example/',
  );
  next.recorder.adoptExisting(
    [{ documentId, url, tabId, frameId, parentFrameId, parentDocumentId, at }],
    'background-restarted',
  );
  expect(observationOf(next.recorder).coverage).toMatchObject({ gaps: [{ reason: 'background-restarted' }] });
});

test('an idle stop loses nothing and says nothing', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  open(recorder);
  recorder.record(request('https://tracker.example/'), sent);
  await seconds(30);
  const next = await restart(session);
  expect(next.kept).toBe(1);
  expect(observationOf(next.recorder)).toEqual(observationOf(recorder));
});

test.each(['rejects', 'full'] as const)(
  'a store that %s: observation goes on, the fault is told, and it recovers',
  async (fault) => {
    const session = new FakeSession();
    const { recorder, faults } = start(session);
    open(recorder);
    await seconds(3);
    session.fault = fault;
    recorder.record(request('https://tracker.example/'), sent);
    await seconds(5);
    expect(faults).toEqual([true]);
    expect(hosts(recorder)).toEqual(['tracker.example 1']);
    session.fault = 'none';
    await seconds(60);
    expect(faults).toEqual([true, false]);
    expect(hosts((await restart(session)).recorder)).toEqual(['tracker.example 1']);
  },
);

test('while the store is full, what lies there and is too old is taken away', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  open(recorder);
  await seconds(5);
  expect(storedTab(session)?.isBusy).toBe(false);
  session.fault = 'full';
  recorder.record(request('https://tracker.example/'), sent);
  await seconds(1);
  expect(storedTab(session)).toBeUndefined();
});

test('a store that hangs for five seconds holds nothing up and is told; then all is stored', async () => {
  const session = new FakeSession();
  const { recorder, faults } = start(session);
  session.fault = 'hangs';
  open(recorder);
  recorder.record(request('https://tracker.example/'), sent);
  await seconds(5);
  expect(hosts(recorder)).toEqual(['tracker.example 1']);
  expect(faults).toEqual([true]);
  expect(session.writes).toBe(1);
  session.fault = 'none';
  session.release();
  await seconds(10);
  expect(faults).toEqual([true, false]);
  expect(hosts((await restart(session)).recorder)).toEqual(['tracker.example 1']);
});

test('a store that hangs and then is full holds nothing that is too old', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  open(recorder);
  await seconds(5);
  session.fault = 'hangs';
  recorder.record(request('https://tracker.example/'), sent);
  await seconds(1);
  session.fault = 'full';
  await seconds(3);
  expect(storedTab(session)).toBeUndefined();
});

test.each(['rejects', 'hangs'] as const)(
  'a store that %s when we come back: said, and not for ever waited for',
  async (fault) => {
    const session = new FakeSession();
    session.fault = fault;
    const next = start(session);
    const kept = next.keeper.restore(() => Date.now());
    await seconds(4);
    expect(await kept).toBe('failed');
  },
);

test('a burst that begins while the end of the last one is being written is marked as soon as that is done', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  open(recorder);
  await seconds(1);
  session.fault = 'hangs';
  await seconds(1); // the last write of the burst is on its way
  recorder.record(request('https://tracker.example/'), sent);
  session.fault = 'none';
  session.release();
  await seconds(0);
  expect(storedTab(session)?.isBusy).toBe(true);
});

test('a tab that is closed is taken out of the store', async () => {
  const session = new FakeSession();
  const { recorder } = start(session);
  open(recorder);
  await seconds(1);
  recorder.removeTab(1);
  await seconds(3);
  expect(session.items).toEqual({});
});

test('all tabs together stay within what the store may hold; the newest is whole', async () => {
  const session = new FakeSession();
  const mostBytes = 100_000;
  const { recorder } = start(session, mostBytes);
  for (let tabId = 1; tabId <= 20; tabId += 1) {
    const documentId = `page-${tabId.toString()}`;
    recorder.commit(commit(documentId, 'https://site.example/', { tabId, at: tabId * 1000 }));
    for (let number = 0; number < 40; number += 1)
      recorder.record(request(`https://h${number.toString()}.example/`, { tabId, documentId, at: tabId * 1000 }), sent);
    await seconds(1);
  }
  await seconds(60);
  expect(JSON.stringify(session.items).length).toBeLessThanOrEqual(mostBytes * 1.02);
  expect(observationOf(recorder, 20).cut.contacts).toBe(0);
  expect(observationOf(recorder, 1).cut.contacts).toBeGreaterThan(0);
  expect(observationOf(recorder, 1).coverage.kind).toBe('part');
});
