import type { RequestType } from '../../observation/observation';
import type { HarEntry } from './har-schema';

/** `document`: a page's or a frame's own request; which of the two, other things tell. */
export type HarType = Exclude<RequestType, 'main_frame' | 'sub_frame'> | 'document';

/**
 * What kind of request an entry was: as its writer says, else as the browser told the host (`Sec-Fetch-Dest`), else
 * what the answer says that it is.
 */
export function typeOfEntry(entry: HarEntry, fetchDest: string | null): HarType {
  const named = entry._resourceType?.toLowerCase();
  if (named !== undefined && Object.hasOwn(byName, named)) return byName[named] ?? 'other';
  if (fetchDest !== null && Object.hasOwn(byDestination, fetchDest)) return byDestination[fetchDest] ?? 'other';
  if (/^wss?:/i.test(entry.request.url)) return 'websocket';
  return typeOfMime(entry.response?.content?.mimeType ?? '');
}

/** Resource types of Chrome's DevTools and of Playwright. What is not listed is `other`, as for the browsers. */
const byName: Readonly<Record<string, HarType>> = {
  document: 'document',
  script: 'script',
  stylesheet: 'stylesheet',
  image: 'image',
  font: 'font',
  media: 'media',
  xhr: 'xmlhttprequest',
  fetch: 'xmlhttprequest',
  eventsource: 'xmlhttprequest',
  ping: 'ping',
  beacon: 'ping',
  websocket: 'websocket',
  webtransport: 'webtransport',
  cspreport: 'csp_report',
  'csp-violation-report': 'csp_report',
  texttrack: 'other',
  manifest: 'other',
  prefetch: 'other',
  preflight: 'other',
  'signed-exchange': 'other',
};

/** https://fetch.spec.whatwg.org/#concept-request-destination, read 2026-11-23. */
const byDestination: Readonly<Record<string, HarType>> = {
  document: 'document',
  iframe: 'document',
  frame: 'document',
  fencedframe: 'document',
  script: 'script',
  serviceworker: 'script',
  sharedworker: 'script',
  worker: 'script',
  style: 'stylesheet',
  image: 'image',
  font: 'font',
  audio: 'media',
  video: 'media',
  track: 'other',
  object: 'object',
  embed: 'object',
  manifest: 'other',
  report: 'csp_report',
  empty: 'xmlhttprequest',
};

const byMime: readonly (readonly [RegExp, HarType])[] = [
  [/^(text\/html|application\/xhtml\+xml)\b/, 'document'],
  [/javascript|ecmascript/, 'script'],
  [/^text\/css\b/, 'stylesheet'],
  [/^image\//, 'image'],
  [/^(font\/|application\/(x-)?font)/, 'font'],
  [/^(audio|video)\//, 'media'],
  [/\bjson\b/, 'xmlhttprequest'],
];

function typeOfMime(mime: string): HarType {
  return byMime.find(([pattern]) => pattern.test(mime.toLowerCase()))?.[1] ?? 'other';
}

/** The name by which a page's own list of what it loaded would know such a request (`initiatorType`). */
export const timingNames: Readonly<Partial<Record<RequestType, string>>> = {
  script: 'script',
  stylesheet: 'link',
  image: 'img',
  xmlhttprequest: 'fetch',
  ping: 'beacon',
  sub_frame: 'iframe',
  media: 'video',
};
