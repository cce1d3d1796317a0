import { expect, test } from 'vitest';
import { shrinkTab, shrinkToFit } from '../../../lib/observation/shrink-tab';
import type { Recorder } from '../../../lib/observation/recorder';
import type { TabLedgers } from '../../../lib/observation/tab-ledgers';
import { commit, observationOf, recorderOn, request } from './recorder-kit';

const sizeOf = (tab: TabLedgers) => JSON.stringify(tab).length;

function fill(recorder: Recorder, tabId: number, hosts: number, at: number): void {
  for (let number = 0; number < hosts; number += 1) {
    const place = { tabId, documentId: `page-${tabId.toString()}`, at: at + number };
    recorder.record(request(`https://h${number.toString()}.example/`, place), { kind: 'sent' });
  }
}

function tabOf(recorder: Recorder, tabId: number): TabLedgers {
  const tab = recorder.tabs.get(tabId);
  if (tab === undefined) throw new Error('no tab');
  return tab;
}

test('former pages go before anything of the present one', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-2', 'https://next.example/', { at: 2000 }));
  const tab = tabOf(recorder, 1);
  expect(shrinkTab(tab, 600)).toBe(true);
  expect(Object.keys(tab.documents)).toEqual(['page-2']);
  expect(Object.keys(tab.frames)).toEqual(['page-2']);
  expect(observationOf(recorder).coverage.kind).toBe('all');
});

test('what is cut is counted and said; known services stay', () => {
  const recorder = recorderOn();
  fill(recorder, 1, 50, 1100);
  recorder.record(request('https://tracker.example/t.js'), { kind: 'sent' });
  expect(shrinkTab(tabOf(recorder, 1), 10)).toBe(true);
  const { contacts, cut, coverage } = observationOf(recorder);
  expect(contacts).toHaveLength(10);
  expect(contacts.map(({ host }) => host)).toContain('tracker.example');
  expect(cut.contacts).toBe(41);
  expect(coverage).toMatchObject({ kind: 'part', gaps: [{ reason: 'too-much' }] });
});

test('there is room: nothing is touched', () => {
  const recorder = recorderOn();
  fill(recorder, 1, 50, 1100);
  const before = JSON.stringify([...recorder.tabs]);
  const sizes = new Map([...recorder.tabs].map(([id, tab]) => [id, sizeOf(tab)]));
  expect(shrinkToFit(recorder.tabs, sizes, 10_000_000, sizeOf)).toEqual([]);
  expect(JSON.stringify([...recorder.tabs])).toBe(before);
});

test('the tab that was quiet longest gives first, and only as much as is needed', () => {
  const recorder = recorderOn();
  for (const tabId of [1, 2, 3]) {
    recorder.commit(commit(`page-${tabId.toString()}`, 'https://site.example/', { tabId, at: tabId * 1000 }));
    fill(recorder, tabId, 300, tabId * 1000);
  }
  const sizes = new Map([...recorder.tabs].map(([id, tab]) => [id, sizeOf(tab)]));
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  expect(shrinkToFit(recorder.tabs, sizes, total - 1000, sizeOf)).toEqual([1]);
  expect(observationOf(recorder, 1).cut.contacts).toBe(100);
  expect(observationOf(recorder, 2).cut.contacts).toBe(0);
  expect(sizes.get(1)).toBe(sizeOf(tabOf(recorder, 1)));
});
