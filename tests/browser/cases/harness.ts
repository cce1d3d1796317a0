import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Scene } from '../support/scene';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

/** What the other tests rely on. */
export function testHarness(scene: Scene): void {
  test('the demo site is served under its own name', async () => {
    const tab = await scene.driver.open('https://cloudops.example/');
    expect(await tab.evaluate(() => document.querySelector('h1')?.textContent)).toBe('CloudOps');
    expect(await tab.evaluate(() => location.href)).toBe('https://cloudops.example/');
    await tab.close();
  });

  test('what a page sends under another host name is in the server log', async () => {
    scene.server.clearLog();
    const tab = await scene.driver.open('https://cloudops.example/analytics');
    const hits = () => scene.server.requestsTo('region1.google-analytics.com').map(({ secure }) => secure);
    await expect.poll(hits).toContain(true);
    expect(scene.server.requestsTo('www.googletagmanager.com').map(({ url, secure }) => ({ url, secure }))).toEqual([
      { url: 'https://www.googletagmanager.com/gtag/js?id=G-DEMO000001', secure: true },
    ]);
    await tab.close();
  });

  test('the extension opens its popup as a page for one tab', async () => {
    const tab = await scene.driver.open('https://clean.example/');
    const popup = await scene.driver.popup(tab);
    const tabsUrl = await scene.driver.inExtension(async (id) => (await chrome.tabs.get(id)).url, tab.id);
    expect(tabsUrl).toBe('https://clean.example/');
    expect(await popup.evaluate(() => location.search)).toBe(`?tabId=${tab.id}`);
    expect(await popup.evaluate(() => innerWidth)).toBe(400);
    await popup.close();
    await tab.close();
  });

  test('the background stops when told to and wakes with the next request', async () => {
    const tab = await scene.driver.open('https://clean.example/');
    // The page's late requests, such as the one for its icon, would wake it at once.
    await wait(1000);
    await scene.driver.stopBackground();
    expect(await scene.driver.isBackgroundRunning()).toBe(false);
    await tab.reload();
    await expect.poll(() => scene.driver.isBackgroundRunning(), { timeout: 5000 }).toBe(true);
    await tab.close();
  });
}
