import { hostOf } from '../party/host';
import { isHtmlType, isJsonType, mediaTypeOf } from './media-type';
import type { FetchFailure } from './policy-state';
import { maxPolicyBytes } from './read-json';
import { dropBody, readBody, type Body } from './read-body';
import { isAllowedScheme } from './target-refusal';

/** For headers and body together. */
export const fetchTimeoutMs = 5000;

/** What every fetch of a policy asks; `fetch` of browsers and Node takes it as it stands. */
export interface PolicyRequest {
  readonly method: 'GET';
  readonly credentials: 'omit';
  /** Not `error`: that rejects as a dead network does. With `manual` a redirect is seen and still never followed. */
  readonly redirect: 'manual';
  readonly referrerPolicy: 'no-referrer';
  readonly cache: 'no-store';
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
}

/** The part of a `Response` that is looked at. */
export interface PolicyResponse {
  readonly status: number;
  readonly type: string;
  readonly headers: { get(name: string): string | null };
  readonly body: Body | null;
}

export interface FetchPorts {
  readonly fetch: (url: string, request: PolicyRequest) => Promise<PolicyResponse>;
  /** `AbortSignal.timeout`: a signal that aborts after so many milliseconds. */
  readonly timeoutSignal: (ms: number) => AbortSignal;
}

/** What a server says of how long its file holds, and by which a second fetch can ask for changes only. */
export interface Validity {
  /** As sent, or `null`. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly cacheControl: string | null;
}

export type FetchedPolicy =
  | { readonly kind: 'file'; readonly bytes: Uint8Array<ArrayBuffer>; readonly validity: Validity }
  | { readonly kind: 'not-modified'; readonly validity: Validity }
  | { readonly kind: 'failed'; readonly failure: FetchFailure; readonly status?: number };

/** What kind of file is asked for. */
export interface WantedFile {
  readonly accept: string;
  readonly maxBytes: number;
  /** What speaks against a file of this media type; `null` where nothing does. */
  readonly typeFailure: (mediaType: string) => FetchFailure | null;
}

const policyFile: WantedFile = {
  accept: 'application/json',
  maxBytes: maxPolicyBytes,
  typeFailure: (mediaType) => {
    if (isHtmlType(mediaType)) return 'html-instead';
    return isJsonType(mediaType) ? null : 'wrong-type';
  },
};

/**
 * The bytes at `url`, fetched by the rules for files whose address a page chose: no cookies, no referrer, no
 * redirects, 5 s, and the size and type that are `wanted`: at first JSON of 256 KiB. `conditions` are `If-None-Match` and `If-Modified-Since`, where known.
 *
 * Which site the address may belong to is for `targetRefusal`; here only its scheme is checked once more. Never
 * throws for what a server or network does.
 */
export async function fetchPolicy(
  url: string,
  ports: FetchPorts,
  conditions: Readonly<Record<string, string>> = {},
  wanted: WantedFile = policyFile,
): Promise<FetchedPolicy> {
  const host = hostOf(url);
  if (host === null || !isAllowedScheme(url, host)) return failed('not-https');
  const signal = ports.timeoutSignal(fetchTimeoutMs);
  try {
    return await answerOf(await ports.fetch(url, requestWith(conditions, signal, wanted)), conditions, wanted);
  } catch {
    // A fetch or a read rejects for time and for the network alike; the signal tells which.
    return failed(signal.aborted ? 'timed-out' : 'network');
  }
}

function requestWith(
  conditions: Readonly<Record<string, string>>,
  signal: AbortSignal,
  { accept }: WantedFile,
): PolicyRequest {
  return {
    method: 'GET',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { Accept: accept, ...conditions },
    signal,
  };
}

async function answerOf(
  response: PolicyResponse,
  conditions: Readonly<Record<string, string>>,
  wanted: WantedFile,
): Promise<FetchedPolicy> {
  if (response.status === 304 && Object.keys(conditions).length > 0)
    return { kind: 'not-modified', validity: validityOf(response) };
  const failure = failureOf(response, wanted);
  if (failure !== null) {
    await dropBody(response.body);
    return failed(failure, response.status);
  }
  const bytes = await readBody(response.body, response.headers.get('content-length'), wanted.maxBytes);
  if (bytes === null) return failed('too-large', response.status);
  return { kind: 'file', bytes, validity: validityOf(response) };
}

function failureOf({ status, type, headers }: PolicyResponse, wanted: WantedFile): FetchFailure | null {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304)) return 'redirected';
  if (status === 404 || status === 410) return 'not-found';
  if (status !== 200) return 'server-error';
  return wanted.typeFailure(mediaTypeOf(headers.get('content-type')));
}

function validityOf({ headers }: PolicyResponse): Validity {
  return {
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    cacheControl: headers.get('cache-control'),
  };
}

function failed(failure: FetchFailure, status = 0): FetchedPolicy {
  return { kind: 'failed', failure, ...(status === 0 ? {} : { status }) };
}
