import { expect, test } from 'vitest';
import type { BrowserName } from '../support/driver';
import { contactsOf } from '../support/contacts-of';
import type { Scene } from '../support/scene';
import { readReport } from '../support/site-report';

const hostOf = (way: string) => `${way}.leaves-to.example`;

/** Each way out of a page, and the type of request that the report must tell. */
const ways: Readonly<Record<string, string>> = {
  preload: 'script',
  stylesheet: 'stylesheet',
  image: 'image',
  'image-set': 'image',
  'image-in-srcdoc': 'image',
  media: 'media',
  object: 'object',
  frame: 'sub_frame',
  'form-get': 'sub_frame',
  'form-post': 'sub_frame',
  'web-socket': 'websocket',
  beacon: 'ping',
  keepalive: 'xmlhttprequest',
  fetch: 'xmlhttprequest',
  'event-source': 'xmlhttprequest',
  module: 'script',
  font: 'font',
  'report-uri': 'csp_report',
  worker: 'xmlhttprequest',
  'worker-socket': 'websocket',
  'import-scripts': 'script',
  'nested-worker': 'xmlhttprequest',
  'shared-worker': 'xmlhttprequest',
  'service-worker': 'xmlhttprequest',
};

/**
 * Firefox sends no pings of links, knows no `fetchLater` and takes its time to prefetch; Chromium tells no extension of
 * web sockets of shared and service workers.
 */
const waysIn: Readonly<Record<BrowserName, Readonly<Record<string, string>>>> = {
  chromium: { ...ways, prefetch: 'other', 'anchor-ping': 'ping', 'fetch-later': 'xmlhttprequest' },
  firefox: { ...ways, 'shared-worker-socket': 'websocket', 'service-worker-socket': 'websocket' },
};

/** What reaches the server and no extension is told of; "How Candor knows" says so. */
const hidden: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['shared-worker-socket', 'service-worker-socket', 'report-to'],
  firefox: [],
};

export function testEverythingThatLeaves(name: BrowserName, scene: Scene): void {
  const arrivedHosts = () => {
    const hosts = scene.server.log.map(({ host }) => host).filter((host) => host.endsWith('.leaves-to.example'));
    return new Set(hosts);
  };

  test('whatever reached the server is in the report of the page, with its type', async () => {
    scene.server.clearLog();
    const tab = await scene.driver.open('https://leaving.example/');
    const popup = await scene.driver.popup(tab);
    const wanted = waysIn[name];
    const missing = () => Object.keys(wanted).filter((way) => !arrivedHosts().has(hostOf(way)));
    await expect.poll(missing, { timeout: 20_000 }).toEqual([]);

    const seen = async () => {
      const contacts = contactsOf(await readReport(popup, tab)).filter(({ sent }) => sent > 0);
      return new Map(contacts.map(({ host, types }) => [host, Object.keys(types)]));
    };
    const untold = async () => {
      const told = await seen();
      return Object.entries(wanted).filter(([way, type]) => !told.get(hostOf(way))?.includes(type));
    };
    await expect.poll(untold, { timeout: 10_000 }).toEqual([]);

    const told = await seen();
    const silent = [...arrivedHosts()].filter((host) => !told.has(host));
    expect(silent.filter((host) => !hidden[name].map(hostOf).includes(host))).toEqual([]);
    await popup.waitForText('Some things no extension sees');
    await popup.close();
    await tab.close();
  });

  test('a web transport that cannot connect is told as failed', async () => {
    const tab = await scene.driver.open('https://leaving.example/');
    const popup = await scene.driver.popup(tab);
    await expect
      .poll(async () => {
        const contact = contactsOf(await readReport(popup, tab)).find(({ host }) => host === hostOf('web-transport'));
        return contact?.failed ?? 0;
      })
      .toBeGreaterThanOrEqual(1);
    await popup.close();
    await tab.close();
  });

  test('a web socket without encryption is told so, and the page too', async () => {
    const tab = await scene.driver.open('http://leaving.example/plain');
    const popup = await scene.driver.popup(tab);
    await popup.waitForText('This page is not encrypted');
    const socket = async () =>
      contactsOf(await readReport(popup, tab)).find(({ host }) => host === hostOf('plain-socket'));
    await expect.poll(async () => (await socket())?.sent).toBeGreaterThanOrEqual(1);
    expect(await socket()).toMatchObject({ unencrypted: true, types: { websocket: expect.any(Number) } });
    await popup.close();
    await tab.close();
  });

  test('nothing that was typed or sent as a value is in the report', async () => {
    const tab = await scene.driver.open('https://leaving.example/');
    const popup = await scene.driver.popup(tab);
    await expect.poll(async () => JSON.stringify(await readReport(popup, tab))).toContain(hostOf('form-get'));
    expect(JSON.stringify(await readReport(popup, tab))).not.toContain('secret-word');
    await popup.close();
    await tab.close();
  });

  test('what a service worker sends while two pages fit is told as not certain', async () => {
    const [one, other] = [
      await scene.driver.open('https://leaving.example/quiet'),
      await scene.driver.open('https://leaving.example/quiet'),
    ];
    await one.evaluate(async () => {
      const { active } = (await navigator.serviceWorker.getRegistration('/')) ?? {
        active: await navigator.serviceWorker
          .register('/sw.js')
          .then(async () => (await navigator.serviceWorker.ready).active),
      };
      active?.postMessage('send');
    });
    const host = hostOf('asked-service-worker');
    await expect.poll(() => scene.server.requestsTo(host).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(1);
    const popup = await scene.driver.popup(one);
    for (const tab of [one, other]) {
      await expect
        .poll(async () => {
          const { workerContacts, coverage } = await readReport(popup, tab);
          const reasons = coverage.kind === 'all' ? [] : coverage.gaps.map(({ reason }) => reason);
          const isGapSaid = reasons.includes('ambiguous-owner') || reasons.includes('worker-unassigned');
          return isGapSaid || workerContacts.some((contact) => contact.host === host);
        })
        .toBe(true);
    }
    await popup.close();
    for (const tab of [one, other]) await tab.close();
  });
}
