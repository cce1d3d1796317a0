import { conditionsOf, isFresh, keptValidity, type CacheEntry } from './cache';
import { fetchPolicy, type FetchPorts, type FetchedPolicy } from './fetch-rules';
import type { FetchFailure } from './policy-state';
import { decodeUtf8 } from './read-json';

export interface LookUpPorts extends FetchPorts {
  readonly cache: {
    readonly read: (url: string) => Promise<CacheEntry | null>;
    readonly write: (url: string, entry: CacheEntry) => Promise<void>;
  };
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Lower-case hex. */
  readonly sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
}

/** `fetchedAt` is when the site itself said so, epoch milliseconds; a failure that nobody was asked for has none. */
export type LookUp =
  | {
      readonly kind: 'file';
      /** `null` where the bytes were not UTF-8. */
      readonly text: string | null;
      readonly sha256: string;
      readonly fetchedAt: number;
    }
  | {
      readonly kind: 'failed';
      readonly failure: FetchFailure;
      readonly status?: number;
      readonly fetchedAt?: number;
    };

/** What is at `url`: from the cache while it is fresh, else from the site; `lookAgain` always asks the site. */
export async function lookUp(url: string, lookAgain: boolean, ports: LookUpPorts): Promise<LookUp> {
  const kept = lookAgain ? null : await readKept(url, ports);
  if (kept !== null && isFresh(kept, ports.now())) return fromEntry(kept);
  const fetched = await fetchPolicy(url, ports, conditionsOf(kept));
  const entry = await entryOf(fetched, kept, ports);
  if (entry === null) return failureOf(fetched, ports.now());
  await keep(url, entry, ports);
  return fromEntry(entry);
}

async function readKept(url: string, { cache }: LookUpPorts): Promise<CacheEntry | null> {
  try {
    return await cache.read(url);
  } catch {
    // A store that fails costs a fetch, never the answer.
    return null;
  }
}

async function keep(url: string, entry: CacheEntry, { cache }: LookUpPorts): Promise<void> {
  try {
    await cache.write(url, entry);
  } catch {
    // As above: the next look will ask the site again.
  }
}

/** What to keep of an answer, or `null` for one that says nothing about the next try. */
async function entryOf(
  fetched: FetchedPolicy,
  kept: CacheEntry | null,
  { now, sha256 }: LookUpPorts,
): Promise<CacheEntry | null> {
  if (fetched.kind === 'file') {
    const { bytes, validity } = fetched;
    const text = decodeUtf8(bytes);
    return { kind: 'file', text, sha256: await sha256(bytes), storedAt: now(), validity: keptValidity(validity) };
  }
  if (fetched.kind === 'not-modified') {
    if (kept?.kind !== 'file') return null;
    const { etag, lastModified, cacheControl } = keptValidity(fetched.validity);
    const { validity: before } = kept;
    const validity = {
      etag: etag ?? before.etag,
      lastModified: lastModified ?? before.lastModified,
      cacheControl: cacheControl ?? before.cacheControl,
    };
    return { ...kept, storedAt: now(), validity };
  }
  const { failure, status } = fetched;
  if (failure !== 'not-found' && failure !== 'html-instead') return null;
  return { kind: 'none', failure, ...(status === undefined ? {} : { status }), storedAt: now() };
}

function fromEntry(entry: CacheEntry): LookUp {
  const { storedAt: fetchedAt } = entry;
  if (entry.kind === 'file') return { kind: 'file', text: entry.text, sha256: entry.sha256, fetchedAt };
  const { failure, status } = entry;
  return { kind: 'failed', failure, ...(status === undefined ? {} : { status }), fetchedAt };
}

function failureOf(fetched: FetchedPolicy, fetchedAt: number): LookUp {
  if (fetched.kind !== 'failed') throw new Error(`"${fetched.kind}" without a kept file: only "failed" can come here.`);
  const { failure, status } = fetched;
  return { kind: 'failed', failure, ...(status === undefined ? {} : { status }), fetchedAt };
}
