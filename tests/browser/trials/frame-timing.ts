import type { Driver, Tab } from '../support/driver';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

export interface FrameTiming {
  readonly url: string;
  /** The URLs that it asked for, in their order; at most 250. */
  readonly names: readonly string[];
}

/** The URLs in the resource timing of each document of a tab, as the page itself has them now. */
export async function timingOf(driver: Driver, tab: Tab): Promise<readonly FrameTiming[]> {
  return driver.inExtension(async (tabId) => {
    const answers = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => ({
        url: location.href,
        names: performance.getEntriesByType('resource').map(({ name }) => name),
      }),
    });
    return answers.map(({ result }) => result as FrameTiming);
  }, tab.id);
}
