import type { Evaluate } from './driver';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

/** Runs `open` and answers what it opened together with the extension's id for the new tab. */
export async function withTabId<T>(inExtension: Evaluate, open: () => Promise<T>): Promise<readonly [T, number]> {
  const before = new Set(await tabIds(inExtension));
  const opened = await open();
  const added = (await tabIds(inExtension)).filter((id) => !before.has(id));
  const id = added[0];
  if (id === undefined || added.length > 1) throw new Error(`Expected one new tab, the browser has ${added.length}.`);
  return [opened, id];
}

const tabIds = (inExtension: Evaluate) =>
  inExtension(async () => (await chrome.tabs.query({})).flatMap(({ id }) => (id === undefined ? [] : [id])));

export const badgeOf = (inExtension: Evaluate, id: number) =>
  inExtension((tabId) => chrome.action.getBadgeText({ tabId }), id);
