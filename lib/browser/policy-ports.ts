import type { FetchPorts } from '../policy/fetch-rules';
import { browser } from './api';

/** The browser's own. */
export const fetchPorts: FetchPorts = {
  fetch: (url, request) => fetch(url, request),
  timeoutSignal: (ms) => AbortSignal.timeout(ms),
};

/** Hex SHA-256 of a file, so that a report can say which one it read. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A cache in session storage: memory of the browser, never disk, because it would name the sites visited.
 * Keeps the last `mostEntries` under one prefix; a failing store only costs a fetch.
 */
export class SessionCache<T> {
  constructor(
    readonly prefix: string,
    readonly isEntry: (value: unknown) => value is T,
    readonly mostEntries = 20,
  ) {}

  async read(key: string): Promise<T | null> {
    const id = `${this.prefix}${key}`;
    const stored: Record<string, unknown> = await browser.storage.session.get(id);
    const value = stored[id];
    return this.isEntry(value) ? value : null;
  }

  async write(key: string, entry: T): Promise<void> {
    const stored: Record<string, unknown> = await browser.storage.session.get(null);
    const ids = Object.keys(stored).filter((id) => id.startsWith(this.prefix) && id !== `${this.prefix}${key}`);
    const surplus = ids.slice(0, Math.max(0, ids.length + 1 - this.mostEntries));
    if (surplus.length > 0) await browser.storage.session.remove(surplus);
    await browser.storage.session.set({ [`${this.prefix}${key}`]: entry });
  }
}
