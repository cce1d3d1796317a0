import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Recorder } from '../../../lib/observation/recorder';
import { restore, storedTab, tabKey, workersKey } from '../../../lib/observation/restore';
import { commit, hosts, observationOf, recorderOn, request } from './recorder-kit';
import { smallCatalogue } from './small-catalogue';

function stored(recorder: Recorder, isBusy = false): Record<string, unknown> {
  const tabs = [...recorder.tabs].map(([id, tab]) => [tabKey(id), { ...storedTab(tab), isBusy }] as const);
  return JSON.parse(JSON.stringify(Object.fromEntries(tabs))) as Record<string, unknown>;
}

function revived(from: Record<string, unknown>): Recorder {
  const recorder = new Recorder(smallCatalogue, () => undefined);
  restore(recorder, from, 5000);
  return recorder;
}

const sent = { kind: 'sent' } as const;

test('a tab that was quiet comes back whole', () => {
  const before = recorderOn();
  before.record(request('https://tracker.example/t.js'), sent);
  const after = revived(stored(before));
  expect(observationOf(after)).toEqual(observationOf(before));
  expect(observationOf(after).coverage.kind).toBe('all');
});

test('a contact is stored without what is usual, and comes back with every member', () => {
  const before = recorderOn();
  const frame = { frameId: 5, parentFrameId: 0, isOutermost: false, at: 1100 };
  before.commit(commit('frame-1', 'https://embed.example/', frame));
  before.record(request('http://tracker.example/t.js?id=1', { documentId: 'frame-1' }), sent);
  before.record(request('https://lost.example/'), { kind: 'failed', error: 'net::ERR_TIMED_OUT' });
  const items = stored(before);
  expect(JSON.stringify(items)).not.toMatch(/"(stopped|listed|propertyIds)":/);
  expect(observationOf(revived(items)).contacts).toEqual(observationOf(before).contacts);
});

test('a tab that was in the middle of something says that something may be missing', () => {
  const after = revived(stored(recorderOn(), true));
  expect(observationOf(after).coverage).toMatchObject({ kind: 'part', gaps: [{ reason: 'background-restarted' }] });
});

test('a page that takes its place right after a stop, its own request unseen, is doubted too', () => {
  const after = revived(stored(recorderOn(), true));
  after.commit(commit('page-2', 'https://next.example/', { at: 5200 }));
  expect(observationOf(after).coverage).toMatchObject({ kind: 'part', gaps: [{ reason: 'background-restarted' }] });
});

test('a page whose own request was seen after a stop is not doubted', () => {
  const after = revived(stored(recorderOn(), true));
  const main = { type: 'main_frame', documentId: null, at: 5150 } as const;
  after.record(request('https://next.example/', main), sent);
  after.commit(commit('page-2', 'https://next.example/', { at: 5200 }));
  expect(observationOf(after).coverage.kind).toBe('all');
});

test('a request that ends after a stop without its beginning having been seen is counted', () => {
  const after = revived(stored(recorderOn(), true));
  after.record(request('https://tracker.example/late', { at: 5100 }), { kind: 'completed', fromCache: false });
  after.record(request('https://tracker.example/cached', { at: 5100 }), { kind: 'completed', fromCache: true });
  expect(hosts(after)).toEqual(['tracker.example 1']);
});

test('a request that ends is counted once, stop or no stop', () => {
  const before = recorderOn();
  const one = request('https://tracker.example/t.js');
  before.record(one, sent);
  const after = revived(stored(before, true));
  after.record({ ...one, at: 5100 }, { kind: 'completed', fromCache: false });
  expect(hosts(after)).toEqual(['tracker.example 1']);
});

test('a long request that was sent before an idle stop and fails after it was not stopped', () => {
  const before = recorderOn();
  const one = request('https://tracker.example/events');
  before.record(one, sent);
  const after = revived(stored(before));
  after.record({ ...one, at: 90_000 }, { kind: 'failed', error: 'NS_ERROR_ABORT' });
  expect(observationOf(after).contacts).toMatchObject([{ sent: 1, stopped: 0, failed: 1 }]);
});

test('what workers sent comes back, and a stop in its middle is said to the pages it concerns', () => {
  const before = recorderOn();
  before.commit(commit('page-9', 'https://site.example/b', { tabId: 2 }));
  before.commit(commit('page-5', 'https://other.example/', { tabId: 5 }));
  before.record(request('https://tracker.example/sw', { tabId: -1, documentId: null, at: 1500 }), sent);
  before.settle();
  before.settle();
  const workers = JSON.parse(JSON.stringify({ ...before.workers.ledgers, isBusy: true })) as unknown;
  const after = revived({ ...stored(before), [workersKey]: workers });
  expect(after.workers.ledgers.origins).toEqual(before.workers.ledgers.origins);
  expect(observationOf(after, 2).coverage).toMatchObject({
    gaps: [{ reason: 'worker-unassigned' }, { reason: 'background-restarted' }],
  });
  expect(observationOf(after, 5).coverage.kind).toBe('all');
});

describe('what is stored in another form or broken', () => {
  const good = stored(recorderOn())[tabKey(1)] as Record<string, unknown>;
  test.each<readonly [string, unknown]>([
    ['an older format', { ...good, format: 1 }],
    ['no object', 'x'],
    ['null', null],
    ['a list', [good]],
    ['documents that are none', { ...good, documents: { 'page-1': null } }],
    ['a document without contacts', { ...good, documents: { 'page-1': { documentId: 'page-1' } } }],
    ['the ledgers of another tab', { ...good, tabId: 7 }],
    ['no flights', { ...good, flights: undefined }],
  ])('%s is left out', (_, value) => {
    expect([...revived({ [tabKey(1)]: value }).tabs]).toEqual([]);
  });

  test('other keys are none of ours', () => {
    const after = revived({ 'tab:x': good, 'policy:1': good, 'tab:1.5': good, tab: good });
    expect([...after.tabs]).toEqual([]);
  });

  test('whatever lies in the store, reading it throws nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('tab:1', 'tab:2', workersKey, 'x'), fc.anything()), (value) => {
        expect(() => revived(value)).not.toThrow();
      }),
    );
  });

  test('a good tab with any one part replaced is read whole or not at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(good)), fc.anything(), (key, value) => {
        const after = revived({ [tabKey(1)]: { ...good, [key]: value } });
        for (const tab of after.tabs.values()) expect(tab.tabId).toBe(1);
      }),
    );
  });
});
