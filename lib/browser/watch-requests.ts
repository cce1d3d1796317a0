import type { ResponseHeader } from '../catalogue/catalogue';
import { hostingHeaders } from '../catalogue/default-catalogue';
import { type RequestType, requestTypes } from '../observation/observation';
import type { RequestRecord, RequestStep } from '../observation/request';
import { type WebRequest, browser } from './api';

/**
 * Tells `handle` of every request of every tab as a neutral record. Registers at once: call it in the first turn of
 * the background, or the event that woke it is lost.
 */
export function watchRequests(handle: (request: RequestRecord, step: RequestStep) => void): void {
  const filter = { urls: ['<all_urls>'] };
  const { webRequest } = browser;
  const tell = (details: Details, step: RequestStep) => {
    handle(recordOf(details), step);
  };
  webRequest.onSendHeaders.addListener((details) => {
    tell(details, { kind: 'sent' });
  }, filter);
  webRequest.onHeadersReceived.addListener(
    (details) => {
      const headers = headersOf(details.responseHeaders);
      if (headers.length > 0 || details.type === 'main_frame') tell(details, { kind: 'headers', headers });
      return undefined;
    },
    filter,
    headerOptions(),
  );
  webRequest.onBeforeRedirect.addListener((details) => {
    tell(details, { kind: 'redirected', to: details.redirectUrl });
  }, filter);
  webRequest.onCompleted.addListener((details) => {
    tell(details, { kind: 'completed', fromCache: details.fromCache });
  }, filter);
  webRequest.onErrorOccurred.addListener((details) => {
    tell(details, { kind: 'failed', error: details.error });
  }, filter);
}

interface Details extends Pick<
  WebRequest.OnSendHeadersDetailsType,
  'requestId' | 'tabId' | 'frameId' | 'parentFrameId' | 'url' | 'type' | 'timeStamp' | 'method'
> {
  readonly documentId?: unknown;
  readonly parentDocumentId?: unknown;
  /** Chromium: an origin. */
  readonly initiator?: unknown;
  /** Firefox: a URL. */
  readonly documentUrl?: unknown;
  readonly originUrl?: unknown;
}

function recordOf(details: Details): RequestRecord {
  const { requestId, tabId, frameId, parentFrameId, url, timeStamp, method } = details;
  return {
    requestId,
    tabId,
    frameId,
    parentFrameId,
    url,
    method,
    at: Math.round(timeStamp),
    type: typeOf(details.type),
    documentId: textOrNull(details.documentId),
    parentDocumentId: textOrNull(details.parentDocumentId),
    initiator: textOrNull(details.documentUrl) ?? textOrNull(details.originUrl) ?? textOrNull(details.initiator),
  };
}

/** Chromium shows `Set-Cookie` only to listeners that ask for extra headers; Firefox does not know the word. */
function headerOptions(): WebRequest.OnHeadersReceivedOptions[] {
  const { OnHeadersReceivedOptions } = browser.webRequest as { OnHeadersReceivedOptions?: Record<string, string> };
  const options: string[] = ['responseHeaders'];
  if (OnHeadersReceivedOptions !== undefined && 'EXTRA_HEADERS' in OnHeadersReceivedOptions)
    options.push('extraHeaders');
  return options as WebRequest.OnHeadersReceivedOptions[];
}

/** Only the headers that the product reads are taken, so that nothing else is ever kept. */
const wanted: ReadonlySet<string> = new Set(['set-cookie', 'link', ...hostingHeaders]);

function headersOf(headers: WebRequest.HttpHeaders | undefined): readonly ResponseHeader[] {
  return (headers ?? [])
    .map(({ name, value }) => ({ name: name.toLowerCase(), value: value ?? '' }))
    .filter(({ name }) => wanted.has(name))
    .map(({ name, value }) => ({ name, value: name === 'set-cookie' ? withoutCookieValues(value) : value }));
}

/** The value of a cookie ends here, at the border. Firefox joins several lines with line feeds. */
function withoutCookieValues(lines: string): string {
  return lines.replace(/^([^=;\n]*=)[^;\n]*/gm, '$1');
}

const typeNames: ReadonlySet<string> = new Set(requestTypes);

function isRequestType(type: string): type is RequestType {
  return typeNames.has(type);
}

function typeOf(type: string): RequestType {
  if (type === 'beacon') return 'ping';
  if (type === 'imageset') return 'image';
  return isRequestType(type) ? type : 'other';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
