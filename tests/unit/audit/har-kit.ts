import type { RequestType } from '../../../lib/observation/observation';
import { Recorder } from '../../../lib/observation/recorder';
import type { RequestStep } from '../../../lib/observation/request';
import type { Catalogue } from '../../../lib/catalogue/catalogue';
import { type Exchange, visitStart } from '../../fixtures/recorded-visit';

const iso = (at: number) => new Date(at).toISOString();

/** The exchanges as Chrome's DevTools write them. */
export function harOf(exchanges: readonly Exchange[], more: Record<string, unknown> = {}) {
  const page = exchanges.find(({ type, to }) => type === 'document' && to === undefined)?.url ?? '';
  const pages = [{ id: 'page_1', title: page, startedDateTime: iso(visitStart), pageTimings: {} }];
  const entries = exchanges.map((one) => entryOf(one, exchanges));
  return { log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages, entries, ...more } };
}

const resourceTypes = {
  document: 'document',
  frame: 'document',
  script: 'script',
  image: 'image',
  xhr: 'xhr',
  ping: 'ping',
};

function entryOf(
  { url, type, after, status = 0, headers = [], to = '', error, frame }: Exchange,
  all: readonly Exchange[],
) {
  const asker = frame === undefined ? all.findLast((one) => one.type === 'document') : all[frame];
  const destination = {
    document: 'document',
    frame: 'iframe',
    script: 'script',
    image: 'image',
    xhr: 'empty',
    ping: 'empty',
  };
  const cookies = headers.filter(([name]) => name === 'set-cookie');
  const told = [
    ['Sec-Fetch-Dest', destination[type]],
    ['Cookie', 'session_id=cookieVALUE'],
    ...(type === 'document' ? [] : [['Referer', `${new URL(asker?.url ?? url).origin}/`]]),
  ];
  return {
    _initiator: { type: 'other' },
    _resourceType: resourceTypes[type],
    pageref: 'page_1',
    startedDateTime: iso(visitStart + after),
    time: 5,
    request: {
      method: 'GET',
      url,
      headers: told.map(([name, value]) => ({ name, value })),
      cookies: [{ name: 'session_id', value: 'cookieVALUE' }],
      postData: { mimeType: 'text/plain', text: 'tokenVALUE1234' },
    },
    response: {
      status,
      headers: headers.map(([name, value]) => ({ name, value })),
      cookies: cookies.map(([, value]) => ({ name: value.split('=')[0], value: 'cookieVALUE' })),
      content: { mimeType: 'x-unknown', text: 'tokenVALUE1234' },
      redirectURL: to,
      _error: error ?? null,
    },
    cache: {},
  };
}

const types: Readonly<Record<Exchange['type'], RequestType>> = {
  document: 'main_frame',
  frame: 'sub_frame',
  script: 'script',
  image: 'image',
  xhr: 'xmlhttprequest',
  ping: 'ping',
};

/** The exchanges as Chromium tells them to an extension: a recorder that heard them. */
export function recorderOf(exchanges: readonly Exchange[], catalogue: Catalogue): Recorder {
  const recorder = new Recorder(catalogue, () => undefined);
  for (const [index, { url, type, after, frame }] of exchanges.entries()) {
    const exchange = exchanges[index];
    if (exchange === undefined) continue;
    const at = visitStart + after;
    const holder = frame === undefined ? 'page' : `frame-${frame}`;
    const isPage = type === 'document';
    const isFrame = type === 'frame';
    const request = {
      requestId: isPage ? 'navigation' : `r${index}`,
      tabId: 7,
      frameId: isFrame ? index : (frame ?? 0),
      parentFrameId: isFrame ? 0 : -1,
      documentId: isPage || isFrame ? null : holder,
      parentDocumentId: isFrame ? holder : null,
      initiator: isPage ? null : 'https://cloudops.example',
      ...{ url, at, type: types[type], method: 'GET' },
    };
    for (const step of stepsOf(exchange)) recorder.record(request, step);
    if ((!isPage && !isFrame) || exchange.to !== undefined) continue;
    recorder.commit({
      ...{ tabId: 7, frameId: request.frameId, parentFrameId: request.parentFrameId, url, at },
      documentId: isPage ? 'page' : `frame-${index}`,
      parentDocumentId: isFrame ? 'page' : null,
      ...{ isPrerendered: false, isReturn: false, isOutermost: isPage },
    });
  }
  return recorder;
}

function stepsOf({ status, headers = [], to, error, unsent }: Exchange): readonly RequestStep[] {
  const kept = headers.map(([name, value]) => ({ name, value: value.replace(/^([^=;]*=)[^;]*/, '$1') }));
  return [
    ...(unsent === true ? [] : [{ kind: 'sent' } as const]),
    ...(status === undefined ? [] : [{ kind: 'headers', headers: kept } as const]),
    to !== undefined
      ? { kind: 'redirected', to }
      : error !== undefined
        ? { kind: 'failed', error }
        : { kind: 'completed', fromCache: false },
  ];
}
