import { expect, test } from 'vitest';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { BrowserName } from '../support/driver';
import { contactsOf } from '../support/wire';
import type { SiteTab } from '../support/site-tab';
import type { PageKit } from './page-kit';

declare const chrome: WebExtension;
declare const call: (what: string) => Promise<null>;
declare const ticker: number;

/** Tabs side by side, and tabs that are copied, moved, discarded and closed. */
export function testTabs(name: BrowserName, { open, adopt, report, expectOnly, arrivedFrom, place }: PageKit): void {
  test('each of several tabs and windows shows its own alone, in front or not', async () => {
    const left = await open('/ticker', 'left');
    const right = await open('/ticker', 'right');
    const apart = await open('/ticker', 'apart');
    await place.driver.inExtension(async (tabId) => void (await chrome.windows.create({ tabId })), apart[0].id);
    const all = [left, right, apart];
    const ticks = () => Math.min(...all.map(([, me]) => arrivedFrom(me).length));
    await expect.poll(ticks, { timeout: 8000 }).toBeGreaterThan(2);
    for (const [tab] of all) await tab.evaluate(() => clearInterval(ticker));
    for (const [tab, me] of all) {
      const { coverage } = await expectOnly(tab, me, 'image', 'fetch', 'tick');
      expect(coverage.kind).toBe('all');
    }
  });

  test('a copied tab is a page of its own, and one that is moved keeps its ledger', async () => {
    const [tab, original] = await open('/page', 'original');
    const copy = adopt(
      await place.driver.inExtension(async (id) => (await chrome.tabs.duplicate(id))?.id ?? -1, tab.id),
    );
    const copied = await copy.arrive('original', original);
    await expectOnly(copy, copied, 'image', 'fetch');
    await place.driver.inExtension(async (tabId) => void (await chrome.windows.create({ tabId })), copy.id);
    await copy.evaluate(() => call('moved'));
    await expectOnly(copy, copied, 'image', 'fetch', 'moved');
    await expectOnly(tab, original, 'image', 'fetch');
  });

  test('a discarded tab shows what it had, and is a new page when it is shown again', async () => {
    const [tab, put] = await open('/page', 'away');
    await expectOnly(tab, put, 'image', 'fetch');
    await open('/page', 'front');
    // Chromium gives the tab another id.
    const id = await place.driver.inExtension(async (old) => {
      const [discarded] = [await chrome.tabs.discard(old)] as unknown as [{ id?: number } | undefined];
      return discarded?.id ?? old;
    }, tab.id);
    const same = adopt(id);
    await expectOnly(same, put, 'image', 'fetch');
    await place.driver.inExtension(async (tabId) => void (await chrome.tabs.update(tabId, { active: true })), id);
    await expectOnly(same, await same.arrive('away', put), 'image', 'fetch');
  });

  test('a tab opened at the moment another is closed has nothing of that', async () => {
    const [tab] = await open('/ticker', 'closed');
    const id = await place.driver.inExtension(async (old) => {
      const [fresh] = await Promise.all([
        chrome.tabs.create({ url: 'https://walks.example/page?as=fresh' }),
        chrome.tabs.remove(old),
      ]);
      return fresh.id ?? -1;
    }, tab.id);
    const fresh = adopt(id);
    await expectOnly(fresh, await fresh.arrive('fresh'), 'image', 'fetch');
  });

  test('what a page sends while its tab is closed is on no other page of its site, and nothing of it is kept', async () => {
    const [tab, stays] = await open('https://other-walks.example/page', 'stays');
    const leavers: SiteTab[] = [];
    for (let more = 3; more > 0; more -= 1)
      leavers.push((await open('https://other-walks.example/leaving', 'leaver'))[0]);
    for (const leaver of leavers) await leaver.close();
    const end = Date.now() + 2500; // requests of workers, for which it was taken, wait up to two seconds
    while (Date.now() < end) await expectOnly(tab, stays, 'image', 'fetch');
    const keys = await place.driver.inExtension(async () => Object.keys(await chrome.storage.session.get(null)));
    expect(keys.filter((key) => leavers.some(({ id }) => key === `tab:${id}`))).toEqual([]);
  });

  test('a page that an extension opened is watched like any other, its own request too', async () => {
    const url = 'https://walks.example/page?as=launched';
    const id =
      name === 'firefox'
        ? await place.driver.inExtension(async (address) => (await chrome.tabs.create({ url: address })).id ?? -1, url)
        : await place.driver.inExtension(async (address) => {
            window.open(address);
            return (await chrome.tabs.query({})).at(-1)?.id ?? -1;
          }, url);
    const tab = adopt(id);
    const { coverage } = await expectOnly(tab, await tab.arrive('launched'), 'image', 'fetch');
    expect(coverage.kind).toBe('all');
    await expect.poll(async () => (await report(tab)).ownContacts.map(({ types }) => types.main_frame)).toEqual([1]);
  });

  test('what another extension sends is on no page, but for what its script does within the page', async () => {
    place.server.clearLog();
    const [tab, translated] = await open('/page?translated', 'translated');
    await expect.poll(() => place.server.requestsTo('background.neighbour.wire.example').length).toBe(1);
    await expect.poll(() => arrivedFrom(translated).length).toBe(2);
    const foreign = async () =>
      contactsOf(await report(tab))
        .map(({ host }) => host)
        .filter((host) => host.includes('neighbour'));
    // Both browsers tell of it as of the page's own: same document, same initiator.
    await expect.poll(foreign).toEqual(['content.neighbour.wire.example']);
  });
}
