import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../support/driver';
import type { Driver, Tab } from '../support/driver';
import { launch } from '../support/launch';
import { readReport } from '../support/site-report';
import { differences, mebibyte, sessionBytes } from './figures';
import { flood } from './flood';
import { testSessionWrites } from './session-writes';
import { type LoadSite, hostsOfShop, shopUrl, startLoadSite } from './load-site';

/** `npm run soak:load` does the same with 50,000 requests and 300 tabs. */
const size = { requests: 1500, hosts: 650, cookies: 350, longEvery: 40, ownUrlBytes: 4000 };

describe.each(browserNames)('in %s', (name) => {
  let site: LoadSite;
  let driver: Driver;
  beforeAll(async () => {
    site = await startLoadSite();
    driver = await launch(name, { port: site.server.port });
  });
  afterAll(async () => {
    await driver.close();
    await site.close();
  });

  describe('session storage', () => testSessionWrites(() => driver));
  describe('one tab floods while others are open', () => testFlood(() => ({ site, driver })));
});

function testFlood(scene: () => { readonly site: LoadSite; readonly driver: Driver }): void {
  let flooded: Tab;
  const shops = new Map<number, Tab>();

  beforeAll(async () => {
    const { driver } = scene();
    for (const shop of [1, 2, 3]) shops.set(shop, await driver.open(shopUrl(shop)));
    flooded = await flood(driver, size);
    for (const shop of [4, 5]) shops.set(shop, await driver.open(shopUrl(shop)));
  });
  test('all of the flood arrived', () => {
    const arrived = scene().site.arrivedFrom('flood');
    expect(arrived.size).toBe(size.hosts);
    expect([...arrived.values()].reduce((sum, count) => sum + count, 0)).toBe(size.requests);
  });

  test('the reports of the other tabs say what the server got', async () => {
    const { site, driver } = scene();
    for (const [shop, tab] of shops) {
      const arrived = site.arrivedFrom(shop);
      expect([...arrived.keys()].sort()).toEqual([...new Set(hostsOfShop(shop))].sort());
      const report = () => readReport({ evaluate: driver.inExtension }, tab);
      await expect.poll(async () => differences(await report(), arrived), { timeout: 5000 }).toEqual([]);
      expect((await report()).coverage.kind).toBe('all');
    }
  });

  test('the flooded tab’s popup opens and says how much was left out, no more and no less', async () => {
    const { driver } = scene();
    const { coverage, cut, unidentified } = await readReport({ evaluate: driver.inExtension }, flooded);
    expect(coverage.kind === 'part' ? coverage.gaps.map(({ reason }) => reason) : coverage).toContain('too-much');
    const kept = new Set(unidentified.flatMap(({ contacts }) => contacts.map(({ host }) => host))).size;
    expect(kept).toBeGreaterThan(100);
    expect(cut.contacts).toBe(size.hosts - kept);
    const popup = await driver.popup(flooded);
    await popup.waitForText('Not all of it was kept', 10_000);
    await popup.unfold();
    await popup.waitForText(`${cut.contacts.toString()} recipients`);
    await popup.waitForText(`${cut.cookies.toString()} cookies`);
    await popup.close();
  });

  test('session storage and the background’s heap stay small', async () => {
    const { driver } = scene();
    expect(await sessionBytes(driver)).toBeLessThan(mebibyte);
    expect((await driver.backgroundHeapBytes()) ?? 0).toBeLessThan(32 * mebibyte);
  });
}
