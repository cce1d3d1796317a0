import puppeteer from 'puppeteer-core';
import type { Browser, KeyInput, LaunchOptions, Page } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { requireBrowser } from '../../support/find-browser';
import { bidiOf, chromeScope, navigateWithoutWaiting } from './bidi';
import { popupSize } from './driver';
import type { Driver, DriverOptions, ExtensionPage, Size, Tab } from './driver';
import { addonIdOf, builtExtension } from './extension-build';
import { runAhead } from './firefox-ahead';
import { panelText } from './firefox-devtools';
import { firefoxBackground } from './firefox-background';
import { setHostAccess } from './firefox-settings';
import { firefoxPrefs } from './firefox-prefs';
import { openPrivate } from './firefox-private';
import type { WithDevtools } from './site-tab';
import { evaluateOn, eventually, extensionPageOn } from './surface';
import type { Surface } from './surface';
import { badgeOf, withTabId } from './tab-ids';

declare const chrome: WebExtension;

const uuid = '11111111-2222-4333-8444-555555555555';
const origin = `moz-extension://${uuid}`;

/** Firefox with the extension, driven over WebDriver BiDi; the test server is its proxy for every host. */
export async function launchFirefox(options: DriverOptions): Promise<Driver & WithDevtools> {
  const folder = options.extensionFolder ?? builtExtension('firefox');
  const addonId = addonIdOf(folder);
  const browser = await puppeteer.launch(settings(options, addonId));
  return await driverOn(browser, options, folder, addonId).catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
}

async function driverOn(
  browser: Browser,
  options: DriverOptions,
  folder: string,
  addonId: string,
): Promise<Driver & WithDevtools> {
  await install(browser, folder, options.allowPrivate ?? false);
  for (const other of options.otherExtensions ?? []) await browser.installExtension(other);
  const runInBrowser = await chromeScope(bidiOf(browser));
  const background = firefoxBackground(runInBrowser, addonId);
  await background.waitUntilRunning();

  // The manifest as a page: it has the extension's rights and runs none of its code.
  const openHelper = async () => {
    const page = await browser.newPage();
    await openExtensionPage(browser, page, 'manifest.json');
    return page;
  };
  let helper = await openHelper();
  const inExtension = evaluateOn((expression) => helper.evaluate(expression));
  const setColorScheme: Surface['setColorScheme'] = async (scheme) =>
    void (await runInBrowser(
      `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme === 'dark' ? 0 : 1})`,
    ));
  const preparePage = async (before: (() => void) | null, size: Size = popupSize) => {
    const page = await browser.newPage();
    await page.setViewport(size);
    if (before !== null) await runAhead(runInBrowser, `${origin}/`, before);
    return async (path: string): Promise<ExtensionPage> => {
      await openExtensionPage(browser, page, path);
      return extensionPageOn({ ...surfaceOf(page), setColorScheme }, size, options.colorScheme ?? 'light');
    };
  };
  const extensionPage = async (path: string, size?: Size) => (await preparePage(null, size))(path);
  const closed = new Promise<void>((done) => void browser.once('disconnected', () => done()));
  return {
    name: 'firefox',
    version: (await browser.version()).replace('firefox/', 'Firefox '),
    open: async (url) => {
      const [page, id] = await withTabId(inExtension, () => browser.newPage());
      await page.goto(url, { waitUntil: 'load' });
      return tabOf(page, id);
    },
    popup: (tab, size) => extensionPage(`popup.html?tabId=${tab.id}`, size),
    extensionPage,
    preparePage,
    inExtension,
    stopBackground: () => background.stop(),
    isBackgroundRunning: () => background.isRunning(),
    reloadExtension: async () => {
      await runInBrowser(`AddonManager.getAddonByID(${JSON.stringify(addonId)}).then((addon) => addon.reload())`);
      await background.waitUntilRunning();
      helper = await openHelper();
    },
    panelText: (url) => panelText(runInBrowser, url),
    openPrivate: (url) => openPrivate({ inExtension, runInBrowser }, url),
    backgroundHeapBytes: () => Promise.resolve(null),
    revokeHosts: async () => void (await inExtension(() => chrome.permissions.remove({ origins: ['<all_urls>'] }))),
    setHostAccess: (access) => setHostAccess(runInBrowser, addonId, access),
    badge: (tab) => badgeOf(inExtension, tab.id),
    closed: () => closed,
    close: () => browser.close(),
  };
}

