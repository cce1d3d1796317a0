import { expect, test } from 'vitest';
import { currentLedger } from '../../../lib/observation/tab-ledgers';
import type { Recorder } from '../../../lib/observation/recorder';
import type { RequestRecord } from '../../../lib/observation/request';
import { commit, observationOf, recorderOn, request } from './recorder-kit';

const byWorker: Partial<RequestRecord> = { tabId: -1, documentId: null, initiator: 'https://site.example', at: 1500 };

/** Each page has two rounds to take its place. */
function settle(recorder: Recorder): void {
  recorder.settle();
  recorder.settle();
}

const workerHosts = (recorder: Recorder, tabId = 1) => {
  const tab = recorder.tabs.get(tabId);
  const ledger = tab === undefined ? null : currentLedger(tab);
  if (tab === undefined || ledger === null) throw new Error('no page');
  return recorder.workers.contactsFor(tab, ledger).map(({ host, sent }) => `${host} ${sent.toString()}`);
};
const contacts = (recorder: Recorder, tabId = 1) =>
  observationOf(recorder, tabId).contacts.map(({ host, sent, startedBy }) => ({ host, sent, startedBy }));

test('a worker’s request goes to the only page of its origin, marked as a worker’s', () => {
  const recorder = recorderOn();
  recorder.record(request('https://tracker.example/sw', byWorker), { kind: 'sent' });
  settle(recorder);
  expect(contacts(recorder)).toEqual([{ host: 'tracker.example', sent: 1, startedBy: 'worker' }]);
  expect(observationOf(recorder).coverage.kind).toBe('all');
  expect(workerHosts(recorder)).toEqual([]);
});

test('with two pages of its origin it goes to neither: both are told, and both list it apart', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-9', 'https://site.example/b', { tabId: 2 }));
  recorder.record(request('https://tracker.example/sw', byWorker), { kind: 'sent' });
  settle(recorder);
  for (const tabId of [1, 2]) {
    expect(contacts(recorder, tabId)).toEqual([]);
    expect(workerHosts(recorder, tabId)).toEqual(['tracker.example 1']);
    expect(observationOf(recorder, tabId).coverage).toMatchObject({
      kind: 'part',
      gaps: [{ reason: 'worker-unassigned' }],
    });
  }
});

test('a worker that asks its own site puts no page in doubt', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-9', 'https://site.example/b', { tabId: 2 }));
  recorder.record(request('https://site.example/data', byWorker), { kind: 'sent' });
  settle(recorder);
  expect(observationOf(recorder).coverage.kind).toBe('all');
  expect(workerHosts(recorder)).toEqual(['site.example 1']);
});

test('a page that takes its place just after the request is counted among those it fits', () => {
  const recorder = recorderOn();
  recorder.record(request('https://tracker.example/sw', byWorker), { kind: 'sent' });
  recorder.settle();
  recorder.commit(commit('page-9', 'https://site.example/b', { tabId: 2, at: 1501 }));
  recorder.settle();
  expect(contacts(recorder)).toEqual([]);
  expect(contacts(recorder, 2)).toEqual([]);
});

test('the page before in the same tab is one that it may have been for', () => {
  const recorder = recorderOn();
  recorder.record(request('https://tracker.example/sw', byWorker), { kind: 'sent' });
  recorder.commit(commit('page-2', 'https://site.example/next', { at: 1600 }));
  settle(recorder);
  expect(contacts(recorder)).toEqual([]);
  expect(observationOf(recorder).coverage.kind).toBe('part');
});

test('a page left before the request is no page that fits', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-2', 'https://site.example/next', { at: 1200 }));
  recorder.record(request('https://tracker.example/sw', byWorker), { kind: 'sent' });
  settle(recorder);
  expect(contacts(recorder)).toEqual([{ host: 'tracker.example', sent: 1, startedBy: 'worker' }]);
});

test('a worker of a frame’s origin fits the page that holds the frame', () => {
  const recorder = recorderOn();
  recorder.commit(
    commit('frame-1', 'https://embed.example/', { frameId: 5, parentFrameId: 0, isOutermost: false, at: 1100 }),
  );
  recorder.record(request('https://tracker.example/sw', { ...byWorker, initiator: 'https://embed.example' }), {
    kind: 'sent',
  });
  settle(recorder);
  expect(contacts(recorder)).toEqual([{ host: 'tracker.example', sent: 1, startedBy: 'worker' }]);
});

test('what a worker sends when none of its pages is open belongs to no page', () => {
  const recorder = recorderOn('https://other.example/');
  recorder.record(request('https://tracker.example/sw', byWorker), { kind: 'sent' });
  settle(recorder);
  expect(contacts(recorder)).toEqual([]);
  expect(Object.keys(recorder.workers.ledgers.origins)).toEqual([]);
});

