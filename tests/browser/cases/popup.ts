import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe';
import type { ExtensionPage, Tab } from '../support/driver';
import type { BrowserName } from '../support/driver';
import type { Scene } from '../support/scene';
import { missingFrom, shownMembers } from '../support/policy-on-screen';

const policy: unknown = JSON.parse(readFileSync('tests/fixtures/cloudops.json', 'utf8'));

export function testPopup(name: BrowserName, scene: Scene): void {
  let tab: Tab;
  let popup: ExtensionPage;

  beforeAll(async () => {
    tab = await scene.driver.open('https://cloudops.example/');
    popup = await scene.driver.popup(tab);
    await popup.waitForText('This site names 9 outside services.');
  });

  test('every member of the policy file is on the screen, unfolded', async () => {
    await popup.unfold();
    expect(missingFrom(await shownMembers(popup), policy)).toEqual([]);
  });

  // The same markup in both browsers.
  if (name === 'chromium')
    test('the popup has no violation that axe knows, folded and unfolded', async () => {
      const page = await scene.driver.popup(tab);
      await page.waitForText('This site names 9 outside services.');
      expect(await axeViolations(page)).toEqual([]);
      await page.unfold();
      expect(await axeViolations(page)).toEqual([]);
      await page.close();
    });

  test('every fold opens and closes with the keyboard alone', async () => {
    const page = await scene.driver.popup(tab);
    await page.waitForText('This site names 9 outside services.');
    const focused = () => page.evaluate(() => document.activeElement?.closest('summary')?.textContent?.trim() ?? '');
    for (let presses = 0; presses < 30 && !(await focused()).includes('Google Analytics'); presses++)
      await page.press('Tab');
    expect(await focused()).toContain('Google Analytics');
    const isOpen = () =>
      page.evaluate(() => (document.activeElement?.parentElement as HTMLDetailsElement | null)?.open ?? false);
    await page.press('Enter');
    expect(await isOpen()).toBe(true);
    await page.press('Enter');
    expect(await isOpen()).toBe(false);
    await page.close();
  });

  test('the popup follows the tab while requests arrive', async () => {
    const slow = await scene.driver.open('https://slow-page.example/');
    const page = await scene.driver.popup(slow);
    await page.waitForText('Google Analytics');
    const count = async () => Number(/at work, (\d+) request/.exec(await page.text())?.[1] ?? 0);
    await expect.poll(count, { timeout: 8000 }).toBeGreaterThanOrEqual(1);
    const before = await count();
    await expect.poll(count, { timeout: 8000 }).toBeGreaterThan(before);
    await page.waitForText('unheard-of.example', 8000);
    await page.close();
    await slow.close();
  });

  test('the report can be copied, and saved as JSON without a query value', async () => {
    const page = await scene.driver.popup(tab);
    await page.waitForText('This site names 9 outside services.');
    const saved = await page.evaluate(async () => {
      const blobs: Blob[] = [];
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        blobs.push(blob);
        return create(blob);
      };
      const button = [...document.querySelectorAll('button')].find((it) => it.textContent?.includes('Save as JSON'));
      button?.click();
      return blobs[0]?.text() ?? '';
    });
    const report = JSON.parse(saved) as { readonly site: { readonly host: string } };
    expect(report.site.host).toBe('cloudops.example');
    expect(saved).not.toMatch(/tid=G-/);
    const copied = await page.evaluate(async () => {
      let text = '';
      navigator.clipboard.writeText = (written) => {
        text = written;
        return Promise.resolve();
      };
      [...document.querySelectorAll('button')].find((it) => it.textContent?.includes('Copy report'))?.click();
      await new Promise((done) => setTimeout(done, 200));
      return text;
    });
    expect(copied).toContain('This site names 9 outside services. 3 are at work on this page.');
    await page.close();
  });

  test('the transfer bases stand in plain words, with their article', async () => {
    const lineOf = (id: string) =>
      popup.evaluate((it) => {
        const row = document.querySelector(`[data-pointer="/processors/${it}"] summary`);
        return (row?.textContent ?? '').replace(/\s+/g, ' ');
      }, id);
    for (const place of ['1', '2', '5', '6']) {
      expect(await lineOf(place)).toMatch(/USA: ?standard contractual clauses \(Art\. 46\(2\)\(c\)\)/);
    }
    expect(await lineOf('1')).toMatch(/Other countries: ?Only a general sentence/);
    for (const place of ['3', '7', '8']) expect(await lineOf(place)).toMatch(/USA: ?Only a general sentence/);
    for (const place of ['0', '4'])
      expect(await lineOf(place)).toContain('The policy says nothing about transfers here.');
  });

  test('nothing on the page is loaded from elsewhere', async () => {
    const urls = await popup.evaluate(() => performance.getEntriesByType('resource').map(({ name: url }) => url));
    expect(urls.filter((url) => !/^(chrome|moz)-extension:/.test(url))).toEqual([]);
  });
}
