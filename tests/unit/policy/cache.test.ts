import { expect, test } from 'vitest';
import { conditionsOf, isCacheEntry, isFresh, type CacheEntry } from '../../../lib/policy/cache';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const file = (cacheControl: string | null, more: object = {}): CacheEntry => ({
  kind: 'file',
  text: '{}',
  sha256: '0',
  storedAt: 1000,
  validity: { etag: null, lastModified: null, cacheControl, ...more },
});

test.each([
  [null, dayMs],
  ['private', dayMs],
  ['max-age=x', dayMs],
  ['max-age=-1', dayMs],
  ['public, max-age=3600', 60 * minuteMs],
  ['Max-Age="3600"', 60 * minuteMs],
  ['max-age=0', 5 * minuteMs],
  ['no-store, max-age=3600', 5 * minuteMs],
  ['no-cache', 5 * minuteMs],
  ['s-maxage=9, max-age=31536000', 7 * dayMs],
  ['max-age=99999999999999', 7 * dayMs],
])('with Cache-Control %j a file is fresh for %d ms', (cacheControl, ms) => {
  expect(isFresh(file(cacheControl), 1000 + ms - 1)).toBe(true);
  expect(isFresh(file(cacheControl), 1000 + ms)).toBe(false);
});

test('that there is none is kept for a day', () => {
  const none: CacheEntry = { kind: 'none', failure: 'not-found', status: 404, storedAt: 1000 };
  expect(isFresh(none, 1000 + dayMs - 1)).toBe(true);
  expect(isFresh(none, 1000 + dayMs)).toBe(false);
});

test('an entry from the future is not fresh', () => {
  expect(isFresh(file(null), 999)).toBe(false);
});

test('a file is asked for again by what its server said of it', () => {
  expect(conditionsOf(file(null, { etag: '"1"', lastModified: 'x' }))).toEqual({
    'If-None-Match': '"1"',
    'If-Modified-Since': 'x',
  });
  expect(conditionsOf(file(null))).toEqual({});
  expect(conditionsOf(null)).toEqual({});
});

test('what a store gives back is an entry only if it looks like one', () => {
  expect(isCacheEntry(file(null))).toBe(true);
  expect(isCacheEntry({ kind: 'none', failure: 'html-instead', storedAt: 1 })).toBe(true);
  expect(isCacheEntry({ kind: 'none', failure: 'timed-out', storedAt: 1 })).toBe(false);
  expect(isCacheEntry({ ...file(null), validity: undefined })).toBe(false);
  expect(isCacheEntry(undefined)).toBe(false);
});