test('a worker’s ledger is forgotten with the last page of its origin', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-9', 'https://site.example/b', { tabId: 2 }));
  recorder.record(request('https://tracker.example/sw', byWorker), { kind: 'sent' });
  settle(recorder);
  recorder.removeTab(1);
  expect(Object.keys(recorder.workers.ledgers.origins)).toEqual(['https://site.example']);
  recorder.removeTab(2);
  expect(Object.keys(recorder.workers.ledgers.origins)).toEqual([]);
});

test('a page opened after a worker’s request does not list it', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-9', 'https://site.example/b', { tabId: 2 }));
  recorder.record(request('https://tracker.example/sw', byWorker), { kind: 'sent' });
  settle(recorder);
  recorder.commit(commit('page-3', 'https://site.example/c', { tabId: 3, at: 9000 }));
  expect(workerHosts(recorder, 3)).toEqual([]);
});

test('the later steps of a worker’s request stay with its first', () => {
  const recorder = recorderOn();
  const one = request('https://tracker.example/sw', byWorker);
  recorder.record(one, { kind: 'sent' });
  settle(recorder);
  recorder.record(one, { kind: 'failed', error: 'net::ERR_TIMED_OUT' });
  expect(observationOf(recorder).contacts).toMatchObject([{ sent: 1, failed: 1, stopped: 0 }]);
});

test('the browser’s own requests and those of extensions are nobody’s', () => {
  const recorder = recorderOn();
  recorder.record(request('https://updates.example/', { ...byWorker, initiator: null }), { kind: 'sent' });
  recorder.record(request('https://x.example/', { ...byWorker, initiator: 'moz-extension://a-b' }), { kind: 'sent' });
  settle(recorder);
  expect(contacts(recorder)).toEqual([]);
});

test('what a frame sends while its page is left is not put down to another page that has such a frame', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-2', 'https://embed.example/', { tabId: 2, at: 1000 }));
  const frame = { type: 'sub_frame', parentDocumentId: 'page-1', documentId: null, at: 1400 } as const;
  recorder.record(request('https://embed.example/frame', frame), { kind: 'sent' });
  recorder.commit(commit('page-3', 'https://next.example/', { at: 1450 }));
  const late = { ...byWorker, initiator: 'https://embed.example', at: 1460 };
  recorder.record(request('https://tracker.example/', late), { kind: 'failed', error: 'net::ERR_ABORTED' });
  settle(recorder);
  expect(contacts(recorder, 2)).toEqual([]);
  expect(observationOf(recorder, 2).coverage).toMatchObject({ gaps: [{ reason: 'worker-unassigned' }] });
});

test('what was sent while a page was left is not its own, though it was shown before and is again', () => {
  const recorder = recorderOn('https://site.example/');
  recorder.commit(commit('page-2', 'https://next.example/', { at: 2000 }));
  recorder.record(request('https://tracker.example/', { ...byWorker, at: 2500 }), { kind: 'sent' });
  recorder.commit(commit('page-1', 'https://site.example/', { at: 3000, isReturn: true }));
  settle(recorder);
  expect(contacts(recorder)).toEqual([]);
});

test('what was sent while another site was shown is no page’s that was shown before that', () => {
  const recorder = recorderOn('https://site.example/');
  recorder.commit(commit('page-2', 'https://next.example/', { at: 2000 }));
  recorder.record(request('https://tracker.example/', { ...byWorker, at: 2500 }), { kind: 'sent' });
  recorder.commit(commit('page-3', 'https://next.example/b', { at: 3000 }));
  recorder.commit(commit('page-2', 'https://next.example/', { at: 3500, isReturn: true }));
  settle(recorder);
  expect(recorder.tabs.get(1)?.documents['page-1']?.contacts).toEqual({});
});

test('while nobody knows what another tab showed, a worker’s request is given to no page', () => {
  const recorder = recorderOn('https://site.example/');
  recorder.record(request('https://tracker.example/', { ...byWorker, at: 2500 }), { kind: 'sent' });
  const place = { tabId: 2, frameId: 0, parentFrameId: -1, documentId: 'page-9', parentDocumentId: null };
  recorder.adoptExisting([{ ...place, url: 'https://next.example/', at: 2600 }], 'storage-failed');
  settle(recorder);
  expect(contacts(recorder)).toEqual([]);
  expect(observationOf(recorder).coverage).toMatchObject({ gaps: [{ reason: 'worker-unassigned' }] });
});
