import { setTimeout as wait } from 'node:timers/promises';
import type { Driver } from './driver';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

const quietMs = 3000;
const limitMs = 60_000;

/**
 * Waits until the extension has stored nothing for some seconds, as before a stop for idleness: browsers wait 30 s
 * without any event before that.
 */
export async function untilStored({ inExtension }: Driver): Promise<void> {
  const stored = () => inExtension(async () => JSON.stringify(await chrome.storage.session.get(null)));
  const end = Date.now() + limitMs;
  let last = await stored();
  let since = Date.now();
  while (Date.now() - since < quietMs) {
    if (Date.now() > end) throw new Error('The extension does not stop storing.');
    await wait(250);
    const now = await stored();
    if (now === last) continue;
    last = now;
    since = Date.now();
  }
}
