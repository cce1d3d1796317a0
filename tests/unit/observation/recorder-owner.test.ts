import { describe, expect, test } from 'vitest';
import { Recorder } from '../../../lib/observation/recorder';
import { commit, hosts, observationOf, recorderOn, request } from './recorder-kit';
import { smallCatalogue } from './small-catalogue';

test('the page’s own request is adopted by its commit, with its cookies and headers', () => {
  const recorder = new Recorder(smallCatalogue, () => undefined);
  const page = request('https://site.example/start', { type: 'main_frame', documentId: null, at: 990 });
  recorder.record(page, { kind: 'sent' });
  recorder.record(page, {
    kind: 'headers',
    headers: [
      { name: 'set-cookie', value: 's=1' },
      { name: 'link', value: '<p>' },
    ],
  });
  recorder.commit(commit('page-1', 'https://site.example/start'));
  expect(observationOf(recorder).cookies).toMatchObject([{ name: 's', party: 'first-party' }]);
  expect(recorder.tabs.get(1)?.documents['page-1']?.linkHeader).toBe('<p>');
  expect(hosts(recorder)).toEqual(['site.example 1']);
});

test('headers that arrive after the commit (Firefox) still belong to the page', () => {
  const recorder = new Recorder(smallCatalogue, () => undefined);
  const page = request('https://site.example/start?q=1', { type: 'main_frame', documentId: null, at: 990 });
  recorder.record(page, { kind: 'sent' });
  recorder.commit(commit('page-1', 'https://site.example/start?q=1'));
  expect(observationOf(recorder).headersSeen).toBe(false);
  recorder.record(page, { kind: 'headers', headers: [{ name: 'set-cookie', value: 's=1' }] });
  expect(observationOf(recorder)).toMatchObject({ headersSeen: true, cookies: [{ name: 's' }] });
});

test('a page’s own request that arrives after its commit still belongs to it', () => {
  const recorder = recorderOn('https://site.example/start');
  const page = request('https://site.example/start', { type: 'main_frame', documentId: null, at: 990 });
  recorder.record(page, { kind: 'sent' });
  expect(hosts(recorder)).toEqual(['site.example 1']);
});

test('a late beacon of the previous page goes to its own document', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-2', 'https://other.example/', { at: 2000 }));
  recorder.record(request('https://tracker.example/bye', { type: 'ping', at: 2005 }), { kind: 'sent' });
  expect(hosts(recorder)).toEqual([]);
  expect(Object.keys(recorder.tabs.get(1)?.documents['page-1']?.contacts ?? {})).toHaveLength(1);
});

test('a request that arrives before the commit of its document waits for it', () => {
  const recorder = recorderOn();
  recorder.record(request('https://tracker.example/hit', { documentId: 'page-2', at: 2001 }), { kind: 'sent' });
  expect(hosts(recorder)).toEqual([]);
  recorder.commit(commit('page-2', 'https://other.example/', { at: 2000 }));
  expect(hosts(recorder)).toEqual(['tracker.example 1']);
  expect(observationOf(recorder).coverage.kind).toBe('all');
});

test('a request whose document never shows up is credited by its time, and said to be uncertain', () => {
  const recorder = recorderOn();
  recorder.record(request('https://tracker.example/hit', { documentId: 'never' }), { kind: 'sent' });
  recorder.settle();
  expect(hosts(recorder)).toEqual([]); // it may still be on its way
  recorder.settle();
  expect(hosts(recorder)).toEqual(['tracker.example 1']);
  expect(observationOf(recorder).coverage).toMatchObject({ kind: 'part', gaps: [{ reason: 'ambiguous-owner' }] });
});

test('what a third party’s frame sends is brought in by it, nested frames included', () => {
  const recorder = recorderOn();
  const frame = { isOutermost: false, parentFrameId: 0, at: 1001 };
  recorder.commit(commit('f1', 'https://embed.example/v', { ...frame, frameId: 5, parentDocumentId: 'page-1' }));
  recorder.commit(
    commit('f2', 'https://site.example/back', { ...frame, frameId: 6, parentFrameId: 5, parentDocumentId: 'f1' }),
  );
  recorder.commit(commit('f3', 'about:blank', { ...frame, frameId: 7, parentDocumentId: 'page-1' }));
  for (const documentId of ['f1', 'f2', 'f3']) {
    recorder.record(request('https://tracker.example/hit', { documentId }), { kind: 'sent' });
  }
  const found = observationOf(recorder).contacts.map(({ broughtInBy, sent }) => [broughtInBy, sent]);
  expect(found).toEqual([
    ['embed.example', 2],
    [null, 1],
  ]);
});

