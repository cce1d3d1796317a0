import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDemoSite } from '../site/demo-site';
import type { SiteServer } from '../site/server';
import { proofOf, switchEverywhere, switchSite } from './opt-out/switch';
import { type Driver, type Tab, browserNames } from './support/driver';
import { launch } from './support/launch';
import { isAskedAll } from './support/looked-at';
import { eventually } from './support/surface';

const page = 'https://cloudops.example/analytics';
const collector = 'region1.google-analytics.com';

describe.each(browserNames)('in %s', (name) => {
  let server: SiteServer;
  let profile: string;
  let driver: Driver | null = null;
  beforeEach(async () => {
    server = await startDemoSite();
    profile = await mkdtemp(join(tmpdir(), 'candor-profile-'));
  });
  afterEach(async () => {
    await driver?.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const start = async () => (driver = await launch(name, { port: server.port, profile }));
  const stop = async () => {
    await driver?.close();
    driver = null;
  };
  /** What arrives at Google from the page, once it has had the time to send it. */
  const hitsAfter = async (load: () => Promise<unknown>) => {
    await settledHits(); // what the page before has still to send
    server.clearLog();
    await load();
    return settledHits();
  };
  /** How many arrived, once no more have come for a while. */
  const settledHits = async (): Promise<number> => {
    const before = server.requestsTo(collector).length;
    await wait(700);
    const now = server.requestsTo(collector).length;
    return now === before ? now : settledHits();
  };
  const isProven = (on: Driver, tab: Tab) => eventually(async () => (await proofOf(on, tab)).kind === 'proven', 5000);

  test('the switch of a site outlives the browser', async () => {
    const first = await start();
    const tab = await first.open(page);
    expect(await hitsAfter(() => tab.reload())).toBe(2);
    await switchSite(first, tab, true);
    expect(await hitsAfter(() => tab.reload())).toBe(0);
    await stop();

    const second = await start();
    const opened = second.open(page);
    expect(await hitsAfter(() => opened)).toBe(0);
    expect(await isProven(second, await opened)).toBe(true);
    await switchSite(second, await opened, false);
    expect(await hitsAfter(async () => (await opened).reload())).toBe(2);
  });

  if (!isAskedAll(name)) return;

  test('the switch for all sites outlives an update of the extension', async () => {
    const on = await start();
    const tab = await on.open(page);
    expect(await hitsAfter(() => tab.reload())).toBe(2);
    await switchEverywhere(on, tab, true);
    await on.reloadExtension();
    // The page from before the update is not taken for proof.
    expect((await proofOf(on, tab)).kind).toBe('reload-to-prove');
    expect(await hitsAfter(() => tab.reload())).toBe(0);
    expect(await isProven(on, tab)).toBe(true);
    await switchEverywhere(on, tab, false);
    expect(await hitsAfter(() => tab.reload())).toBe(2);
  });
});
