import { describe, expect, test } from 'vitest';
import { noteGap } from '../../../lib/observation/document-ledger';
import { mergeTiming } from '../../../lib/observation/merge-timing';
import { Recorder } from '../../../lib/observation/recorder';
import { commit, hosts, observationOf, recorderOn, request } from './recorder-kit';
import { smallCatalogue } from './small-catalogue';

describe('what is counted', () => {
  test('a sent request is counted under its host, rule and property id, without query values', () => {
    const recorder = recorderOn();
    recorder.record(request('https://tracker.example/hit?tid=G-1&user=jo#x'), { kind: 'sent' });
    const [contact] = observationOf(recorder).contacts;
    expect(contact).toMatchObject({
      host: 'tracker.example',
      rule: 'tracker/hit',
      sent: 1,
      types: { script: 1 },
      propertyIds: ['G-1'],
      samples: ['https://tracker.example/hit?tid=…&user=…'],
    });
  });

  test('an e-mail address in a URL is counted, and kept nowhere', () => {
    const recorder = recorderOn();
    recorder.record(request('https://tracker.example/hit?em=jo%40mail.de'), { kind: 'sent' });
    recorder.record(request('https://tracker.example/jo@mail.de/hit'), { kind: 'sent' });
    recorder.record(request('https://tracker.example/hit?v=1'), { kind: 'sent' });
    const [contact] = observationOf(recorder).contacts;
    expect(contact).toMatchObject({ sent: 3, emailsInUrl: 2 });
    expect(JSON.stringify(recorder.tabs.get(1))).not.toContain('mail.de');
  });

  test('a request that was cancelled before it left is stopped, not sent', () => {
    const recorder = recorderOn();
    recorder.record(request('https://tracker.example/hit'), { kind: 'failed', error: 'net::ERR_BLOCKED_BY_CLIENT' });
    expect(observationOf(recorder).contacts[0]).toMatchObject({ sent: 0, stopped: 1, failed: 0 });
  });

  test('a request that was sent and then aborted is failed, not stopped', () => {
    const recorder = recorderOn();
    const hit = request('https://tracker.example/hit');
    recorder.record(hit, { kind: 'sent' });
    recorder.record(hit, { kind: 'failed', error: 'NS_ERROR_ABORT' });
    expect(observationOf(recorder).contacts[0]).toMatchObject({ sent: 1, stopped: 0, failed: 1, types: { script: 1 } });
  });

  test('a request that an extension answers in its place is stopped, before and after timing is read', () => {
    const recorder = recorderOn();
    const hit = request('https://tracker.example/hit');
    recorder.record(hit, { kind: 'redirected', to: 'chrome-extension://blocker/empty.js' });
    const tab = recorder.tabs.get(1);
    if (tab === undefined) throw new Error('no tab');
    const resources = [{ url: hit.url, type: 'script', at: 1020 }];
    mergeTiming(tab, [{ frameId: 0, documentId: 'page-1', resources, isFull: false }], smallCatalogue);
    expect(observationOf(recorder).contacts[0]).toMatchObject({ sent: 0, stopped: 1, listed: 0 });
  });

  test('each hop of a redirect is a contact of its own', () => {
    const recorder = recorderOn();
    const first = request('https://a.example/x');
    recorder.record(first, { kind: 'sent' });
    recorder.record(first, { kind: 'redirected', to: 'https://tracker.example/y?z=1' });
    recorder.record({ ...first, url: 'https://tracker.example/y?z=1' }, { kind: 'sent' });
    expect(hosts(recorder)).toEqual(['a.example 1', 'tracker.example 1']);
    expect(observationOf(recorder).contacts[0]?.redirectedTo).toEqual(['tracker.example']);
  });

  test.each(['chrome-extension://abc', 'moz-extension://abc/background.html'])(
    'a request of another extension (%s) is not the site’s',
    (initiator) => {
      const recorder = recorderOn();
      recorder.record(request('https://tracker.example/hit', { initiator }), { kind: 'sent' });
      expect(hosts(recorder)).toEqual([]);
    },
  );

  test('a Set-Cookie line is kept without its value, and a deleted cookie is marked', () => {
    const recorder = recorderOn();
    const hit = request('https://tracker.example/hit');
    const headers = [{ name: 'set-cookie', value: 'id=secret; Max-Age=60; Secure\nold=; Max-Age=0; Path=/' }];
    recorder.record(hit, { kind: 'headers', headers });
    const { cookies } = observationOf(recorder);
    expect(cookies).toMatchObject([
      { name: 'id', domain: 'tracker.example', party: 'third-party', lifetimeSeconds: 60, deleted: false },
      { name: 'old', deleted: true },
    ]);
    expect(JSON.stringify(cookies)).not.toContain('secret');
  });
});

describe('what was missed', () => {
  const existing = { tabId: 1, frameId: 0, parentFrameId: -1, documentId: 'old', parentDocumentId: null, at: 5000 };

  test('a page that was open before is "could not look", and "in part" once something is seen', () => {
    const recorder = new Recorder(smallCatalogue, () => undefined);
    recorder.adoptExisting([{ ...existing, url: 'https://site.example/' }], 'opened-before-candor');
    expect(observationOf(recorder).coverage.kind).toBe('none');
    recorder.record(request('https://tracker.example/hit', { documentId: 'old' }), { kind: 'sent' });
    expect(observationOf(recorder).coverage).toMatchObject({
      kind: 'part',
      gaps: [{ reason: 'opened-before-candor' }],
    });
  });

  test('a permission that was missing stays a gap of that page when it is back', () => {
    const recorder = recorderOn();
    const ledger = recorder.tabs.get(1)?.documents['page-1'];
    if (ledger === undefined) throw new Error('no ledger');
    noteGap(ledger, { reason: 'no-permission', at: 1000 });
    expect(observationOf(recorder).coverage.kind).toBe('none');
  });

  test('a commit that was on its way when the page was taken in makes it seen from the start', () => {
    const recorder = new Recorder(smallCatalogue, () => undefined);
    recorder.adoptExisting([{ ...existing, url: 'https://site.example/' }], 'background-restarted');
    recorder.commit(commit('old', 'https://site.example/', { at: 4990 }));
    expect(observationOf(recorder).coverage.kind).toBe('all');
  });

  test('more contacts than the limit are counted as cut and said', () => {
    const recorder = recorderOn();
    for (let n = 0; n < 700; n++) recorder.record(request(`https://h${n.toString()}.example/`), { kind: 'sent' });
    const { contacts, cut, coverage } = observationOf(recorder);
    expect([contacts.length, cut.contacts]).toEqual([600, 100]);
    expect(coverage).toMatchObject({ kind: 'part', gaps: [{ reason: 'too-much' }] });
  });

  test('only the last documents of a tab are kept, the one shown among them', () => {
    const recorder = recorderOn();
    for (let n = 2; n < 30; n++)
      recorder.commit(commit(`page-${n.toString()}`, 'https://site.example/', { at: n * 1000 }));
    expect(Object.keys(recorder.tabs.get(1)?.documents ?? {})).toHaveLength(6);
    expect(recorder.tabs.get(1)?.current).toBe('page-29');
  });
});
