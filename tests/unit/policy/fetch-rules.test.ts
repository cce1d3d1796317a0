import { expect, test } from 'vitest';
import { fetchPolicy, type PolicyRequest, type PolicyResponse } from '../../../lib/policy/fetch-rules';
import { answer, type Answer, chunked, portsOf } from '../../support/fake-policy-site';

const url = 'https://shop.example/p.json';
const json = { 'content-type': 'application/json' };

async function outcome(given: Answer, address = url) {
  const fetched = await fetchPolicy(address, portsOf({ [address]: given }).ports);
  if (fetched.kind !== 'failed') return fetched.kind;
  return `${fetched.failure} ${fetched.status ?? 'without status'}`;
}

test('a JSON file comes back byte for byte, with what the server says of its validity', async () => {
  const headers = { ...json, etag: '"1"', 'last-modified': 'x', 'cache-control': 'max-age=60' };
  const body = chunked(['{"a":', '1}']);
  expect(await fetchPolicy(url, portsOf({ [url]: { status: 200, headers, body } }).ports)).toEqual({
    kind: 'file',
    bytes: new TextEncoder().encode('{"a":1}'),
    validity: { etag: '"1"', lastModified: 'x', cacheControl: 'max-age=60' },
  });
});

test('the request carries no cookies and no referrer, follows nothing and passes the browser cache by', async () => {
  const seen: PolicyRequest[] = [];
  const { ports } = portsOf({});
  const fetch = (_: string, request: PolicyRequest): Promise<PolicyResponse> => {
    seen.push(request);
    return Promise.resolve(answer({ status: 404 }));
  };
  await fetchPolicy(url, { ...ports, fetch }, { 'If-None-Match': '"1"' });
  expect(seen).toMatchObject([
    {
      method: 'GET',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { Accept: 'application/json', 'If-None-Match': '"1"' },
    },
  ]);
});

test.each([
  [{ status: 200, headers: { 'content-type': 'application/ld+json;charset=utf-8' } }, 'file'],
  [{ status: 200, headers: { 'content-type': 'Application/JSON' } }, 'file'],
  [{ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } }, 'html-instead 200'],
  [{ status: 200, headers: { 'content-type': 'application/xhtml+xml' } }, 'html-instead 200'],
  [{ status: 200, headers: { 'content-type': 'text/plain' } }, 'wrong-type 200'],
  [{ status: 200, headers: { 'content-type': '+json' } }, 'wrong-type 200'],
  [{ status: 200, headers: {} }, 'wrong-type 200'],
  [{ status: 404, headers: json }, 'not-found 404'],
  [{ status: 410, headers: json }, 'not-found 410'],
  [{ status: 401, headers: json }, 'server-error 401'],
  [{ status: 403, headers: json }, 'server-error 403'],
  [{ status: 500, headers: json }, 'server-error 500'],
  [{ status: 206, headers: json }, 'server-error 206'],
  [{ status: 304, headers: json }, 'server-error 304'],
  [{ status: 302, headers: { ...json, location: 'http://127.0.0.1/' } }, 'redirected 302'],
  [{ status: 0, type: 'opaqueredirect' }, 'redirected without status'],
  ['network', 'network without status'],
  ['timeout', 'timed-out without status'],
  [{ status: 200, headers: json, body: chunked(['{', 'timeout']) }, 'timed-out without status'],
  [{ status: 200, headers: json, body: chunked(['{', 'network']) }, 'network without status'],
] as const)('%j is taken for %s', async (given, expected) => {
  expect(await outcome(given)).toBe(expected);
});

test.each([
  ['http://shop.example/p.json', 'not-https without status'],
  ['ftp://shop.example/p.json', 'not-https without status'],
  ['http://localhost:3000/p.json', 'file'],
  ['http://app.localhost/p.json', 'file'],
])('%s is answered by %s', async (address, expected) => {
  expect(await outcome({ status: 200, headers: json }, address)).toBe(expected);
});

test('256 KiB are read, one byte more is not, and the rest is not fetched', async () => {
  const limit = 256 * 1024;
  const body = (...sizes: readonly number[]) => chunked(sizes.map((size) => 'x'.repeat(size)));
  expect(await outcome({ status: 200, headers: json, body: body(limit - 1, 1) })).toBe('file');
  const long = body(limit, 1, 1, 1);
  expect(await outcome({ status: 200, headers: json, body: long })).toBe('too-large 200');
  expect(long).toMatchObject({ reads: 2, isCancelled: true });
});

test('a length announced as too long is believed, a short one is not', async () => {
  const body = chunked(['x']);
  expect(await outcome({ status: 200, headers: { ...json, 'content-length': '262145' }, body })).toBe('too-large 200');
  expect(body).toMatchObject({ reads: 0, isCancelled: true });
  const lying = chunked(['x'.repeat(262145)]);
  expect(await outcome({ status: 200, headers: { ...json, 'content-length': '1' }, body: lying })).toBe(
    'too-large 200',
  );
});

test('the body of an answer that is no file is not read', async () => {
  const body = chunked(['<html>']);
  expect(await outcome({ status: 200, headers: { 'content-type': 'text/html' }, body })).toBe('html-instead 200');
  expect(body).toMatchObject({ reads: 0, isCancelled: true });
});
