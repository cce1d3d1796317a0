import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoSite } from '../site/demo-site';
import type { SiteServer } from '../site/server';
import { browserNames } from './support/driver';
import type { Driver } from './support/driver';
import { launch } from './support/launch';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

describe.each(browserNames)('in %s', (name) => {
  let server: SiteServer;
  let driver: Driver;

  beforeAll(async () => {
    server = await startDemoSite();
    driver = await launch(name, { port: server.port });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  test('the demo site is served under its own name', async () => {
    const tab = await driver.open('https://cloudops.example/');
    expect(await tab.evaluate(() => document.querySelector('h1')?.textContent)).toBe('CloudOps');
    expect(await tab.evaluate(() => location.href)).toBe('https://cloudops.example/');
    await tab.close();
  });

  test('what a page sends under another host name is in the server log', async () => {
    server.clearLog();
    const tab = await driver.open('https://cloudops.example/analytics');
    await expect.poll(() => server.requestsTo('region1.google-analytics.com').length, { timeout: 5000 }).toBe(2);
    expect(server.requestsTo('www.googletagmanager.com').map(({ url, secure }) => ({ url, secure }))).toEqual([
      { url: 'https://www.googletagmanager.com/gtag/js?id=G-DEMO000001', secure: true },
    ]);
    await tab.close();
  });

  test('the extension opens its popup as a page for one tab', async () => {
    const tab = await driver.open('https://clean.example/');
    const popup = await driver.popup(tab);
    const tabsUrl = await driver.inExtension(async (id) => (await chrome.tabs.get(id)).url, tab.id);
    expect(tabsUrl).toBe('https://clean.example/');
    expect(await popup.evaluate(() => location.search)).toBe(`?tabId=${tab.id}`);
    expect(await popup.evaluate(() => innerWidth)).toBe(400);
    await popup.close();
    await tab.close();
  });

  test('the background stops when told to and wakes with the next request', async () => {
    const tab = await driver.open('https://clean.example/');
    // The page's late requests, such as the one for its icon, would wake it at once.
    await wait(1000);
    await driver.stopBackground();
    expect(await driver.isBackgroundRunning()).toBe(false);
    await tab.reload();
    await expect.poll(() => driver.isBackgroundRunning(), { timeout: 5000 }).toBe(true);
    await tab.close();
  });

  test('without its hosts the extension can no longer see sites', async () => {
    const mayLook = () => driver.inExtension(() => chrome.permissions.contains({ origins: ['<all_urls>'] }));
    expect(await mayLook()).toBe(true);
    await driver.revokeHosts();
    await expect.poll(mayLook, { timeout: 5000 }).toBe(false);
  });
});
