import { expect, test } from 'vitest';
import { axeViolations } from '../support/axe';
import type { BrowserName } from '../support/driver';
import type { Scene } from '../support/scene';

declare const chrome: {
  readonly tabs: { query(filter: object): Promise<readonly unknown[]> };
  readonly runtime: { getManifest(): { readonly permissions: readonly string[] } };
};

export function testSettings(name: BrowserName, scene: Scene): void {
  test('the permission to ask for names is there where it is used, and nowhere else', async () => {
    const { permissions } = await scene.driver.inExtension(() => chrome.runtime.getManifest());
    expect(permissions.includes('dns')).toBe(name === 'firefox');
  });

  test('say whether this browser can ask for names', async () => {
    const options = await scene.driver.extensionPage('options.html');
    await options.waitForText('Look behind the site’s own hosts');
    expect((await options.text()).includes('This browser does not offer it.')).toBe(name === 'chromium');
    expect(await options.evaluate(() => document.querySelectorAll('#asks-for-names').length)).toBe(
      name === 'firefox' ? 1 : 0,
    );
    await options.close();
  });

  test('have no violation that axe knows, and fit a phone', async () => {
    const options = await scene.driver.extensionPage('options.html', { width: 320, height: 600 });
    await options.waitFor('main[data-ready="true"]');
    expect(await axeViolations(options)).toEqual([]);
    expect(await options.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await options.close();
  });

  test('open from the end of the popup', async () => {
    const tab = await scene.driver.open('https://clean.example/');
    const popup = await scene.driver.popup(tab);
    await popup.waitFor('main[data-ready="true"]');
    const count = () => scene.driver.inExtension(async () => (await chrome.tabs.query({})).length);
    const before = await count();
    await popup.click('footer button');
    await expect.poll(count).toBe(before + 1);
    await popup.close();
    await tab.close();
  });
}
