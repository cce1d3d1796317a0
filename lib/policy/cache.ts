import * as v from 'valibot';
import type { Validity } from './fetch-rules';

const minuteMs = 60 * 1000;
const dayMs = 24 * 60 * minuteMs;
const shortestMs = 5 * minuteMs;
const longestMs = 7 * dayMs;
const silentMs = dayMs;

const header = v.nullable(v.pipe(v.string(), v.maxLength(1000)));
const validity = v.object({ etag: header, lastModified: header, cacheControl: header });

const entrySchema = v.variant('kind', [
  v.object({
    kind: v.literal('file'),
    /** `null` where the bytes were not UTF-8. */
    text: v.nullable(v.string()),
    sha256: v.string(),
    /** Epoch milliseconds of the last fetch that brought or confirmed it. */
    storedAt: v.number(),
    validity,
  }),
  v.object({
    kind: v.literal('none'),
    failure: v.picklist(['not-found', 'html-instead']),
    status: v.exactOptional(v.number()),
    storedAt: v.number(),
  }),
]);

/**
 * What is kept of one address: the file as it came, or that there is none. Plain JSON.
 *
 * Failures (time, network, refusals, servers in trouble) are never kept: they say nothing about the next try.
 */
export type CacheEntry = v.InferOutput<typeof entrySchema>;

/** Whether what a store gave back is an entry. */
export function isCacheEntry(value: unknown): value is CacheEntry {
  return v.is(entrySchema, value);
}

/** Whether `entry` may be used at `now` (epoch milliseconds) without asking. Not if the clock went back past it. */
export function isFresh(entry: CacheEntry, now: number): boolean {
  const ageMs = now - entry.storedAt;
  return ageMs >= 0 && ageMs < freshForMs(entry);
}

/** The request headers that ask for the file only if it is not the one in `entry`. */
export function conditionsOf(entry: CacheEntry | null): Readonly<Record<string, string>> {
  if (entry?.kind !== 'file') return {};
  const { etag, lastModified } = entry.validity;
  return {
    ...(etag === null ? {} : { 'If-None-Match': etag }),
    ...(lastModified === null ? {} : { 'If-Modified-Since': lastModified }),
  };
}

/** What to keep of a file's headers: one that is too long to be meant is as good as none. */
export function keptValidity({ etag, lastModified, cacheControl }: Validity): Validity {
  const kept = (value: string | null) => (value !== null && value.length <= 1000 ? value : null);
  return { etag: kept(etag), lastModified: kept(lastModified), cacheControl: kept(cacheControl) };
}

function freshForMs(entry: CacheEntry): number {
  if (entry.kind === 'none') return dayMs;
  const maxAgeSeconds = maxAgeOf(entry.validity.cacheControl ?? '');
  if (maxAgeSeconds === null) return silentMs;
  return Math.min(longestMs, Math.max(shortestMs, maxAgeSeconds * 1000));
}

/** `max-age` in seconds; 0 for `no-store` and `no-cache`; `null` where the header says nothing of it. */
function maxAgeOf(cacheControl: string): number | null {
  const directives = cacheControl.split(',').map((directive) => directive.trim().toLowerCase());
  if (directives.some((directive) => directive === 'no-store' || directive === 'no-cache')) return 0;
  for (const directive of directives) {
    const seconds = /^max-age="?([0-9]{1,15})"?$/.exec(directive)?.[1];
    if (seconds !== undefined) return Number(seconds);
  }
  return null;
}
