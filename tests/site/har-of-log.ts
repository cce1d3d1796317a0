import type { LoggedRequest } from './server';

/** What the server saw and answered as a HAR file, as a proxy between browser and network would write it. */
export function harOfLog(log: readonly LoggedRequest[]): string {
  const entries = log.map(({ at, method, url, headers, reply }) => ({
    startedDateTime: new Date(at).toISOString(),
    time: 1,
    request: { method, url, headers: listOf(headers) },
    response: { status: reply?.status ?? 101, headers: listOf(reply?.headers ?? {}) },
  }));
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test server', version: '1' }, entries } });
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const listOf = (headers: Headers) =>
  Object.entries(headers).flatMap(([name, values]) => [values ?? []].flat().map((value) => ({ name, value })));
