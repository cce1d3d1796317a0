import { describe, expect, test } from 'vitest';
import { type CookieChange, concerns, liesOn, pagesOfChange } from '../../../lib/observation/cookie-change';
import { contact } from '../../fixtures/observations/make';
import { change, emptyLedger, inPartitionOf, scene, site } from './cookie-kit';
import { commit, request } from './recorder-kit';

describe('whether a change concerns a page', () => {
  const page = emptyLedger('www.site.example');
  page.contacts['x'] = contact({ host: 'cdn.widget.example' });

  test.each<[string, Partial<CookieChange>]>([
    ['on its host', { domain: 'www.site.example' }],
    ['on its site', { domain: 'site.example', hostOnly: false }],
    ['on another host of its site', { domain: 'shop.site.example' }],
    ['on a host that it contacted', { domain: 'cdn.widget.example' }],
    ['on a domain above that host', { domain: 'widget.example', hostOnly: false }],
    ['in its partition', { domain: 'cdn.widget.example', partition: inPartitionOf(site) }],
  ])('a cookie %s does', (_, parts) => {
    expect(concerns(change(parts), page)).toBe(true);
  });

  test.each<[string, Partial<CookieChange>]>([
    ['on another site', { domain: 'other.example' }],
    ['on a site that sounds alike', { domain: 'notsite.example', hostOnly: false }],
    ['for another host of one that it contacted', { domain: 'widget.example', hostOnly: true }],
    ['in another site’s partition', { domain: 'site.example', partition: inPartitionOf('https://other.example') }],
    ['in the partition of the unencrypted site', { partition: inPartitionOf('http://site.example') }],
  ])('a cookie %s does not', (_, parts) => {
    expect(concerns(change(parts), page)).toBe(false);
  });

  test('no cookie concerns a page without a host', () => {
    expect(concerns(change({ domain: '' }), { ...page, host: '', contacts: {} })).toBe(false);
  });
});

test('a domain is the host itself and what is below it, by whole labels', () => {
  expect(liesOn('a.b.example', 'b.example', false)).toBe(true);
  expect(liesOn('a.b.example', 'b.example', true)).toBe(false);
  expect(liesOn('notb.example', 'b.example', false)).toBe(false);
});

describe('the pages that can have made a change', () => {
  const { recorder } = scene();
  recorder.commit(commit('page-2', `${site}/next`, { at: 3000 }));
  recorder.commit(commit('other-1', `${site}/`, { tabId: 2, at: 4000 }));
  recorder.commit(commit('other-2', 'https://other.example/', { tabId: 2, at: 6000 }));
  const stores = new Map([
    [1, '0'],
    [2, '0'],
  ]);
  const pages = (parts: Partial<CookieChange>, storeOf = (tabId: number) => stores.get(tabId) ?? null) =>
    pagesOfChange(change(parts), recorder.tabs.values(), storeOf);
  const ids = (parts: Partial<CookieChange>) => pages(parts).pages.map(({ documentId }) => documentId);

  test.each([
    [999, []],
    [2000, ['page-1']],
    [3500, ['page-2']],
    [5000, ['page-2', 'other-1']],
    [7000, ['page-2']],
  ])('at %i are those that the tabs showed then', (at, expected) => {
    expect(ids({ at })).toEqual(expected);
  });

  test('are also the one that was asked for by then, and began a moment later', () => {
    const { recorder: coming } = scene();
    coming.record(request(`${site}/next`, { at: 2500, type: 'main_frame', documentId: null }), { kind: 'sent' });
    coming.commit(commit('page-2', `${site}/next`, { at: 3000 }));
    const at = (time: number) =>
      pagesOfChange(change({ at: time }), coming.tabs.values(), () => '0').pages.map(({ documentId }) => documentId);
    expect([1900, 2400, 2990, 3000].map(at)).toEqual([['page-1'], ['page-1'], ['page-1', 'page-2'], ['page-2']]);
  });

  test('are those of its cookie store', () => {
    expect(ids({ at: 2000, storeId: 'firefox-container-1' })).toEqual([]);
  });

  test('a tab whose store is not known may show another', () => {
    expect(pages({ at: 5000 }, (tabId) => (tabId === 1 ? '0' : null))).toMatchObject({
      pages: [{ documentId: 'page-2' }],
      hasRivals: true,
    });
    expect(pages({ at: 2000 })).toMatchObject({ hasRivals: false });
  });

  test('a page that is prepared to be shown may be another, until the tab goes elsewhere', () => {
    const prepared = scene();
    prepared.recorder.commit(
      commit('page-2', `${site}/soon`, { at: 1500, isPrerendered: true, frameId: 8, isOutermost: true }),
    );
    const rivals = (at: number) => pagesOfChange(change({ at }), prepared.recorder.tabs.values(), () => '0').hasRivals;
    expect([rivals(1400), rivals(1600)]).toEqual([false, true]);
    prepared.recorder.commit(commit('page-3', `${site}/elsewhere`, { at: 5000 }));
    expect(rivals(6000)).toBe(false);
  });
});
