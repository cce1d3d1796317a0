import { browser } from './api';
import type { SessionPort } from './session-writer';

/**
 * Session storage: memory of the browser, nothing on disk.
 *
 * Each thing is kept as one text. The quota counts what a browser needs in memory, and for a tab's ledgers as an object
 * that is 3.5 times the length of their JSON in Chromium 156 (1.9 times in Firefox 153): 95 tabs of 31 kB filled it.
 * A text costs Chromium one byte a character and Firefox two.
 */
export const sessionPort: SessionPort = {
  get: async () => {
    const stored: Record<string, unknown> = await browser.storage.session.get(null);
    return Object.fromEntries(Object.entries(stored).map(([key, value]) => [key, fromText(value)]));
  },
  set: (items) =>
    browser.storage.session.set(
      Object.fromEntries(Object.entries(items).map(([key, value]) => [key, JSON.stringify(value)])),
    ),
  remove: (key) => browser.storage.session.remove(key),
};

function fromText(value: unknown): unknown {
  if (typeof value !== 'string') return null; // another's, or of another form
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null; // broken: its tab reads as "could not look"
  }
}
