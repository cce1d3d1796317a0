import type { Driver } from './driver';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

/** Visited in private windows only; its policy is read from it. */
export const privateUrl = 'https://cloudops.example/analytics';
/** Hosts that only the private page asks. */
const traces = ['cloudops.example', 'google-analytics.com', 'googletagmanager.com', 'farewell.example'];

export const stored = async ({ inExtension }: Driver) =>
  JSON.stringify(await inExtension(() => chrome.storage.session.get(null)));
export const local = async ({ inExtension }: Driver) =>
  JSON.stringify(await inExtension(() => chrome.storage.local.get(null)));
export const tracesIn = (text: string) => traces.filter((trace) => text.includes(trace));