const settings = (options: DriverOptions, addonId: string): LaunchOptions => ({
  browser: 'firefox',
  executablePath: requireBrowser('firefox'),
  headless: options.headless ?? true,
  acceptInsecureCerts: true,
  // Nobody reads what it would tell of each request.
  networkEnabled: false,
  defaultViewport: null,
  // A flood of 50,000 requests is one call.
  protocolTimeout: 900_000,
  // Without it Firefox refuses to open extension pages.
  args: ['--remote-allow-system-access'],
  ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
  extraPrefsFirefox: {
    ...firefoxPrefs({
      addonId,
      uuid,
      port: options.port,
      colorScheme: options.colorScheme ?? 'light',
      fewProcesses: options.fewProcesses ?? false,
      backgroundIdleMs: options.backgroundIdleMs ?? 30_000,
    }),
    // What is installed for a test goes when the browser ends; its storage stays for the next time.
    ...(options.profile === undefined ? {} : { 'extensions.webextensions.keepStorageOnUninstall': true }),
    ...(options.thirdPartyCookies === true ? { 'network.cookie.cookieBehavior': 0 } : {}),
    ...options.firefoxPrefs,
  },
});

/** Puppeteer's own way cannot say whether private windows are allowed. */
async function install(browser: Browser, path: string, allowPrivate: boolean): Promise<void> {
  const extensionData = { type: 'path', path };
  await bidiOf(browser)('webExtension.install', { extensionData, 'moz:allowPrivateBrowsing': allowPrivate });
}

/** `goto` never settles on extension pages: navigates without waiting, then looks whether the page has loaded. */
async function openExtensionPage(browser: Browser, page: Page, path: string): Promise<void> {
  const url = `${origin}/${path}`;
  await navigateWithoutWaiting(bidiOf(browser), page, url);
  const state = `location.href.startsWith('${origin}') && document.readyState === 'complete'`;
  // While the page changes, the old one may no longer answer.
  const hasLoaded = () => page.evaluate(state).then(Boolean, () => false);
  if (!(await eventually(hasLoaded, 10_000))) throw new Error(`Firefox did not load ${url}.`);
}

const tabOf = (page: Page, id: number): Tab => ({
  id,
  goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
  reload: async () => void (await page.reload({ waitUntil: 'load' })),
  back: async () => void (await page.goBack({ waitUntil: 'load' })),
  evaluate: evaluateOn((expression) => page.evaluate(expression)),
  close: () => page.close(),
});

const surfaceOf = (page: Page): Omit<Surface, 'setColorScheme'> => ({
  run: (expression) => page.evaluate(expression),
  click: (selector) => page.locator(selector).setTimeout(5000).click(),
  press: (key) => pressTogether(page, key.split('+')),
  setViewport: (size) => page.setViewport(size),
  capture: async (path, fullPage) => void (await page.screenshot({ path: asPng(path), fullPage })),
  close: () => page.close(),
});

async function pressTogether(page: Page, keys: readonly string[]): Promise<void> {
  const held = keys.slice(0, -1);
  for (const key of held) await page.keyboard.down(key as KeyInput);
  await page.keyboard.press((keys.at(-1) ?? '') as KeyInput);
  for (const key of held.toReversed()) await page.keyboard.up(key as KeyInput);
}

function asPng(path: string): `${string}.png` {
  if (!path.endsWith('.png')) throw new Error(`A screenshot's name ends in .png, not: ${path}`);
  return path as `${string}.png`;
}
