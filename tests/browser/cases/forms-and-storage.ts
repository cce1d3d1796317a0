import { expect, test } from 'vitest';
import { axeViolations } from '../support/axe';
import type { BrowserName } from '../support/driver';
import type { Scene } from '../support/scene';
import { readReport } from '../support/site-report';

interface Chrome {
  readonly storage: Readonly<Record<'session' | 'local', { get(keys: null): Promise<unknown> }>>;
}
declare const chrome: Chrome;

const storesOf = (place: string, prefix: string) => [
  `${place} local-storage ${prefix}_local`,
  `${place} session-storage ${prefix}_session`,
  `${place} indexed-db ${prefix}_database`,
  `${place} cache-storage ${prefix}_cache`,
];

export function testFormsAndStorage(name: BrowserName, scene: Scene): void {
  test('forms are told by where they send, in frames and shadow trees too, and never by their fields', async () => {
    const tab = await scene.driver.open('https://forms.example/');
    const popup = await scene.driver.popup(tab);
    await popup.waitForText('Forms on this page');
    const report = await readReport(popup, tab);
    const found = report.forms.map(({ host, method, isEncrypted, party, frameOf, inPage }) =>
      [host, method, isEncrypted ? 'https' : 'http', party, frameOf ?? 'own', inPage].join(' '),
    );
    expect(found.sort()).toEqual([
      'button.example post https third-party own 1',
      'embed.example post https third-party embed.example 1',
      'forms.example get https first-party own 1',
      'forms.example post https first-party own 2',
      'in.mailer.example post https third-party own 1',
      'old.example get http third-party own 1',
      'sandboxed.example post https third-party own 1',
      'shadow.example post https third-party own 1',
    ]);
    expect(report.formsRead).toBe(true);
    expect(JSON.stringify(report)).not.toContain('secret-word');
    await popup.waitForText(/old\.example[\s\S]*not encrypted/);
    if (name === 'chromium') expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
    await tab.close();
  });

  test('where all forms stay with the site, one line says so', async () => {
    const tab = await scene.driver.open('https://forms.example/quiet');
    const popup = await scene.driver.popup(tab);
    await popup.waitForText('Forms on this page send to this site, encrypted');
    await popup.close();
    await tab.close();
  });

  test('web storage is looked into when asked, by names only, frames included, and kept nowhere', async () => {
    const tab = await scene.driver.open('https://stores.example/');
    const popup = await scene.driver.popup(tab);
    await popup.waitForText('Candor has not looked into this page’s web storage.');
    expect((await readReport(popup, tab)).stores).toBeNull();

    await popup.click('[aria-labelledby="web-storage"] button');
    await popup.waitForText('own_local');
    await popup.waitForText('help_cache');
    const { stores } = await readReport(popup, tab);
    const told = stores?.map(({ kind, origin, party, keys }) => [origin, party, kind, ...keys].join(' '));
    expect(told).toEqual([
      'https://stores.example first-party local-storage own_local …@…',
      ...storesOf('https://stores.example first-party', 'own').slice(1),
      ...storesOf('https://help.stores.example first-party', 'help'),
      // Chromium as the tests drive it refuses storage to frames of other sites.
      ...(name === 'firefox' ? storesOf('https://embed.example third-party', 'embed') : []),
    ]);
    const kept = await scene.driver.inExtension(async () =>
      JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]),
    );
    expect(kept).not.toMatch(/own_|help_|embed_|secret-word/);
    if (name === 'chromium') expect(await axeViolations(popup)).toEqual([]);

    await tab.reload();
    await popup.waitForText('Candor has not looked into this page’s web storage.', 10_000);
    await popup.close();
    await tab.close();
  });

  test('a page that keeps nothing is told so once it was looked into', async () => {
    const tab = await scene.driver.open('https://clean.example/');
    const popup = await scene.driver.popup(tab);
    await popup.waitForText('Look into this page’s web storage');
    await popup.click('[aria-labelledby="web-storage"] button');
    await popup.waitForText('Nothing found in the web storage of this page');
    await popup.close();
    await tab.close();
  });

  test('without the right to see the site, it is said that nothing could be looked into', async () => {
    const tab = await scene.driver.open('https://stores.example/');
    await scene.driver.revokeHosts();
    const popup = await scene.driver.popup(tab);
    await popup.waitForText('Candor has not looked into this page’s web storage.', 10_000);
    await popup.waitForText('Candor has not looked at this page’s forms.');
    await popup.click('[aria-labelledby="web-storage"] button');
    await popup.waitForText('Candor could not look into this page.');
    expect((await readReport(popup, tab)).stores).toBeNull();
    await popup.close();
    await tab.close();
  });
}
