import { expect, test } from 'vitest';
import { formSender } from '../../../lib/observation/form-sender';
import type { Recorder } from '../../../lib/observation/recorder';
import { commit, recorderOn } from './recorder-kit';

const senderOf = (recorder: Recorder, tabId: number, initiator: string | null) => {
  const sender = formSender(recorder.tabs, { tabId, initiator, at: 1500 });
  return sender === null ? null : [sender.ledger.documentId, sender.frameOf];
};

test.each(['https://site.example', 'https://site.example/order'])(
  'a form that changes the tab was sent by the page in it (%s)',
  (initiator) => {
    const recorder = recorderOn('https://site.example/order');
    recorder.commit(commit('page-9', 'https://site.example/order', { tabId: 2 }));
    expect(senderOf(recorder, 1, initiator)).toEqual(['page-1', null]);
    expect(senderOf(recorder, 2, initiator)).toEqual(['page-9', null]);
  },
);

test('a form in another site’s frame is told as being in it', () => {
  const recorder = recorderOn();
  const frame = { isOutermost: false, frameId: 5, parentFrameId: 0, parentDocumentId: 'page-1' };
  recorder.commit(commit('f1', 'https://embed.example/v', frame));
  expect(senderOf(recorder, 1, 'https://embed.example')).toEqual(['page-1', 'embed.example']);
});

test('where the new page is told of before the form, the sender is still the page of before', () => {
  const recorder = recorderOn();
  recorder.commit(commit('page-2', 'https://mailer.example/in', { at: 1600 }));
  expect(senderOf(recorder, 1, 'https://site.example/')).toEqual(['page-1', null]);
});

test('a form that opens a tab was sent by the only page that fits', () => {
  const recorder = recorderOn('https://site.example/order');
  expect(senderOf(recorder, 7, 'https://site.example')).toEqual(['page-1', null]);
  recorder.commit(commit('page-9', 'https://site.example/other', { tabId: 2 }));
  expect(senderOf(recorder, 7, 'https://site.example')).toBeNull();
  expect(senderOf(recorder, 7, 'https://site.example/other')).toEqual(['page-9', null]);
});

test.each([null, 'null', 'https://elsewhere.example', 'chrome-extension://abc/x', 'about:blank'])(
  'what %j asked for was sent by no page that is known',
  (initiator) => {
    expect(senderOf(recorderOn(), 1, initiator)).toBeNull();
  },
);
