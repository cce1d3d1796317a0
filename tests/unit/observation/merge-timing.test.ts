import { expect, test } from 'vitest';
import { mergeTiming } from '../../../lib/observation/merge-timing';
import { observe } from '../../../lib/observation/observe';
import { Recorder } from '../../../lib/observation/recorder';
import { smallCatalogue } from './small-catalogue';

function page() {
  const recorder = new Recorder(smallCatalogue, () => undefined);
  const place = { tabId: 1, frameId: 0, parentFrameId: -1, documentId: 'page', parentDocumentId: null };
  recorder.commit({
    ...place,
    url: 'https://site.example/',
    at: 1000,
    isPrerendered: false,
    isReturn: false,
    isOutermost: true,
  });
  const tab = recorder.tabs.get(1);
  if (tab === undefined) throw new Error('the commit made no tab');
  const contacts = () => observe(tab, { isPrivate: false, access: 'all', jar: [], gaps: [] })?.contacts ?? [];
  return { recorder, tab, contacts, place };
}

const timing = (url: string, isFull = false) => ({
  frameId: 0,
  documentId: 'page',
  isFull,
  resources: [{ url, type: 'script', at: 1100 }],
});

test('what came from the memory cache is known from the page’s timing, and marked so', () => {
  const { tab, contacts } = page();
  expect(mergeTiming(tab, [timing('https://tracker.example/t.js?v=1')], smallCatalogue)).toBe(true);
  expect(contacts()).toMatchObject([
    { host: 'tracker.example', service: 'tracker', sent: 0, listed: 1, samples: ['https://tracker.example/t.js?v=…'] },
  ]);
});

test('what was seen as a request is not counted again', () => {
  const { recorder, tab, contacts, place } = page();
  const seen = { ...place, requestId: 'r', initiator: null, type: 'script', at: 1100 } as const;
  recorder.record({ ...seen, url: 'https://tracker.example/t.js' }, { kind: 'sent' });
  expect(mergeTiming(tab, [timing('https://tracker.example/t.js')], smallCatalogue)).toBe(false);
  expect(contacts()).toMatchObject([{ sent: 1, listed: 0 }]);
});

test('a full list is said', () => {
  const { tab } = page();
  mergeTiming(tab, [timing('https://tracker.example/t.js', true)], smallCatalogue);
  expect(observe(tab, { isPrivate: false, access: 'all', jar: [], gaps: [] })?.coverage).toMatchObject({
    kind: 'part',
    gaps: [{ reason: 'timing-full' }],
  });
});

test('what the page lists although it was never asked for is no contact', () => {
  const { tab, contacts } = page();
  const url = 'https://refused.example/a.js';
  const seen = {
    ...timing(url),
    resources: [{ url, type: 'script', at: 1100, status: 0, bytes: 0, tookMs: 0, answerAt: 0 }],
  };
  expect(mergeTiming(tab, [{ ...seen, refused: [{ url, directive: 'script-src-elem' }] }], smallCatalogue)).toBe(false);
  expect(contacts()).toEqual([]);
  expect(mergeTiming(tab, [seen], smallCatalogue)).toBe(true);
});

test('what the timing told while its request waited for a page is counted once', () => {
  const { recorder, tab, contacts, place } = page();
  const hit = { ...place, documentId: null, requestId: 'r', initiator: null, type: 'ping', at: 1100 } as const;
  recorder.record({ ...hit, url: 'https://tracker.example/t.js' }, { kind: 'sent' });
  expect(recorder.waiting.hasOf(1)).toBe(true);
  mergeTiming(tab, [timing('https://tracker.example/t.js')], smallCatalogue);
  expect(contacts()).toMatchObject([{ sent: 0, listed: 1 }]);
  recorder.settle();
  expect(contacts()).toMatchObject([{ sent: 1, listed: 0 }]);
  expect(recorder.waiting.hasOf(1)).toBe(false);
});
