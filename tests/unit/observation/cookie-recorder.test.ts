import { describe, expect, test } from 'vitest';
import { ledgerLimits } from '../../../lib/observation/document-ledger';
import { noteConsent } from '../../../lib/observation/record-consent';
import { now, signal } from './consent-kit';
import { change, inPartitionOf, ledgerOf, scene, short, site } from './cookie-kit';
import { commit, request } from './recorder-kit';

const late = 99_000;

/** Takes the place of `page-1` in tab 2, at the same time. */
const alsoIn = (tabId: number, url: string) => commit(`other-${tabId.toString()}`, url, { tabId });

describe('a change that one page fits', () => {
  test('is its script’s, once no answer has come for three seconds', () => {
    const { cookies, read } = scene();
    cookies.changed(change());
    cookies.settle(4900);
    expect(read()).toEqual([]);
    expect(cookies.isWaiting).toBe(true);
    cookies.settle(5000);
    expect(short(read())).toEqual(['a script']);
    expect(cookies.isWaiting).toBe(false);
  });

  test('is the answer’s, whichever is told first', () => {
    for (const order of [0, 1]) {
      const { cookies, answer, read } = scene();
      if (order === 0) answer('a=1; Path=/');
      cookies.changed(change());
      if (order === 1) answer('a=1; Path=/');
      cookies.settle(late);
      expect(short(read())).toEqual(['a http']);
    }
  });

  test('becomes the answer’s, told after it was put down to the script', () => {
    const { cookies, answer, read } = scene();
    cookies.changed(change());
    cookies.settle(late);
    answer('a=1; Path=/');
    expect(short(read())).toEqual(['a http']);
  });

  test('is not the script’s where an answer explains it that no page gets', () => {
    const { cookies, answer, read } = scene();
    answer('a=1; Path=/', { tabId: -1, initiator: null, documentId: null });
    cookies.changed(change());
    cookies.settle(late);
    expect(read()).toEqual([]);
  });

  test('is not the script’s where an answer set a cookie without a name in that place', () => {
    const { cookies, answer, read } = scene();
    answer('value; Path=/');
    cookies.changed(change({ name: 'value' }));
    cookies.settle(late);
    expect(short(read())).toEqual(['http']);
  });

  test('another cookie’s answer does not explain it', () => {
    const { cookies, answer, read } = scene();
    answer('a=1; Path=/folder');
    answer('b=1; Path=/');
    cookies.changed(change());
    cookies.settle(late);
    expect(short(read())).toEqual(['a http', 'b http', 'a script']);
  });

  test('a deletion is told, also of what was there before', () => {
    const { cookies, read } = scene();
    cookies.changed(change({ removed: true }));
    cookies.settle(late);
    expect(short(read())).toEqual(['a earlier deleted']);
  });

  test('being overwritten is no deletion', () => {
    const { cookies, read } = scene();
    cookies.changed(change({ removed: true, cause: 'overwrite' }));
    cookies.settle(late);
    expect(read()).toEqual([]);
    cookies.changed(change({ at: 2000.001 }));
    cookies.settle(late);
    expect(read()).toMatchObject([{ setBy: 'script', deleted: false, overwritten: 0 }]);
  });

  test('consent is what it was at its time, told before or after it was decided', () => {
    const { cookies, recorder, read } = scene();
    const ledger = ledgerOf(recorder);
    cookies.changed(change({ at: 1500 }));
    cookies.changed(change({ name: 'b', at: 2500 }));
    cookies.changed(change({ name: 'c', at: 9500 }));
    noteConsent(ledger, signal('before-choice', { at: 2000 }));
    noteConsent(ledger, now('accepted', 9000));
    cookies.settle(late);
    // Between the two words the choice was made, nobody knows when.
    expect(read().map(({ name, consent }) => `${name} ${consent}`)).toEqual([
      'a before-choice',
      'b unknown',
      'c accepted',
    ]);
  });
});

describe('how often it was set anew', () => {
  test('an answer and the change that it makes are one', () => {
    const { cookies, answer, read } = scene();
    answer('a=1; Path=/');
    cookies.changed(change());
    cookies.settle(late);
    expect(read()[0]?.overwritten).toBe(0);

    cookies.changed(change({ at: 9000 }));
    answer('a=1; Path=/', { at: 20_000 });
    cookies.changed(change({ at: 20_010 }));
    cookies.settle(late);
    expect(read()[0]?.overwritten).toBe(2);
  });

  test('what a script writes right after an answer counts, though nobody can tell the two apart', () => {
    const { cookies, answer, read } = scene();
    answer('a=1; Path=/');
    for (const at of [2000, 2100, 2200]) cookies.changed(change({ at }));
    cookies.settle(late);
    expect(read()).toMatchObject([{ setBy: 'http', overwritten: 2 }]);
  });
});

