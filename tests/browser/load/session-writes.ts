import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver, Tab } from '../support/driver';
import { eventually } from '../support/surface';
import { readReport } from '../support/site-report';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

const requests = 300;
const mostWrites = 10;
const at = (host: string) => `https://${host}.example/`;

export function testSessionWrites(driverNow: () => Driver): void {
  /** By the way in which its page sends its 300 requests. */
  const tabs = new Map<string, Tab>();
  let written: readonly string[] = [];

  // The pages load side by side, since each needs its time to become quiet; each tab has its own count.
  beforeAll(async () => {
    const driver = driverNow();
    await noteWrites(driver);
    tabs.set('evenly', await driver.open(at('count-0')));
    tabs.set('in gusts', await driver.open(at('count-0')));
    tabs.set('at once', await driver.open(at(`count-${requests.toString()}`)));
    await Promise.all([
      tabs.get('evenly')?.evaluate(send, { gusts: requests, pauseMs: 15, perGust: 1 }),
      tabs.get('in gusts')?.evaluate(send, { gusts: 6, pauseMs: 1600, perGust: requests / 6 }),
    ]);
    if (!(await eventually(() => areAllQuiet(driver), 20_000))) throw new Error('The tabs do not become quiet.');
    written = await driver.inExtension(() => (globalThis as Watched).keysWritten);
  });
  afterAll(async () => {
    for (const tab of tabs.values()) await tab.close();
  });

  test.each(['at once', 'evenly', 'in gusts'])('a page of 300 requests sent %s costs few writes', async (way) => {
    const tab = tabs.get(way);
    if (tab === undefined) throw new Error(`no tab for "${way}"`);
    const { ownContacts } = await readReport({ evaluate: driverNow().inExtension }, tab);
    expect(ownContacts.reduce((sum, { sent }) => sum + sent, 0)).toBeGreaterThanOrEqual(requests);
    const count = written.filter((key) => key === `tab:${tab.id.toString()}`).length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(mostWrites);
  });

  test('each tab has one key, and nothing else is written', () => {
    expect([...new Set(written)].filter((key) => !/^tab:\d+$/.test(key))).toEqual([]);
  });
}

type Watched = typeof globalThis & { keysWritten: string[] };

/** Keeps the key of each write to session storage from now on; one that changes nothing is not told. */
const noteWrites = ({ inExtension }: Driver) =>
  inExtension(() => {
    const keysWritten: string[] = [];
    chrome.storage.session.onChanged.addListener((changes) => {
      keysWritten.push(...Object.keys(changes));
    });
    Object.assign(globalThis, { keysWritten });
  });

async function send({ gusts, pauseMs, perGust }: { gusts: number; pauseMs: number; perGust: number }): Promise<void> {
  for (let gust = 0; gust < gusts; gust += 1) {
    const urls = Array.from({ length: perGust }, (_, place) => `/i/${gust.toString()}-${place.toString()}.gif`);
    await Promise.all(urls.map((url) => fetch(url)));
    await new Promise((done) => setTimeout(done, pauseMs));
  }
}

const areAllQuiet = ({ inExtension }: Driver) =>
  inExtension(async () => {
    const stored: Record<string, unknown> = await chrome.storage.session.get(null);
    return Object.entries(stored).every(
      ([key, text]) => !key.startsWith('tab:') || /"isBusy":false/.test(String(text)),
    );
  });
