import { expect, test } from 'vitest';
import { stoppersOf } from '../../../lib/observation/failure';
import { axeViolations } from '../support/axe';
import { contactsOf } from '../support/contacts-of';
import type { BrowserName, ExtensionPage } from '../support/driver';
import type { Scene } from '../support/scene';
import { readReport } from '../support/site-report';

interface Chrome {
  readonly storage: { readonly session: { clear(): Promise<void> } };
  readonly permissions: { contains(permissions: object): Promise<boolean> };
}
declare const chrome: Chrome;

const ready = (popup: ExtensionPage) => popup.waitFor('main[data-ready="true"]', 10_000);

/** The last of them takes the extension's access away. */
export function testCoverageStates(name: BrowserName, scene: Scene): void {
  test('what another extension stops is stopped, not "not seen", and never reached the server', async () => {
    scene.server.clearLog();
    const tab = await scene.driver.open('https://cloudops.example/analytics');
    const popup = await scene.driver.popup(tab);
    await popup.waitForText(/This site names 9 outside services/);
    const stops = async () => {
      const stopped = contactsOf(await readReport(popup, tab)).filter((contact) => contact.stopped > 0);
      return stopped.map((contact) => ({ host: contact.host, sent: contact.sent, ...stoppersOf(contact) }));
    };
    await expect
      .poll(stops)
      .toEqual([{ host: 'region1.google-analytics.com', sent: 0, extension: 2, browser: 0, unknown: 0 }]);
    expect(scene.server.requestsTo('region1.google-analytics.com')).toEqual([]);
    await popup.unfold();
    await popup.waitForText('at work, 1 request, 2 stopped');
    await popup.waitForText('an extension stopped them');
    await popup.waitForText('2 stopped by an extension');
    if (name === 'chromium') expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
    await tab.close();
  });

  test('a page that was open before says "could not look", then "in part" once something is seen', async () => {
    const tab = await scene.driver.open('https://cloudops.example/board');
    await scene.driver.inExtension(() => chrome.storage.session.clear());
    await scene.driver.stopBackground();
    await scene.driver.inExtension(() => chrome.storage.session.clear());
    const popup = await scene.driver.popup(tab);
    await ready(popup);
    const { coverage, processors } = await readReport(popup, tab);
    await popup.waitForText(/Candor could not look|Candor saw only part of it/);
    expect(coverage.kind).not.toBe('all');
    expect(processors.map(({ activity }) => activity)).not.toContain('not-seen');
    await tab.evaluate(
      () => void fetch('https://www.google-analytics.com/g/collect?v=2&tid=G-DEMO000001', { mode: 'no-cors' }),
    );
    await popup.waitForText('Candor saw only part of it');
    await expect.poll(() => scene.driver.badge(tab)).toMatch(/^(\d+\+|\?)$/);
    if (name === 'chromium') expect(await axeViolations(popup)).toEqual([]);
    await tab.reload();
    await expect.poll(async () => (await readReport(popup, tab)).coverage.kind, { timeout: 10_000 }).toBe('all');
    await popup.close();
    await tab.close();
  });

  test('a revoked permission is said, with one button to give it back', async () => {
    const tab = await scene.driver.open('https://cloudops.example/offer');
    const popup = await scene.driver.popup(tab);
    await ready(popup);
    const mayLook = () => scene.driver.inExtension(() => chrome.permissions.contains({ origins: ['<all_urls>'] }));
    expect(await mayLook()).toBe(true);
    await scene.driver.revokeHosts();
    await expect.poll(mayLook).toBe(false);
    await popup.waitForText(/not allowed to see/, 10_000);
    expect(await popup.evaluate(() => document.querySelectorAll('[data-notice] button').length)).toBe(1);
    await expect.poll(() => scene.driver.badge(tab)).toMatch(/\?|\+$/);
    if (name === 'chromium') expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
    await tab.close();
  });
}