describe('the next page’s answer', () => {
  test('told after the change that it makes, is not the script’s of the page before', () => {
    const { cookies, recorder, read } = scene();
    cookies.changed(change({ at: 2005 }));
    const navigation = request(`${site}/next`, { type: 'main_frame', documentId: null, at: 2000 });
    const headers = [{ name: 'set-cookie', value: 'a=1; Path=/' }];
    recorder.record(navigation, { kind: 'sent' });
    cookies.answered(navigation.url, headers, 2000);
    recorder.record(navigation, { kind: 'headers', headers });
    recorder.commit(commit('page-2', `${site}/next`, { at: 2150 }));
    cookies.settle(late);
    expect(read()).toEqual([]);
    expect(short(read(null, 'page-2'))).toEqual(['a http']);
  });

  test('its script’s change is its own, told before the page took its place', () => {
    const { cookies, recorder, read } = scene();
    cookies.changed(change({ at: 2005 }));
    recorder.commit(commit('page-2', `${site}/next`, { at: 2000 }));
    cookies.settle(late);
    expect(read()).toEqual([]);
    expect(short(read(null, 'page-2'))).toEqual(['a script']);
  });
});

describe('a change that several pages fit', () => {
  const twice = () => {
    const both = scene();
    both.recorder.commit(alsoIn(2, `${site}/`));
    return both;
  };

  test('is put down to none', () => {
    const { cookies, read } = twice();
    cookies.changed(change());
    cookies.settle(late);
    expect([read(), read(null, 'other-2', 2)]).toEqual([[], []]);
  });

  test('is put down to none either where one of them is closed meanwhile', () => {
    const { cookies, recorder, read } = twice();
    cookies.changed(change());
    recorder.removeTab(2);
    cookies.settle(late);
    expect(read()).toEqual([]);
  });

  test('a page that comes later is no rival', () => {
    const { cookies, recorder, read } = scene();
    cookies.changed(change());
    recorder.commit(commit('other-2', `${site}/`, { tabId: 2, at: 2500 }));
    cookies.settle(late);
    expect(short(read())).toEqual(['a script']);
  });

  test('what an answer set for one is deleted for that one', () => {
    const { cookies, answer, read } = twice();
    answer('a=1; Path=/');
    cookies.changed(change({ removed: true, at: 8000 }));
    cookies.settle(late);
    expect(short(read())).toEqual(['a http deleted']);
    expect(read(null, 'other-2', 2)).toEqual([]);
  });

  test('pages in other cookie stores are none of them', () => {
    const { cookies, recorder, read } = scene(undefined, (tabId) => (tabId === 1 ? '0' : 'firefox-container-1'));
    recorder.commit(alsoIn(2, `${site}/`));
    cookies.changed(change({ name: 'default' }));
    cookies.changed(change({ name: 'contained', storeId: 'firefox-container-1', at: 2001 }));
    cookies.settle(late);
    expect(short(read())).toEqual(['default script']);
    expect(short(read(null, 'other-2', 2))).toEqual(['contained script']);
  });

  test('each site’s partition has its own pages', () => {
    const { cookies, recorder, read } = scene();
    recorder.commit(alsoIn(2, 'https://other.example/'));
    for (const [tabId, page] of [
      [1, 'page-1'],
      [2, 'other-2'],
    ] as const)
      recorder.record(request('https://widget.example/w.js', { tabId, documentId: page }), { kind: 'sent' });
    cookies.changed(change({ domain: 'widget.example', partition: inPartitionOf(site) }));
    cookies.changed(change({ domain: 'widget.example', name: 'shared', at: 2001 }));
    cookies.settle(late);
    expect(short(read())).toEqual(['a script in site.example']);
    expect(read(null, 'other-2', 2)).toEqual([]);
  });
});

describe('a flood', () => {
  test('of one cookie is one cookie, set anew so many times', () => {
    const { cookies, read } = scene();
    for (let number = 0; number < 50_000; number += 1) cookies.changed(change({ at: 2000 + number / 100 }));
    cookies.settle(late);
    expect(read()).toMatchObject([{ name: 'a', overwritten: 49_999 }]);
  });

  test('of many is cut and counted', () => {
    const { cookies, recorder, read } = scene();
    for (let number = 0; number < 3000; number += 1)
      cookies.changed(change({ name: `c${number.toString()}`, at: 2000 + number / 10 }));
    cookies.settle(late);
    expect(read().length + ledgerOf(recorder).cutCookies).toBe(3000);
    expect(read()).toHaveLength(ledgerLimits.cookies);
  });
});
