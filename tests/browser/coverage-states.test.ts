import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { axeViolations } from './support/axe';
import type { ExtensionPage } from './support/driver';
import { browserNames } from './support/driver';
import { setScene } from './support/scene';
import { readReport } from './support/site-report';

interface Chrome {
  readonly storage: { readonly session: { clear(): Promise<void> } };
}
declare const chrome: Chrome;

const ready = (popup: ExtensionPage) => popup.waitFor('main[data-ready="true"]', 10_000);

describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name, { otherExtensions: [resolve('tests/fixtures/blocker')] });

  test('what another extension stops is stopped, not "not seen", and never reached the server', async () => {
    scene.server.clearLog();
    const tab = await scene.driver.open('https://cloudops.example/analytics');
    const popup = await scene.driver.popup(tab);
    await popup.waitForText(/This site names 9 outside services/);
    await expect
      .poll(async () => {
        const { processors } = await readReport(popup, tab);
        return processors.find(({ id }) => id === 'google-analytics')?.stopped;
      })
      .toBe(2);
    expect(scene.server.requestsTo('region1.google-analytics.com')).toEqual([]);
    await popup.unfold();
    await popup.waitForText('at work, 1 request, 2 stopped');
    await popup.waitForText('an extension stopped them');
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
    await scene.driver.revokeHosts();
    await popup.waitForText(/not allowed to see/, 10_000);
    expect(await popup.evaluate(() => document.querySelectorAll('[data-notice] button').length)).toBe(1);
    await expect.poll(() => scene.driver.badge(tab)).toMatch(/\?|\+$/);
    if (name === 'chromium') expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
    await tab.close();
  });
});
