import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Driver } from '../support/driver';
import { local, privateUrl, stored, tracesIn } from '../support/private-traces';
import type { Scene } from '../support/scene';
import { readReport } from '../support/site-report';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

/** Candor is not allowed in private windows, as it is at first. */
export function testPrivateWindows(scene: Scene): void {
  test('a private window is not seen, and the other windows are seen as before', async () => {
    const { driver, server } = scene;
    server.clearLog();
    const tab = await driver.open('https://clean.example/');
    const [localBefore, keysBefore] = [await local(driver), await sessionKeys(driver)];
    const window = await driver.openPrivate(privateUrl);
    expect(window.tabId).toBeNull();
    await expect.poll(() => server.requestsTo('region1.google-analytics.com').length, { timeout: 5000 }).toBe(2);
    await wait(1500);
    expect(tracesIn(await stored(driver))).toEqual([]);
    // Tabs of tests before this one may still go.
    expect((await sessionKeys(driver)).filter((key) => !keysBefore.includes(key))).toEqual([]);
    expect(await local(driver)).toBe(localBefore);
    await window.close();
    await tab.reload();
    const { coverage } = await readReport({ evaluate: driver.inExtension }, tab);
    expect(coverage.kind).toBe('all');
  });
}

const sessionKeys = ({ inExtension }: Driver) =>
  inExtension(async () => Object.keys(await chrome.storage.session.get(null)).sort());
