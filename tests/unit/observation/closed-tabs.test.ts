import { expect, test } from 'vitest';
import type { RequestRecord } from '../../../lib/observation/request';
import { commit, hosts, observationOf, recorderOn, request } from './recorder-kit';

const sent = { kind: 'sent' } as const;
/** Two tabs of one site, of which the second has just been closed. */
const oneClosed = (closedUrl = 'https://site.example/gone') => {
  const recorder = recorderOn('https://site.example/stays');
  recorder.commit(commit('page-9', closedUrl, { tabId: 2 }));
  recorder.removeTab(2, 5000);
  return recorder;
};
const orphan = (parts: Partial<RequestRecord>) =>
  request('https://tracker.example/late', { tabId: -1, documentId: null, at: 5000, ...parts });

test('what comes late from a closed tab opens it no more', () => {
  const recorder = oneClosed();
  recorder.record(request('https://tracker.example/', { tabId: 2, documentId: 'page-9', at: 5001 }), sent);
  recorder.record(request('https://next.example/', { tabId: 2, documentId: null, type: 'main_frame', at: 5001 }), sent);
  recorder.commit(commit('page-10', 'https://next.example/', { tabId: 2, at: 5002 }));
  recorder.complete(2);
  recorder.settle();
  expect([...recorder.tabs.keys()]).toEqual([1]);
});

test('what a closed page sends without its tab is told by its address, and is no other page’s', () => {
  const recorder = oneClosed();
  recorder.record(orphan({ initiator: 'https://site.example/gone' }), sent);
  for (let round = 0; round < 3; round += 1) recorder.settle();
  expect(hosts(recorder)).toEqual([]);
  expect(observationOf(recorder).coverage.kind).toBe('all');
});

test('where only the origin is told, it may be of the page that is still open: that one says so', () => {
  const recorder = oneClosed('https://site.example/');
  recorder.record(orphan({ initiator: 'https://site.example' }), sent);
  for (let round = 0; round < 3; round += 1) recorder.settle();
  expect(hosts(recorder)).toEqual([]);
  expect(observationOf(recorder).coverage).toMatchObject({ kind: 'part', gaps: [{ reason: 'worker-unassigned' }] });
});

test('a tab that was closed long ago takes nothing from the worker of a page that is open', () => {
  const recorder = oneClosed('https://site.example/');
  recorder.record(orphan({ initiator: 'https://site.example', at: 9000 }), sent);
  for (let round = 0; round < 3; round += 1) recorder.settle();
  expect(hosts(recorder)).toEqual(['tracker.example 1']);
  expect(observationOf(recorder).coverage.kind).toBe('all');
});

test('a document is known in whatever tab the browser tells', () => {
  const recorder = recorderOn();
  recorder.record(request('https://tracker.example/', { tabId: 7 }), sent);
  recorder.record(request('https://other.example/', { tabId: -1 }), sent);
  expect(hosts(recorder)).toEqual(['tracker.example 1', 'other.example 1']);
  expect([...recorder.tabs.keys()]).toEqual([1]);
});
