import { describe, expect, test } from 'vitest';
import { Recorder } from '../../../lib/observation/recorder';
import { commit, hosts, observationOf, recorderOn, request } from './recorder-kit';
import { smallCatalogue } from './small-catalogue';

describe('just after the background was started again', () => {
  const comingBack = () => {
    const recorder = new Recorder(smallCatalogue, () => undefined);
    for (const [tabId, tab] of recorderOn().tabs) recorder.tabs.set(tabId, tab);
    recorder.isComingBack = true;
    return recorder;
  };
  const frame = { isOutermost: false, frameId: 5, parentFrameId: 0, at: 5001 };
  const shown = { ...commit('page-2', 'https://other.example/', { at: 5002 }), isPrerendered: false };

  test('a frame that names no parent is of the page that the tab says it shows', () => {
    const recorder = comingBack();
    recorder.commit(commit('f1', 'https://embed.example/', frame));
    recorder.record(request('https://tracker.example/hit', { documentId: 'f1', at: 5001 }), { kind: 'sent' });
    recorder.adoptExisting([shown, commit('f1', 'https://embed.example/', frame)], 'background-restarted');
    recorder.settle();
    recorder.settle();
    expect(hosts(recorder)).toEqual(['tracker.example 1']);
    expect(observationOf(recorder)).toMatchObject({ coverage: { gaps: [{ reason: 'background-restarted' }] } });
  });

  test('a page shown that nobody was seen to ask for may have begun before', () => {
    const recorder = comingBack();
    recorder.commit(commit('page-2', 'https://other.example/', { at: 5000 }));
    expect(observationOf(recorder).coverage.kind).toBe('none');
  });

  test('once a tab is known again, its next page is watched from the start', () => {
    const recorder = comingBack();
    recorder.adoptExisting([shown], 'background-restarted');
    recorder.commit(commit('page-3', 'https://third.example/', { at: 6000 }));
    expect(observationOf(recorder).coverage.kind).toBe('all');
  });
});

test.each([4000, 5400])(
  'a page taken in while the word of its beginning (%d) was on the way is shown since that',
  (at) => {
    const recorder = recorderOn();
    const {
      isPrerendered: _,
      isReturn: __,
      isOutermost: ___,
      ...existing
    } = commit('page-2', 'https://other.example/');
    recorder.adoptExisting([{ ...existing, at: 5000 }], 'opened-before-candor');
    recorder.commit(commit('page-2', 'https://other.example/', { at }));
    const unnamed = { documentId: null, at: 5500 } as const;
    recorder.record(request('https://tracker.example/hit', unnamed), { kind: 'sent' });
    recorder.settle();
    expect(hosts(recorder)).toEqual(['tracker.example 1']);
    expect(observationOf(recorder).coverage.kind).toBe('all');
  },
);

test('what is asked for after a page took its place is not that page’s own request', () => {
  const recorder = new Recorder(smallCatalogue, () => undefined);
  const reload = request('https://site.example/', { type: 'main_frame', documentId: null, at: 1001 });
  recorder.record(reload, { kind: 'sent' });
  recorder.commit(commit('page-1', 'https://site.example/', { at: 1000, isReturn: true }));
  expect(hosts(recorder)).toEqual([]);
  expect(observationOf(recorder).coverage.kind).toBe('none');
});

describe('a late beacon that names the URL of two pages that were left', () => {
  const left = () => {
    const recorder = recorderOn('https://site.example/a');
    recorder.commit(commit('page-2', 'https://site.example/a', { at: 2000 }));
    recorder.commit(commit('page-1', 'https://site.example/a', { at: 3000, isReturn: true }));
    recorder.commit(commit('page-3', 'https://site.example/b', { at: 4000 }));
    const late = { documentId: null, type: 'ping', initiator: 'https://site.example/a', at: 9000 } as const;
    recorder.record(request('https://tracker.example/bye', late), { kind: 'sent' });
    recorder.settle();
    return recorder.tabs.get(1)?.documents;
  };

  test('it goes to the one left last, and both are in doubt', () => {
    const documents = left();
    expect(Object.keys(documents?.['page-1']?.contacts ?? {})).toHaveLength(1);
    for (const id of ['page-1', 'page-2']) expect(documents?.[id]?.gaps).toMatchObject([{ reason: 'ambiguous-owner' }]);
    expect(documents?.['page-3']?.gaps).toEqual([]);
  });
});

test('in Firefox a page’s own request comes late: nothing was lost then, though the tab came through a stop', () => {
  const recorder = recorderOn();
  const tab = recorder.tabs.get(1);
  if (tab === undefined) throw new Error('there is no tab');
  tab.missedAt = 1500;
  recorder.commit(commit('page-2', 'https://other.example/', { at: 2000 }));
  expect(observationOf(recorder).coverage.kind).toBe('part');
  const own = request('https://other.example/', { type: 'main_frame', documentId: null, at: 1990 });
  recorder.record(own, { kind: 'sent' });
  expect(observationOf(recorder).coverage.kind).toBe('all');
});

test('a page that had been prerendered when it was taken in is not watched from the start, however soon it is shown', () => {
  const recorder = recorderOn();
  const hidden = commit('page-2', 'https://other.example/', { at: 5000, frameId: 9, isPrerendered: true });
  recorder.adoptExisting([hidden], 'background-restarted');
  recorder.commit(commit('page-2', 'https://other.example/', { at: 5050 }));
  expect(observationOf(recorder)).toMatchObject({ documentId: 'page-2', coverage: { kind: 'none' } });
});