test('going back to a page shows its own ledger again', () => {
  const recorder = recorderOn();
  recorder.record(request('https://tracker.example/hit'), { kind: 'sent' });
  recorder.commit(commit('page-2', 'https://other.example/', { at: 2000 }));
  recorder.commit(commit('page-1', 'https://site.example/', { at: 3000 }));
  expect(hosts(recorder)).toEqual(['tracker.example 1']);
});

test('a prerendered document is not shown until it is activated', () => {
  const recorder = recorderOn();
  const next = commit('next', 'https://site.example/next', { frameId: 9, isPrerendered: true, at: 1500 });
  recorder.commit(next);
  recorder.record(request('https://tracker.example/hit', { documentId: 'next', frameId: 9, at: 1510 }), {
    kind: 'sent',
  });
  expect(hosts(recorder)).toEqual([]);
  recorder.commit({ ...next, frameId: 0, isPrerendered: false, at: 2000 });
  expect(hosts(recorder)).toEqual(['tracker.example 1']);
});

test('a main-frame request that names a document is a prefetch of a page not shown', () => {
  const recorder = recorderOn();
  recorder.record(request('https://tracker.example/', { type: 'main_frame', documentId: 'x' }), { kind: 'sent' });
  expect(hosts(recorder)).toEqual([]);
});

test('a request that waits for its commit is not credited to the page before it', () => {
  const recorder = recorderOn();
  recorder.settle();
  recorder.record(request('https://tracker.example/hit', { documentId: 'page-2', at: 2001 }), { kind: 'sent' });
  recorder.settle();
  recorder.commit(commit('page-2', 'https://other.example/', { at: 2000 }));
  expect(hosts(recorder)).toEqual(['tracker.example 1']);
  expect(observationOf(recorder).coverage.kind).toBe('all');
});

test('after going back, a request that names no document belongs to the page shown', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-2', 'https://other.example/', { at: 2000 }));
  recorder.commit(commit('page-1', 'https://site.example/', { at: 3000, isReturn: true }));
  recorder.record(request('https://embed.example/', { documentId: null, type: 'sub_frame', at: 3001 }), {
    kind: 'sent',
  });
  recorder.settle();
  expect(hosts(recorder)).toEqual(['embed.example 1']);
});

test('a page gone back to that was never watched is "could not look"', () => {
  const recorder = recorderOn();
  recorder.commit(commit('before', 'https://old.example/', { at: 2000, isReturn: true }));
  expect(observationOf(recorder).coverage.kind).toBe('none');
});

test('a page gone back to over the network is watched from its start', () => {
  const recorder = recorderOn();
  const page = request('https://old.example/', { type: 'main_frame', documentId: null, at: 1990 });
  recorder.record(page, { kind: 'sent' });
  recorder.commit(commit('anew', 'https://old.example/', { at: 2000, isReturn: true }));
  expect(observationOf(recorder).coverage.kind).toBe('all');
});

test('a navigation that fails does not take the next one with it', () => {
  const recorder = recorderOn();
  const first = request('https://a.example/', { type: 'main_frame', documentId: null, at: 1500 });
  const second = request('https://b.example/', { type: 'main_frame', documentId: null, at: 1510 });
  recorder.record(first, { kind: 'sent' });
  recorder.record(second, { kind: 'sent' });
  recorder.record(first, { kind: 'failed', error: 'net::ERR_ABORTED' });
  recorder.commit(commit('b', 'https://b.example/', { at: 1600 }));
  expect(hosts(recorder)).toEqual(['b.example 1']);
});

test('after a restart the tab shows the page that the browser says it shows', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-2', 'https://other.example/', { at: 2000 }));
  const place = { tabId: 1, frameId: 0, parentFrameId: -1, documentId: 'page-1', parentDocumentId: null };
  recorder.adoptExisting([{ ...place, url: 'https://site.example/', at: 9000 }], 'background-restarted');
  expect(observationOf(recorder).url).toBe('https://site.example/');
});

