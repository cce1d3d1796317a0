import type { Driver, Evaluate } from './driver';
import { evaluateOn, eventually } from './surface';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

/**
 * A tab with a page of the document sites. Once opened it is driven with the extension's rights alone: it may be
 * discarded, show an error or come out of the back/forward cache, which the automation libraries do not follow.
 */
export interface SiteTab {
  readonly id: number;
  /** Begins to go there, as a link of the page does; `arrive` tells when it is there. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Waits until a page called `as` has loaded, another one than `after`, and answers its full name. */
  arrive(as: string, after?: string): Promise<string>;
  readonly evaluate: Evaluate;
  close(): Promise<void>;
}

/** What it takes to open a page and to ask the extension of it. */
export interface PageOpener extends Pick<Driver, 'inExtension' | 'close'> {
  open(url: string): Promise<{ readonly id: number }>;
}

/** A browser whose developer tools can be opened. */
export interface WithDevtools {
  /** What Candor's panel in the developer tools of the tab with this address shows, once it has a report. */
  panelText(url: string): Promise<string>;
}

/** Opens a tab and waits until the page called `as` has loaded; answers its full name too. */
export async function openPage(driver: PageOpener, url: string, as: string): Promise<readonly [SiteTab, string]> {
  const tab = siteTab(driver, (await driver.open(url)).id);
  return [tab, await tab.arrive(as)];
}

export function siteTab({ inExtension }: Pick<PageOpener, 'inExtension'>, id: number): SiteTab {
  const evaluate = evaluateOn((source) => inExtension(runInPage(id, source)));
  return {
    id,
    goto: (url) => evaluate((to) => void (location.href = to), url),
    reload: async () => inExtension((tab) => chrome.tabs.reload(tab), id),
    back: async () => inExtension((tab) => chrome.tabs.goBack(tab), id),
    forward: async () => inExtension((tab) => chrome.tabs.goForward(tab), id),
    arrive: async (as, after) => {
      let shown = '';
      // While the page changes, the old one may no longer answer.
      const isThere = async () => {
        shown = (await evaluate(nameOfPage).catch(() => null)) ?? '';
        return shown.startsWith(`${as}-`) && shown !== after;
      };
      if (await eventually(isThere, 10_000)) return shown;
      throw new Error(`The tab did not show "${as}" but "${shown}".`);
    },
    evaluate,
    close: async () => inExtension((tab) => chrome.tabs.remove(tab), id),
  };
}

/** A function for the extension that evaluates `source` in the page's own world. */
function runInPage(id: number, source: string): () => Promise<unknown> {
  const target = `{ tabId: ${id} }`;
  const text = `async () => {
    const details = { target: ${target}, world: 'MAIN', injectImmediately: true, func: () => ${source} };
    const [answer] = await chrome.scripting.executeScript(details);
    return answer?.result ?? null;
  }`;
  return Object.assign(() => Promise.resolve(), { toString: () => text });
}

/** `null` where the page is not there yet, or is another's. */
function nameOfPage(): string | null {
  return document.readyState === 'complete' ? String(Reflect.get(self, 'me')) : null;
}
