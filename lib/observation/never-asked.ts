import { isThisDevice } from '../party/is-local';

/** What a frame's resource timing lists. `at` and `answerAt` are epoch milliseconds. */
export interface ListedResource {
  readonly url: string;
  /** `initiatorType`. */
  readonly type: string;
  readonly at: number;
  /** As the browser tells them; the answer's time and status are 0 where it keeps them from the page. */
  readonly status?: number;
  readonly bytes?: number;
  readonly tookMs?: number;
  readonly answerAt?: number;
}

/** What the page's content security policy refused to load. */
export interface RefusedLoad {
  /** Without fragment; of a frame only the origin. */
  readonly url: string;
  /** `img-src`, `frame-src` … */
  readonly directive: string;
}

/**
 * Whether a resource that the page lists was certainly never asked for. Where this is not certain, it is `false`.
 *
 * Seen in Chromium 156 and Firefox ESR 153, 2026-11-22:
 * - Firefox lists what an extension or its tracking protection stopped, with status, size and duration 0 at a time of
 *   its own; what comes from a cache has a status there. What a content security policy or the rule against mixed
 *   content refused it does not list.
 * - Chromium lists all of these. Of what was stopped nothing tells it from what was loaded (for hosts that do not allow
 *   timing); but the page can be asked what its policy refused, and a refused load takes no time, like one from the
 *   memory cache. One that was redirected to what is refused took time: it was asked for.
 *
 * "No time" is 0 to 0.1 ms, seen under load; a request over a network takes longer than the limit set here.
 */
export function wasNeverAsked(resource: ListedResource, refused: readonly RefusedLoad[], frameUrl: string): boolean {
  return wasStopped(resource) || wasRefused(resource, refused) || isMixedContent(resource, frameUrl);
}

const frameTypes = /^(iframe|frame|embed|object)$/;
const frameDirectives = /^(frame-src|child-src|object-src)$/;
/** Images and media are asked for over https instead. */
const neverMixed = /^(script|link|css|fetch|xmlhttprequest|iframe|frame)$/;

function isNoTime(tookMs: number | undefined): boolean {
  return tookMs !== undefined && tookMs < 10;
}

function wasStopped({ status, bytes, tookMs, answerAt = 0 }: ListedResource): boolean {
  return status === 0 && bytes === 0 && isNoTime(tookMs) && answerAt > 0;
}

function wasRefused({ url, type, tookMs }: ListedResource, refused: readonly RefusedLoad[]): boolean {
  if (refused.length === 0) return false;
  const bare = url.split('#', 1)[0] ?? '';
  const isFrame = frameTypes.test(type);
  const origin = isFrame ? URL.parse(url)?.origin : null;
  return refused.some((load) =>
    isFrame ? frameDirectives.test(load.directive) && load.url === origin : isNoTime(tookMs) && load.url === bare,
  );
}

function isMixedContent({ url, type, tookMs }: ListedResource, frameUrl: string): boolean {
  if (!url.startsWith('http:') || !frameUrl.startsWith('https:') || !neverMixed.test(type)) return false;
  const host = URL.parse(url)?.hostname ?? '';
  return !isThisDevice(host) && (isNoTime(tookMs) || frameTypes.test(type));
}