test('what the browser said of a tab before its newest page came does not bring the old page back', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-2', 'https://other.example/', { at: 2000 }));
  const place = { tabId: 1, frameId: 0, parentFrameId: -1, documentId: 'page-1', parentDocumentId: null };
  recorder.adoptExisting([{ ...place, url: 'https://site.example/', at: 1999 }], 'background-restarted');
  expect(observationOf(recorder).url).toBe('https://other.example/');
});

test('a tab that takes the place of another keeps its pages', () => {
  const recorder = recorderOn();
  recorder.replaceTab(1, 7);
  recorder.record(request('https://tracker.example/hit', { tabId: 7 }), { kind: 'sent' });
  expect(observationOf(recorder, 7)).toMatchObject({ tabId: 7, contacts: [{ host: 'tracker.example', sent: 1 }] });
});

describe('a keepalive request that names no document, after its page was loaded anew', () => {
  const beacon = (at: number) =>
    request('https://embed.example/', {
      documentId: null,
      type: 'ping',
      initiator: 'https://site.example/article',
      at,
    });
  const reloaded = () => {
    const recorder = recorderOn('https://site.example/article');
    recorder.commit(commit('page-2', 'https://site.example/article', { at: 2000 }));
    return recorder;
  };
  const hostsOf = (recorder: Recorder, documentId: string) =>
    Object.values(recorder.tabs.get(1)?.documents[documentId]?.contacts ?? {}).map(({ host }) => host);

  test('it belongs to the page before where it was sent before the new one began', () => {
    const recorder = reloaded();
    recorder.record(beacon(1999), { kind: 'sent' });
    recorder.settle();
    expect(hostsOf(recorder, 'page-1')).toEqual(['embed.example']);
    expect(hostsOf(recorder, 'page-2')).toEqual([]);
    expect(observationOf(recorder).coverage.kind).toBe('all');
  });

  test('its end, which comes later, stays with its beginning', () => {
    const recorder = reloaded();
    const one = beacon(1999);
    recorder.record(one, { kind: 'sent' });
    recorder.settle();
    recorder.record({ ...one, at: 9000 }, { kind: 'failed', error: 'NS_ERROR_NET_TIMEOUT' });
    expect(hostsOf(recorder, 'page-2')).toEqual([]);
  });

  test('it is one of the two where the new one had only just begun', () => {
    const recorder = reloaded();
    recorder.record(beacon(2400), { kind: 'sent' });
    recorder.settle();
    expect(observationOf(recorder).coverage).toMatchObject({ kind: 'part', gaps: [{ reason: 'ambiguous-owner' }] });
  });

  test('it is the new one’s where that had been there for a while', () => {
    const recorder = reloaded();
    recorder.record(beacon(4000), { kind: 'sent' });
    recorder.settle();
    expect(hostsOf(recorder, 'page-2')).toEqual(['embed.example']);
    expect(observationOf(recorder).coverage.kind).toBe('all');
  });
});

test('what a page sends after it changed its address is told with the first one', () => {
  const recorder = recorderOn('https://site.example/list');
  recorder.rename(1, 'page-1', 'https://site.example/item?id=7');
  const late = { documentId: null, type: 'ping', initiator: 'https://site.example/list' } as const;
  recorder.record(request('https://embed.example/', late), { kind: 'sent' });
  recorder.settle();
  expect(hosts(recorder)).toEqual(['embed.example 1']);
  expect(observationOf(recorder).coverage.kind).toBe('all');
  expect(observationOf(recorder).url).toBe('https://site.example/item');
});

test('a request that names the address of a page that is not known puts the one shown in doubt', () => {
  const recorder = recorderOn('https://site.example/list');
  const late = { documentId: null, type: 'ping', initiator: 'https://gone.example/item' } as const;
  recorder.record(request('https://embed.example/', late), { kind: 'sent' });
  recorder.settle();
  expect(observationOf(recorder).coverage).toMatchObject({ kind: 'part', gaps: [{ reason: 'ambiguous-owner' }] });
});
