import { expect, test } from 'vitest';
import { commit, observationOf, recorderOn, request } from './recorder-kit';

const sent = { kind: 'sent' } as const;
const forms = (recorder: ReturnType<typeof recorderOn>) =>
  Object.values(recorder.tabs.get(1)?.documents['page-1']?.forms ?? {}).map(
    ({ host, method, isEncrypted, sent: times }) => ({
      host,
      method,
      isEncrypted,
      times,
    }),
  );
const main = { type: 'main_frame', documentId: null, initiator: 'https://site.example', at: 1990 } as const;

test('a form sent by POST that changes the tab belongs to the page that it was on', () => {
  const recorder = recorderOn();
  const one = request('https://mailer.example/subscribe', { ...main, method: 'POST' });
  recorder.record(one, sent);
  recorder.record({ ...one, url: 'https://mailer.example/thanks' }, sent);
  recorder.commit(commit('page-2', 'https://mailer.example/thanks', { at: 2000, isFormSubmission: true }));
  expect(forms(recorder)).toEqual([{ host: 'mailer.example', method: 'post', isEncrypted: true, times: 1 }]);
  expect(observationOf(recorder).forms).toEqual([]);
});

test('a form sent by GET is told by the commit, with the host that it was sent to first', () => {
  const recorder = recorderOn();
  const one = request('http://search.example/?q=secret', { ...main, method: 'GET' });
  recorder.record(one, sent);
  recorder.record({ ...one, url: 'https://www.search.example/?q=secret' }, sent);
  recorder.commit(commit('page-2', 'https://www.search.example/?q=secret', { at: 2000, isFormSubmission: true }));
  expect(forms(recorder)).toEqual([{ host: 'search.example', method: 'get', isEncrypted: false, times: 1 }]);
  expect(JSON.stringify([...recorder.tabs])).not.toContain('secret');
});

test('a link is no form', () => {
  const recorder = recorderOn();
  recorder.record(request('https://next.example/', { ...main, method: 'GET' }), sent);
  recorder.commit(commit('page-2', 'https://next.example/', { at: 2000 }));
  expect(forms(recorder)).toEqual([]);
});

test('a form sent into a frame is counted', () => {
  const recorder = recorderOn();
  const into = { type: 'sub_frame', documentId: null, parentDocumentId: 'page-1', method: 'POST' } as const;
  recorder.record(request('https://mailer.example/subscribe', into), sent);
  expect(forms(recorder)).toEqual([{ host: 'mailer.example', method: 'post', isEncrypted: true, times: 1 }]);
});
