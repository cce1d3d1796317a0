import puppeteer from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { requireBrowser } from '../../support/find-browser';
import { builtExtension } from './extension-build';
import { evaluateOn, eventually } from './surface';
import type { PageOpener, WithDevtools } from './site-tab';
import { withTabId } from './tab-ids';

declare const chrome: WebExtension;

export interface PlainChromium extends PageOpener, WithDevtools {
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
    panelText: (url) => panelText(browser, url),
    stopBackground: async () => {
      const { targetInfos } = await devtools.send('Target.getTargets');
      const { origin } = new URL(worker.url());
      const running = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
      if (running !== undefined) await devtools.send('Target.closeTarget', { targetId: running.targetId });
    },
    close: () => browser.close(),
  };
}

async function panelText(browser: Browser, url: string): Promise<string> {
  const page = (await browser.pages()).find((it) => it.url() === url);
  const tools = await page?.openDevTools();
  if (tools === undefined) throw new Error(`No tab shows ${url}.`);
  const select = () => tools.evaluate(selectPanel).then(Boolean, () => false);
  if (!(await eventually(select, 10_000))) throw new Error('The developer tools have no panel of ours.');
  let text: string | null = null;
  const isThere = async () => {
    const panel = tools.frames().find((frame) => frame.url().includes('/audit.html'));
    text = (await panel?.evaluate(() => document.querySelector('#findings') && document.body.innerText)) ?? null;
    return text !== null;
  };
  if (!(await eventually(isThere, 10_000))) throw new Error('The panel does not show.');
  await tools.close();
  return text ?? '';
}

/** For the developer tools' own page; whether there is a panel of an extension. As text: it imports what only is there. */
const selectPanel = `import('./ui/legacy/legacy.js').then(async ({ InspectorView }) => {
  const views = InspectorView.InspectorView.instance();
  const id = views.tabbedPane.tabIds().find((it) => it.includes('chrome-extension://'));
  if (id !== undefined) await views.showPanel(id);
  return id !== undefined;
})`;
