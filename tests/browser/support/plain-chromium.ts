import puppeteer from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { requireBrowser } from '../../support/find-browser';
import { builtExtension } from './extension-build';
import { evaluateOn, eventually } from './surface';
import type { PageOpener } from './site-tab';
import { withTabId } from './tab-ids';

declare const chrome: WebExtension;

export interface PlainChromium extends PageOpener {
  /** Ends the background at once, whatever it is doing; the next event wakes it. */
  stopBackground(): Promise<void>;
}

/**
 * Chromium as people have it, with the extension; every host is the test server. Playwright's never prerenders and
 * does not partition the storage of third parties.
 */
export async function launchPlainChromium(port: number): Promise<PlainChromium> {
  const browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    headless: true,
    pipe: true,
    enableExtensions: [builtExtension('chromium')],
    args: [
      '--no-sandbox',
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      '--ignore-certificate-errors',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return await openerOn(browser).catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
}

async function openerOn(browser: Browser): Promise<PlainChromium> {
  const worker = await browser.waitForTarget((target) => target.url().startsWith('chrome-extension://'));
  const devtools = await browser.target().createCDPSession();
  const helper = await browser.newPage();
  // The manifest as a page: it has the extension's rights and runs none of its code.
  await helper.goto(new URL('/manifest.json', worker.url()).href);
  const inExtension = evaluateOn((expression) => helper.evaluate(expression));
  const answers = () =>
    inExtension(() =>
      chrome.runtime.sendMessage(null).then(
        () => true,
        () => false,
      ),
    );
  if (!(await eventually(answers, 5000))) throw new Error('The extension does not listen.');
  return {
    inExtension,
    open: async (url) => {
      const [page, id] = await withTabId(inExtension, () => browser.newPage());
      await page.goto(url);
      return { id };
    },
    stopBackground: async () => {
      const { targetInfos } = await devtools.send('Target.getTargets');
      const { origin } = new URL(worker.url());
      const running = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
      if (running !== undefined) await devtools.send('Target.closeTarget', { targetId: running.targetId });
    },
    close: () => browser.close(),
  };
}
