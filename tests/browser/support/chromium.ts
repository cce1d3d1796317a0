import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { BrowserContext, Page, Worker } from 'playwright';
import { requireBrowser } from '../../support/find-browser';
import { chromiumBackground } from './chromium-background';
import { openPrivate } from './chromium-private';
import { allowPrivate, reloadExtension, setHostAccess } from './chromium-settings';
import { popupSize } from './driver';
import type { Driver, DriverOptions, Size, Tab } from './driver';
import { builtExtension } from './extension-build';
import { sourceOf } from './source-of';
import { eventually, evaluateOn, extensionPageOn } from './surface';
import type { Surface } from './surface';
import { badgeOf, withTabId } from './tab-ids';

declare const chrome: { readonly webRequest?: { readonly onSendHeaders: { hasListeners(): boolean } } };

/** Chromium with the extension, driven by Playwright; every host is the test server. */
export async function launchChromium(options: DriverOptions): Promise<Driver> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'candor-chromium-')));
  if (options.thirdPartyCookies === true) await allowThirdPartyCookies(profile);
  const context = await chromium.launchPersistentContext(profile, settings(options));
  const leave = async () => {
    await context.close();
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return await driverOn(context, options, leave).catch(async (error: unknown) => {
    await leave();
    throw error;
  });
}

async function driverOn(context: BrowserContext, options: DriverOptions, close: () => Promise<void>): Promise<Driver> {
  const origin = await extensionOrigin(context);
  if (options.allowPrivate === true) await allowPrivate(context, new URL(origin).host);
  const helper = context.pages()[0] ?? (await context.newPage());
  // The manifest as a page: it has the extension's rights and runs none of its code.
  await helper.goto(`${origin}/manifest.json`);
  let asked = helper;
  const inExtension = evaluateOn((expression) => asked.evaluate(expression));
  const background = await chromiumBackground(context, helper, origin);
  const closed = new Promise<void>((done) => context.once('close', () => done()));

  const preparePage = async (before: (() => void) | null, size: Size = popupSize) => {
    const page = await context.newPage();
    await page.setViewportSize(size);
    if (before !== null) await page.addInitScript({ content: sourceOf(before) });
    return async (path: string) => {
      await page.goto(`${origin}/${path}`);
      return extensionPageOn(surfaceOf(page), size, options.colorScheme ?? 'light');
    };
  };
  const extensionPage = async (path: string, size?: Size) => (await preparePage(null, size))(path);
  return {
    name: 'chromium',
    version: `Chromium ${context.browser()?.version() ?? 'of unknown version'}`,
    open: async (url) => {
      const [page, id] = await withTabId(inExtension, () => context.newPage());
      await page.goto(url);
      return tabOf(page, id);
    },
    popup: (tab, size) => extensionPage(`popup.html?tabId=${tab.id}`, size),
    extensionPage,
    preparePage,
    inExtension,
    stopBackground: () => background.stop(),
    isBackgroundRunning: () => background.isRunning(),
    reloadExtension: async () => {
      await reloadExtension(context, new URL(origin).host);
      asked = await context.newPage();
      // Until it is loaded again, its pages are blocked.
      const isThere = () => asked.goto(`${origin}/manifest.json`).then(Boolean, () => false);
      if (!(await eventually(isThere, 10_000))) throw new Error('The extension did not come back.');
    },
    openPrivate: (url) => openPrivate({ inExtension, context, page: helper }, url),
    backgroundHeapBytes: () => background.heapBytes(),
    setHostAccess: (access) => setHostAccess(context, new URL(origin).host, access),
    revokeHosts: () => setHostAccess(context, new URL(origin).host, 'none'),
    badge: (tab) => badgeOf(inExtension, tab.id),
    closed: () => closed,
    close,
  };
}

async function allowThirdPartyCookies(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'));
  const preferences = JSON.stringify({ profile: { cookie_controls_mode: 0 } });
  await writeFile(join(profile, 'Default', 'Preferences'), preferences);
}

function settings(options: DriverOptions) {
  const { port, extensionFolder, otherExtensions = [], headless = true, colorScheme = 'light' } = options;
  const sharing = ['--disable-site-isolation-trials', '--renderer-process-limit=8'];
  const folders = [extensionFolder ?? builtExtension('chromium'), ...otherExtensions].join(',');
  return {
    executablePath: requireBrowser('chromium'),
    headless,
    colorScheme,
    ...(options.recordHar === undefined ? {} : { recordHar: { path: options.recordHar, content: 'omit' as const } }),
    ignoreDefaultArgs: options.keepsLeftPages === true ? ['--disable-back-forward-cache'] : [],
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${folders}`,
      `--load-extension=${folders}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      '--ignore-certificate-errors',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      ...(options.fewProcesses === true ? sharing : []),
    ],
  };
}

/** Playwright reports a worker before its listeners stand: waits for the one that has some; other extensions listen to none. */
async function extensionOrigin(context: BrowserContext): Promise<string> {
  let id = '';
  const isThere = async () => {
    for (const worker of context.serviceWorkers()) if (await listens(worker)) id = new URL(worker.url()).host;
    return id !== '';
  };
  if (!(await eventually(isThere, 10_000))) throw new Error('The extension does not listen to requests.');
  return `chrome-extension://${id}`;
}

const listens = (worker: Worker) => worker.evaluate(() => chrome.webRequest?.onSendHeaders.hasListeners() ?? false);

const tabOf = (page: Page, id: number): Tab => ({
  id,
  goto: async (url) => void (await page.goto(url)),
  reload: async () => void (await page.reload()),
  back: async () => void (await page.goBack()),
  evaluate: evaluateOn((expression) => page.evaluate(expression)),
  close: () => page.close(),
});

const surfaceOf = (page: Page): Surface => ({
  run: (expression) => page.evaluate(expression),
  click: (selector) => page.locator(selector).first().click({ timeout: 5000 }),
  press: (key) => page.keyboard.press(key),
  setViewport: (size) => page.setViewportSize(size),
  setColorScheme: (colorScheme) => page.emulateMedia({ colorScheme }),
  capture: async (path, fullPage) => void (await page.screenshot({ path, fullPage, animations: 'disabled' })),
  close: () => page.close(),
});
