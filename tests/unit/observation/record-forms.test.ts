import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteFormsInPage, noteSentForm, isFormSubmission } from '../../../lib/observation/record-forms';
import type { FrameForms } from '../../../lib/observation/record-forms';
import type { Recorder } from '../../../lib/observation/recorder';
import { commit, observationOf, recorderOn } from './recorder-kit';

const post = (target: string) => ({ target, method: 'post' as const });
const inPage = (...forms: FrameForms['forms']): FrameForms => ({
  frameId: 0,
  documentId: 'page-1',
  forms,
  isCut: false,
});

function tabOf(recorder: Recorder) {
  const tab = recorder.tabs.get(1);
  const ledger = tab?.documents['page-1'];
  if (tab === undefined || ledger === undefined) throw new Error('no page in tab 1');
  return { tab, ledger };
}

test.each([
  [{ type: 'main_frame', method: 'POST' }, true],
  [{ type: 'sub_frame', method: 'post' }, true],
  [{ type: 'main_frame', transitionType: 'form_submit' }, true],
  [{ type: 'main_frame', method: 'GET', transitionType: 'link' }, false],
  [{ type: 'sub_frame', method: 'GET', transitionType: 'auto_subframe' }, false],
  [{ type: 'xmlhttprequest', method: 'POST' }, false],
  [{ type: 'ping', method: 'POST' }, false],
] as const)('%j is a form being sent: %s', (about, isForm) => {
  expect(isFormSubmission(about)).toBe(isForm);
});

test('a sent form is kept by its host, scheme and method, and nothing else of it', () => {
  const recorder = recorderOn();
  const { ledger } = tabOf(recorder);
  noteSentForm(ledger, { ...post('https://mailer.example/in?list=secret#x'), frameOf: null });
  noteSentForm(ledger, { ...post('https://mailer.example/other'), frameOf: null });
  noteSentForm(ledger, { target: 'http://site.example/search?q=secret', method: 'get', frameOf: 'embed.example' });
  expect(observationOf(recorder).forms).toEqual([
    {
      host: 'mailer.example',
      party: 'third-party',
      isEncrypted: true,
      method: 'post',
      frameOf: null,
      inPage: 0,
      sent: 2,
    },
    {
      host: 'site.example',
      party: 'first-party',
      isEncrypted: false,
      method: 'get',
      frameOf: 'embed.example',
      inPage: 0,
      sent: 1,
    },
  ]);
  expect(JSON.stringify(ledger)).not.toContain('secret');
});

test('forms found in the page are counted anew each time it is looked into; sent ones stay', () => {
  const recorder = recorderOn();
  const { tab, ledger } = tabOf(recorder);
  expect(observationOf(recorder).formsRead).toBe(false);
  expect(noteFormsInPage(tab, [inPage(post('https://a.example/'), post('https://a.example/2'))])).toBe(true);
  expect(observationOf(recorder)).toMatchObject({
    formsRead: true,
    forms: [{ host: 'a.example', inPage: 2, sent: 0 }],
  });
  expect(noteFormsInPage(tab, [inPage(post('https://a.example/'), post('https://a.example/2'))])).toBe(false);
  noteSentForm(ledger, { ...post('https://a.example/'), frameOf: null });
  noteFormsInPage(tab, [inPage(post('https://b.example/'))]);
  expect(observationOf(recorder).forms).toMatchObject([
    { host: 'a.example', inPage: 0, sent: 1 },
    { host: 'b.example', inPage: 1, sent: 0 },
  ]);
});

test('a form in a third party’s frame is told as being in it', () => {
  const recorder = recorderOn();
  recorder.commit(
    commit('f1', 'https://embed.example/v', {
      isOutermost: false,
      frameId: 5,
      parentFrameId: 0,
      parentDocumentId: 'page-1',
    }),
  );
  noteFormsInPage(tabOf(recorder).tab, [
    inPage(),
    { frameId: 5, documentId: 'f1', forms: [post('https://embed.example/in')], isCut: false },
  ]);
  expect(observationOf(recorder).forms).toMatchObject([{ host: 'embed.example', frameOf: 'embed.example', inPage: 1 }]);
});

test('where only frames could be looked into, the forms are not said to be read', () => {
  const recorder = recorderOn();
  recorder.commit(
    commit('f1', 'https://embed.example/v', {
      isOutermost: false,
      frameId: 5,
      parentFrameId: 0,
      parentDocumentId: 'page-1',
    }),
  );
  const frame = { frameId: 5, documentId: null, forms: [post('https://embed.example/in')], isCut: false };
  noteFormsInPage(tabOf(recorder).tab, [frame, { ...inPage(), documentId: 'gone' }]);
  expect(observationOf(recorder)).toMatchObject({ formsRead: false, forms: [{ host: 'embed.example' }] });
});

test('what went beyond the limits is said', () => {
  const recorder = recorderOn();
  const { tab } = tabOf(recorder);
  noteFormsInPage(tab, [{ ...inPage(), isCut: true }]);
  expect(observationOf(recorder).coverage).toMatchObject({ kind: 'part', gaps: [{ reason: 'too-much' }] });
  const many = Array.from({ length: 300 }, (_, at) => post(`https://h${at}.example/`));
  const other = recorderOn();
  noteFormsInPage(tabOf(other).tab, [inPage(...many)]);
  expect(observationOf(other).forms).toHaveLength(100);
  expect(observationOf(other).coverage.kind).toBe('part');
});

test('targets that are no website are left out', () => {
  const recorder = recorderOn();
  noteFormsInPage(tabOf(recorder).tab, [
    inPage(...['mailto:a@b.de', 'javascript:void 0', 'about:srcdoc', 'x'].map(post)),
  ]);
  expect(observationOf(recorder)).toMatchObject({ formsRead: true, forms: [] });
});

test('no query, path or user of a target is ever kept', () => {
  const secret = fc.stringMatching(/^[a-z0-9]{12}$/);
  const host = fc.constantFrom('mailer.example', 'a.b.example:8443', '203.0.113.7', '[2001:db8::1]');
  fc.assert(
    fc.property(host, secret, fc.constantFrom('http', 'https'), (at, value, scheme) => {
      const { ledger } = tabOf(recorderOn());
      const target = `${scheme}://${value}:${value}@${at}/${value}?f=${value}#${value}`;
      noteSentForm(ledger, { ...post(target), frameOf: null });
      expect(Object.keys(ledger.forms)).toHaveLength(1);
      expect(JSON.stringify(ledger)).not.toContain(value);
    }),
  );
});
