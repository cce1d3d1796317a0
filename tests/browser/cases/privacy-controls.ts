import type { Browser as WebExtension } from 'webextension-polyfill';
import { expect, test } from 'vitest';
import type { Scene } from '../support/scene';

declare const chrome: WebExtension;

export function testPrivacyControls(scene: Scene): void {
  const gpcOf = () => Reflect.get(navigator, 'globalPrivacyControl') === true;
  const setGpc = (sendsGpc: boolean) =>
    scene.driver.inExtension((wanted) => chrome.storage.local.set({ settings: { sendsGpc: wanted } }), sendsGpc);
  const toldTo = (host: string) => scene.server.requestsTo(host).map(({ headers }) => headers['sec-gpc'] ?? null);

  test('Global Privacy Control is told to servers and pages only where the person wants it', async () => {
    const host = 'clean.example';
    const tab = await scene.driver.open(`https://${host}/`);
    const told = async () => {
      scene.server.clearLog();
      await tab.reload();
      return { page: await tab.evaluate(gpcOf), servers: [...new Set(toldTo(host))] };
    };
    expect(await told()).toEqual({ page: false, servers: [null] });
    await setGpc(true);
    await expect.poll(told).toEqual({ page: true, servers: ['1'] });
    await setGpc(false);
    await expect.poll(told).toEqual({ page: false, servers: [null] });
    await tab.close();
  });

  test('what the site says of Global Privacy Control is asked for and shown only where the person wants it', async () => {
    const path = '/.well-known/gpc.json';
    const asked = () => scene.server.requestsTo('clean.example').filter(({ url }) => url.endsWith(path)).length;
    const shown = async () => {
      const tab = await scene.driver.open('https://clean.example/');
      const popup = await scene.driver.popup(tab);
      await popup.waitFor('main[data-ready="true"]');
      await popup.unfold();
      const says = () =>
        popup.evaluate(() => document.querySelector('[data-gpc-support]')?.textContent?.trim() ?? null);
      return { tab, popup, says };
    };
    scene.server.clearLog();
    const before = await shown();
    expect(await before.says()).toBeNull();
    expect(asked()).toBe(0);
    await setGpc(true);
    await before.tab.close();
    const after = await shown();
    await expect.poll(after.says).toBe('The site says that it heeds it. As of 1 Nov 2026.');
    expect(asked()).toBe(1);
    await setGpc(false);
    for (const page of [before.popup, after.popup, after.tab]) await page.close();
  });

  test('the page’s consent dialog is opened again by the page’s own tool', async () => {
    const tab = await scene.driver.open('https://onetrust.example/');
    await tab.evaluate(() => {
      const tool = (Reflect.get(window, 'OneTrust') ?? {}) as object;
      Reflect.set(window, 'OneTrust', { ...tool, ToggleInfoDisplay: () => Reflect.set(window, 'opened', true) });
    });
    const popup = await scene.driver.popup(tab);
    await popup.click('[data-action="reopen-consent"] button');
    await popup.waitForText('The page was asked to open its dialog.');
    expect(await tab.evaluate(() => Reflect.get(window, 'opened') as unknown)).toBe(true);
    await popup.close();
    await tab.close();
  });
}
