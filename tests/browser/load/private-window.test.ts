import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditOf } from '../support/audit-page';
import { axeViolations } from '../support/axe';
import { browserNames } from '../support/driver';
import { setScene } from '../support/scene';
import { readReport } from '../support/site-report';
import { local, privateUrl, stored, tracesIn } from '../support/private-traces';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

describe.each(browserNames)('in %s, allowed in private windows', (name) => {
  const scene = setScene(name, { allowPrivate: true });
  let localBefore = '';

  beforeAll(async () => {
    // So that "nothing changed" says more than "nothing was there".
    await scene.driver.inExtension(() => chrome.storage.local.set({ kept: 'from before' }));
    await scene.driver.open('https://clean.example/');
    localBefore = await local(scene.driver);
  });

  test('the popup of a private tab works, reads the policy and says that the window is private', async () => {
    const window = await scene.driver.openPrivate(privateUrl);
    const popup = await scene.driver.extensionPage(`popup.html?tabId=${String(window.tabId)}`);
    await popup.waitForText('This site names 9 outside services', 10_000);
    await popup.waitForText('This is a private window');
    expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
    const opened = await window.popupText();
    if (opened !== null) expect(opened).toMatch(/cloudops\.example[^]*This is a private window/);
    await window.close();
  });

  test.each([
    ['', false],
    [' after a stop of the background', true],
  ])('nothing of a private window outlives it%s', async (_, isStopped) => {
    const { driver } = scene;
    const window = await driver.openPrivate(privateUrl);
    await driver.inExtension(sayFarewell, window.tabId ?? -1);
    const popup = await driver.extensionPage(`popup.html?tabId=${String(window.tabId)}`);
    await popup.waitForText('This site names 9 outside services', 10_000);
    await popup.close();
    expect(tracesIn(await stored(driver))).toContain('cloudops.example');
    if (isStopped) await driver.stopBackground();
    scene.server.clearLog();
    await window.close();
    await expect.poll(async () => tracesIn(await stored(driver)), { timeout: 10_000 }).toEqual([]);
    // The page's last beacon comes when its tab is gone; Chromium ends it together with the window.
    const farewells = () => scene.server.requestsTo('farewell.example').length;
    if (name === 'firefox') await expect.poll(farewells, { timeout: 5000 }).toBe(1);
    await wait(2500);
    const left = await stored(driver);
    expect(tracesIn(left)).toEqual([]);
    expect(left).not.toContain(`tab:${String(window.tabId)}`);
    expect(await local(driver)).toBe(localBefore);
  });

  test('an audit opens the page in a private window; that one’s audit is its own, and goes with it', async () => {
    const { driver } = scene;
    const tab = await driver.open(privateUrl);
    const usual = auditOf(driver.inExtension, tab);
    const openPage = await driver.preparePage(null, { width: 1280, height: 900 }); // in the usual window
    const { isDone } = await usual.step({ kind: 'open-private' });
    expect(isDone).toBe(true);
    const privateTabs = () =>
      driver.inExtension(async () =>
        (await chrome.tabs.query({})).flatMap(({ id = -1, incognito, url }) => (incognito ? [{ id, url }] : [])),
      );
    await expect.poll(async () => (await privateTabs()).map(({ url }) => url)).toEqual([privateUrl]);
    const [{ id } = { id: -1 }] = await privateTabs();

    const page = await openPage(`audit.html?tabId=${id}`);
    const audit = auditOf(page.evaluate, { id });
    await page.waitFor('[data-notice="private"]', 10_000);
    const { report } = await audit.step({ kind: 'look' });
    expect(report.pages.map(({ url }) => url)).toEqual([privateUrl]);
    await expect.poll(async () => (await audit.step({ kind: 'look' })).report.rows.length).toBeGreaterThan(0);
    const before = (await usual.step({ kind: 'look' })).report.pages.length;
    await driver.inExtension((tabId) => chrome.tabs.remove(tabId), id);
    await page.waitForText('The last private window was closed', 10_000);
    expect(tracesIn(await page.text())).toEqual([]);
    const keys = await driver.inExtension(async () => Object.keys(await chrome.storage.session.get(null)));
    expect(keys.filter((key) => key.includes('private'))).toEqual([]);
    expect((await usual.step({ kind: 'look' })).report.pages.length).toBe(before);
    await page.close();
    await tab.close();
  });

  test('the tabs of other windows are what they were', async () => {
    const { driver } = scene;
    const tab = await driver.open('https://clean.example/');
    const window = await driver.openPrivate(privateUrl);
    await window.close();
    const { site, coverage } = await readReport({ evaluate: driver.inExtension }, tab);
    expect({ host: site.host, isPrivate: site.isPrivate, coverage: coverage.kind }).toEqual({
      host: 'clean.example',
      isPrivate: false,
      coverage: 'all',
    });
  });
});

/** Lets the page of a tab send a beacon when it goes. */
async function sayFarewell(tabId: number): Promise<void> {
  const func = () => {
    addEventListener('pagehide', () => navigator.sendBeacon('https://farewell.example/'));
  };
  await chrome.scripting.executeScript({ target: { tabId }, func });
}
