import type { ResponseHeader } from '../../catalogue/catalogue';
import type { RequestStep } from '../../observation/request';
import { isExtensionUrl } from '../../observation/sample-url';
import { setCookieHeaders } from './har-cookies';
import { headerIn } from './header-in';
import type { HarEntry, HarResponse } from './har-schema';
import { type HarType, typeOfEntry } from './har-types';

/** One entry of a HAR file, as far as the recorder is told of it. Holds URLs whole: it is not kept. */
export interface HarRequest {
  /** Position in `log.entries`. */
  readonly index: number;
  readonly pageref: string | null;
  readonly url: string;
  readonly type: HarType;
  readonly method: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who asked, as `RequestRecord.initiator`. */
  readonly initiator: string | null;
  /** `Sec-Fetch-Dest`, `null` where it was not told. */
  readonly fetchDest: string | null;
  /** Playwright's name for the frame. */
  readonly frameRef: string | null;
  /** Address of the document in whose HTML it stands. */
  readonly parsedIn: string | null;
  /** Origin or address in `Referer`. */
  readonly referer: string | null;
  /** Where the answer sends on to, absolute. */
  readonly redirectTo: string | null;
  /** 0 where there was no answer. */
  readonly isAnswered: boolean;
  /** 0 where there was no answer. */
  readonly status: number;
  /** Nothing left the browser: it lay in a cache, or a service worker had it. */
  readonly isListed: boolean;
  /** Whether it went out, failed or was stopped is not told. */
  readonly isUncertain: boolean;
  readonly steps: readonly RequestStep[];
}

/** What an entry tells of its request; `at` is its beginning in epoch milliseconds, `creator` who wrote the file. */
export function harRequest(entry: HarEntry, index: number, at: number, creator: string): HarRequest {
  const { request, response } = entry;
  const { url } = request;
  const asked = (name: string) => headerIn(request.headers, name);
  const fetchDest = asked('sec-fetch-dest')?.toLowerCase() ?? null;
  const isAhead = asked('sec-purpose') !== null;
  const redirectTo = redirectOf(url, response);
  const type = typeOfEntry(entry, fetchDest);
  const told = entry._candor?.outcome;
  const hasStatus = response !== undefined && response.status >= 100 && response.status < 600;
  const isAnswered = hasStatus || told === 'sent' || told === 'listed';
  const isListed = isAnswered && (told === 'listed' || isFromCache(entry, creator));
  const { steps, isUncertain } = isListed
    ? { steps: [], isUncertain: false }
    : stepsOf(entry, { redirectTo, isAnswered, at });
  return {
    ...{ index, url, at, fetchDest, redirectTo, isAnswered, isListed, isUncertain, steps },
    status: hasStatus ? response.status : 0,
    pageref: entry.pageref ?? null,
    // What is fetched ahead is no document yet.
    type: type === 'document' && isAhead ? 'other' : type,
    method: (request.method ?? 'GET').toUpperCase().slice(0, 20),
    initiator: extensionBehind(entry) ?? asked('origin') ?? asked('referer'),
    frameRef: entry._frameref ?? null,
    parsedIn: entry._initiator?.type === 'parser' ? (entry._initiator.url ?? null) : null,
    referer: asked('referer'),
  };
}

interface Outcome {
  readonly redirectTo: string | null;
  readonly isAnswered: boolean;
  readonly at: number;
}

function stepsOf(entry: HarEntry, { redirectTo, isAnswered, at }: Outcome) {
  const { request, response } = entry;
  const error = errorOf(entry);
  const headers = response === undefined ? [] : keptHeaders(response, at);
  // The browser answered by itself (HSTS and the like): nothing went out.
  const isInternal = redirectTo !== null && headerIn(response?.headers ?? [], 'non-authoritative-reason') !== null;
  const told = entry._candor?.outcome;
  const wasHeld = entry._wasAborted === true || entry._wasFulfilled === true || told === 'stopped' || isBlocked(entry);
  const wasSent = !wasHeld && !isInternal && (isAnswered || isHeadSent(request.headers));
  const steps: RequestStep[] = wasSent ? [{ kind: 'sent' }] : [];
  if (isAnswered && !wasHeld) steps.push({ kind: 'headers', headers });
  if (wasHeld) steps.push({ kind: 'failed', error: stopped });
  else if (redirectTo !== null) steps.push({ kind: 'redirected', to: redirectTo });
  else if (error !== null) steps.push({ kind: 'failed', error });
  else if (isAnswered) steps.push({ kind: 'completed', fromCache: false });
  else if (!wasSent) steps.push({ kind: 'failed', error: noOutcome });
  return { steps, isUncertain: !isAnswered && !wasHeld && !wasSent && error === null && told === undefined };
}

/** A test script or the browser kept it back; its name is what Chromium says of what a client stops. */
const stopped = 'net::ERR_BLOCKED_BY_CLIENT';
/** Neither answer nor error stands in the file. */
const noOutcome = 'har:no-outcome';

/** Only what looks like a browser's own error name: other text may hold anything. */
function errorOf({ response }: HarEntry): string | null {
  const told = response?._error ?? response?._failureText ?? '';
  if (told === '') return null;
  return /^(net::ERR_|NS_|SEC_|SSL_|MOZILLA_PKIX_)\w{1,80}$/.test(told) ? told : 'har:failed';
}

function isBlocked({ _blocked: blocked, response }: HarEntry): boolean {
  const isSaid = [blocked, response?._blocked].some((it) => it === true || typeof it === 'string');
  return isSaid && (response === undefined || response.status <= 0);
}

/** Chromium adds `:authority`, the host of the request's head, when the head is sent and not before. */
function isHeadSent(headers: HarEntry['request']['headers']): boolean {
  return headerIn(headers, ':authority') !== null;
}

function isFromCache({ _fromCache, cache, response }: HarEntry, creator: string): boolean {
  if (response?._fetchedViaServiceWorker === true) return true;
  if (_fromCache === 'memory' || _fromCache === 'disk' || _fromCache === true) return true;
  // Firefox has this member for what came from its cache, and for nothing else; others also where it went there.
  const isTold = typeof cache === 'object' && cache !== null && Object.hasOwn(cache, 'afterRequest');
  return creator === 'Firefox' && isTold && response?.status !== 304;
}

function redirectOf(url: string, response: HarResponse | undefined): string | null {
  if (response === undefined || response.status < 300 || response.status >= 400 || response.status === 304) return null;
  const to = response.redirectURL ?? '';
  const target = to === '' ? (headerIn(response.headers, 'location') ?? '') : to;
  return target === '' ? null : (URL.parse(target, url)?.href ?? null);
}

/** The headers that the recorder reads, cut to a size that it may look at; of cookies, no values. */
function keptHeaders(response: HarResponse, at: number): readonly ResponseHeader[] {
  const others = response.headers
    .map(({ name, value }) => ({ name: name.toLowerCase(), value: value.slice(0, 8192) }))
    .filter(({ name }) => name !== 'set-cookie');
  return [...others, ...setCookieHeaders(response, at)];
}

/** The extension that started it: by itself, or by a script of its own with none of the page's above it. */
function extensionBehind({ _initiator: initiator }: HarEntry): string | null {
  const frames = initiator?.stack?.callFrames.map(({ url }) => url) ?? [];
  const told = initiator?.url ?? (frames.every((url) => isExtensionUrl(url)) ? frames[0] : undefined);
  return told !== undefined && isExtensionUrl(told) ? told : null;
}
