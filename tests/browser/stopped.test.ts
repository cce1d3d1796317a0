import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stoppersOf } from '../../lib/observation/failure';
import { testCoverageStates } from './cases/coverage-states';
import { contactsOf } from './support/contacts-of';
import { browserNames } from './support/driver';
import { setScene } from './support/scene';
import { readReport } from './support/site-report';

const ready = 'main[data-ready="true"]';

describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name, {
    otherExtensions: [resolve('tests/fixtures/blocker')],
    firefoxPrefs: {
      'privacy.trackingprotection.enabled': true,
      'urlclassifier.trackingTable.testEntries': 'itisatracker.example',
    },
  });

  if (name === 'firefox') {
    test('what tracking protection stops is told as stopped by this browser', async () => {
      scene.server.clearLog();
      const tab = await scene.driver.open('https://tracked.example/');
      const popup = await scene.driver.popup(tab);
      const stops = async () =>
        contactsOf(await readReport(popup, tab))
          .filter(({ host }) => host === 'itisatracker.example')
          .map((contact) => ({ sent: contact.sent, listed: contact.listed, ...stoppersOf(contact) }));
      await expect.poll(stops).toEqual([{ sent: 0, listed: 0, extension: 0, browser: 3, unknown: 0 }]);
      expect(scene.server.requestsTo('itisatracker.example')).toEqual([]);
      await popup.unfold();
      await popup.waitForText('3 stopped by this browser');
      await popup.waitForText('The page tried to reach itisatracker.example; this browser stopped it.');
      await popup.close();
      await tab.close();
    });
  }

  test('what the page’s own policy or the rule against mixed content refuses is not told as loaded', async () => {
    scene.server.clearLog();
    const tab = await scene.driver.open('https://refusing.example/');
    const popup = await scene.driver.popup(tab);
    await popup.waitFor(ready);
    const hosts = async () => contactsOf(await readReport(popup, tab)).map(({ host }) => host);
    await expect.poll(hosts).toContain('allowed.example');
    expect((await hosts()).filter((host) => host.endsWith('refused.example'))).toEqual([]);
    expect(scene.server.log.filter(({ host }) => host.endsWith('refused.example'))).toEqual([]);
    await popup.close();
    await tab.close();
  });

  test('what comes from the memory cache is still told, beside what was refused', async () => {
    const tab = await scene.driver.open('https://refusing.example/');
    const popup = await scene.driver.popup(tab);
    await popup.waitFor(ready);
    await tab.evaluate(() => void (location.href = '/?again'));
    const allowed = async () => {
      const contact = contactsOf(await readReport(popup, tab)).find(({ host }) => host === 'allowed.example');
      return (contact?.sent ?? 0) + (contact?.listed ?? 0);
    };
    await expect.poll(async () => (await readReport(popup, tab)).coverage.kind).toBe('all');
    await expect.poll(allowed, { timeout: 5000 }).toBe(1);
    await popup.close();
    await tab.close();
  });

  testCoverageStates(name, scene);
});
