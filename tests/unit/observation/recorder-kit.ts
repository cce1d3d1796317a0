import { observe } from '../../../lib/observation/observe';
import { Recorder } from '../../../lib/observation/recorder';
import type { Commit, RequestRecord } from '../../../lib/observation/request';
import { smallCatalogue } from './small-catalogue';

let nextRequest = 0;

/** A request of the page `page-1` in tab 1, but for what is given. */
export function request(url: string, more: Partial<RequestRecord> = {}): RequestRecord {
  return {
    requestId: `r${(nextRequest++).toString()}`,
    tabId: 1,
    frameId: 0,
    parentFrameId: -1,
    documentId: 'page-1',
    parentDocumentId: null,
    initiator: 'https://site.example',
    url,
    type: 'script',
    at: 1010,
    ...more,
  };
}

/** A page that took its place in tab 1, but for what is given. */
export function commit(documentId: string, url: string, more: Partial<Commit> = {}): Commit {
  return {
    tabId: 1,
    frameId: 0,
    parentFrameId: -1,
    documentId,
    parentDocumentId: null,
    url,
    at: 1000,
    isPrerendered: false,
    isReturn: false,
    isOutermost: true,
    ...more,
  };
}

/** A recorder that saw the page `page-1` begin in tab 1. */
export function recorderOn(url = 'https://site.example/'): Recorder {
  const recorder = new Recorder(smallCatalogue, () => undefined);
  recorder.commit(commit('page-1', url));
  return recorder;
}

export function observationOf(recorder: Recorder, tabId = 1) {
  const tab = recorder.tabs.get(tabId);
  const observation = tab === undefined ? null : observe(tab, { isPrivate: false, access: 'all', jar: [], gaps: [] });
  if (observation === null) throw new Error(`no observation for tab ${tabId.toString()}`);
  return observation;
}

/** `host sent` of each contact of the page shown in tab 1. */
export const hosts = (recorder: Recorder) =>
  observationOf(recorder).contacts.map(({ host, sent }) => `${host} ${sent.toString()}`);
