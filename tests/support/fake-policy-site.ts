import { createHash } from 'node:crypto';
import type { CacheEntry } from '../../lib/policy/cache';
import type { PolicyRequest, PolicyResponse } from '../../lib/policy/fetch-rules';
import type { LookUpPorts } from '../../lib/policy/look-up';
import type { Body } from '../../lib/policy/read-body';

export interface GivenResponse {
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
}

/** What a server or the network does when asked: answer, refuse the connection, or never come back. */
export type Answer = GivenResponse | 'network' | 'timeout';

export interface FakeSite {
  readonly ports: LookUpPorts;
  readonly requests: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[];
  readonly kept: Map<string, CacheEntry>;
}

/** Ports that ask a table instead of the network; addresses that are not in it answer 404. */
export function portsOf(answers: Readonly<Record<string, Answer>>, now: () => number = () => 0): FakeSite {
  const requests: FakeSite['requests'] = [];
  const kept = new Map<string, CacheEntry>();
  let isOver = false;
  const fetch = (url: string, { headers }: PolicyRequest): Promise<PolicyResponse> => {
    requests.push({ url, headers });
    const given = answers[url] ?? { status: 404 };
    const over = () => (isOver = true);
    if (typeof given !== 'string') return Promise.resolve(answer(given, over));
    if (given === 'timeout') over();
    return Promise.reject(new TypeError(given));
  };
  const ports: LookUpPorts = {
    fetch,
    timeoutSignal: () => fakeSignal(() => isOver),
    cache: {
      read: (url) => Promise.resolve(kept.get(url) ?? null),
      write: (url, entry) => {
        kept.set(url, entry);
        return Promise.resolve();
      },
    },
    now,
    sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
  };
  return { ports, requests, kept };
}

export function answer({ status, type = 'basic', headers = {}, body }: GivenResponse, over = () => {}): PolicyResponse {
  if (body instanceof Chunked) body.onTimeout = over;
  return { status, type, headers: { get: (name) => headers[name] ?? null }, body: body ?? null };
}

/** A JSON file as a server sends it. */
export function jsonFile(value: unknown, headers: Readonly<Record<string, string>> = {}): GivenResponse {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { status: 200, headers: { 'content-type': 'application/json', ...headers }, body: new Chunked([text], true) };
}

/** A body that arrives in pieces; the pieces `timeout` and `network` are the end of it. */
export function chunked(pieces: readonly string[]): Chunked {
  return new Chunked(pieces, false);
}

class Chunked implements Body {
  reads = 0;
  isCancelled = false;
  onTimeout = () => {};

  constructor(
    readonly pieces: readonly string[],
    readonly isRepeatable: boolean,
  ) {}

  getReader() {
    if (this.isRepeatable) this.reads = 0;
    return {
      read: () => {
        const piece = this.pieces[this.reads];
        if (piece === 'timeout') this.onTimeout();
        if (piece === 'timeout' || piece === 'network') return Promise.reject(new TypeError(piece));
        if (piece === undefined) return Promise.resolve({ done: true });
        this.reads += 1;
        return Promise.resolve({ done: false, value: new TextEncoder().encode(piece) });
      },
      cancel: () => {
        this.isCancelled = true;
        return Promise.resolve();
      },
    };
  }
}

function fakeSignal(isAborted: () => boolean): AbortSignal {
  const { signal } = new AbortController();
  return Object.defineProperty(signal, 'aborted', { get: isAborted });
}
