import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Evaluate, PrivateWindow } from './driver';
import { eventually } from './surface';

declare const chrome: WebExtension;

type RunInBrowser = (expression: string) => Promise<unknown>;

/** A private window as its menu opens one, so that it is there for an extension that may not see it too. */
export async function openPrivate(
  { inExtension, runInBrowser }: { inExtension: Evaluate; runInBrowser: RunInBrowser },
  url: string,
): Promise<PrivateWindow> {
  await runInBrowser(`(async () => {
    globalThis.privateWindow = OpenBrowserWindow({ private: true });
    await new Promise((done) => privateWindow.addEventListener('load', done, { once: true }));
    await privateWindow.delayedStartupPromise;
    const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
    privateWindow.gBrowser.fixupAndLoadURIString(${JSON.stringify(url)}, { triggeringPrincipal });
  })()`);
  const tab = 'privateWindow.gBrowser.selectedBrowser';
  const hasLoaded = async () =>
    Boolean(
      await runInBrowser(`${tab}.currentURI.spec === ${JSON.stringify(url)} && !${tab}.webProgress.isLoadingDocument`),
    );
  if (!(await eventually(hasLoaded, 10_000))) throw new Error(`The private window did not load ${url}.`);
  return {
    tabId: await inExtension(async () => (await chrome.tabs.query({})).find(({ incognito }) => incognito)?.id ?? null),
    popupText: () => Promise.resolve(null),
    close: async () => void (await runInBrowser('privateWindow.close()')),
  };
}
