import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cookieValue } from '../site/sites/cookie-sites';
import { cookiesIn, emptyJars, everythingKept, inShort, openElsewhere } from './support/cookies';
import { browserNames } from './support/driver';
import type { Tab } from './support/driver';
import { setScene } from './support/scene';
import type { Scene } from './support/scene';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { readReport } from './support/site-report';

declare const chrome: WebExtension;

const site = 'https://cookies.example';
const day = 86_400;
/** A change waits three seconds for an answer that explains it, and is looked at once a second. */
const decided = { timeout: 15_000, interval: 250 };

/** Reads reports without a popup: this one is about what is observed. */
function reading(scene: Scene) {
  const report = (tab: Pick<Tab, 'id'>) => readReport({ evaluate: scene.driver.inExtension }, tab);
  const cookies = async (tab: Pick<Tab, 'id'>) => cookiesIn(await report(tab));
  const short = async (tab: Pick<Tab, 'id'>) => inShort(await cookies(tab));
  const one = async (tab: Pick<Tab, 'id'>, name: string) => (await cookies(tab)).find((it) => it.name === name);
  return { report, cookies, short, one };
}

function withTabs(scene: Scene) {
  const tabs: Tab[] = [];
  beforeEach(() => emptyJars(scene.driver.inExtension));
  afterEach(async () => {
    await Promise.all(tabs.splice(0).map((tab) => tab.close()));
  });
  return async (path: string, host = site) => {
    const tab = await scene.driver.open(`${host}${path}`);
    tabs.push(tab);
    return tab;
  };
}

describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name);
  const open = withTabs(scene);
  const { report, cookies, short, one } = reading(scene);

  test('cookies set by header are told as sent, with their flags; what the browser refuses is told too', async () => {
    const tab = await open('/header');
    const expected = { plain: 'http', long: 'http', hidden: 'http', dated: 'http', '__Host-broken': 'http not kept' };
    await expect.poll(() => short(tab), decided).toEqual(expected);
    expect(await one(tab, 'long')).toMatchObject({
      lifetimeSeconds: 3650 * day,
      lifetimeIsStored: false,
      secure: true,
      party: 'first-party',
      setByHost: 'cookies.example',
      overwritten: 0,
    });
    expect(await one(tab, 'hidden')).toMatchObject({ httpOnly: true, sameSite: 'strict', lifetimeSeconds: null });
    expect((await one(tab, 'dated'))?.lifetimeSeconds).toBeGreaterThan(30 * 365 * day);
  });

  test('cookies set by script are told as stored, which is 400 days at most', async () => {
    const tab = await open('/script');
    expect(['earlier', 'script']).toContain((await short(tab))['scripted']);
    await expect.poll(() => short(tab), decided).toEqual({ scripted: 'script', brief: 'script' });
    const scripted = await one(tab, 'scripted');
    expect(scripted).toMatchObject({ lifetimeIsStored: true, httpOnly: false });
    expect(scripted?.lifetimeSeconds).toBeGreaterThan(399 * day);
    expect(scripted?.lifetimeSeconds).toBeLessThanOrEqual(400 * day);
    expect(await one(tab, 'brief')).toMatchObject({ lifetimeSeconds: null });
  });

  test('who set it last is told, and how often it was set anew', async () => {
    const tab = await open('/overwritten');
    const both = async () => {
      const [header, script] = [await one(tab, 'first-header'), await one(tab, 'first-script')];
      return [header, script].map((it) => `${it?.setBy ?? 'nobody'} ${it?.overwritten.toString() ?? ''}`);
    };
    await expect.poll(both, decided).toEqual(['script 1', 'http 1']);
  });

  test('what was there before is told as such, and what is deleted by script or header as deleted', async () => {
    const first = await open('/header');
    await expect.poll(() => short(first), decided).toMatchObject({ plain: 'http', long: 'http' });
    await first.goto(`${site}/`);
    const before = { plain: 'earlier', long: 'earlier', hidden: 'earlier', dated: 'earlier' };
    await expect.poll(() => short(first), decided).toEqual(before);
    expect((await one(first, 'long'))?.lifetimeSeconds).toBeLessThanOrEqual(400 * day);

    await first.goto(`${site}/deleting`);
    const after = { ...before, plain: 'earlier deleted', long: 'http deleted' };
    await expect.poll(() => short(first), decided).toEqual(after);
    expect(await one(first, 'plain')).toMatchObject({ removedBy: 'deletion' });

    await first.goto(`${site}/again`);
    await expect.poll(async () => (await short(first))['plain'], decided).toBe('script');
  });

  test('in a third party’s frame, what is kept apart for this site is told so', async () => {
    const tab = await open('/frame');
    const frameHeader = name === 'firefox' ? 'http apart' : 'http not kept';
    const expected = { 'apart-header': 'http apart', 'apart-script': 'script apart', 'frame-header': frameHeader };
    await expect.poll(() => short(tab), decided).toEqual(expected);
    expect(await one(tab, 'apart-script')).toMatchObject({ party: 'third-party', partition: 'cookies.example' });
    await tab.goto(`${site}/`);
    await expect.poll(async () => (await short(tab))['apart-script'], decided).toBe('earlier apart');
    // Not in another site's partition, nor on its page.
    await tab.goto('https://clean.example/');
    await expect.poll(async () => (await report(tab)).site.host, decided).toBe('clean.example');
    expect(Object.keys(await short(tab))).not.toContain('apart-script');
  });

  test('a frame without an origin sets none by script, although its answer may', async () => {
    scene.server.clearLog();
    const tab = await open('/sandbox');
    await expect.poll(() => scene.server.log.map(({ url }) => url), decided).toContain(`${site}/thrown/SecurityError`);
    await wait(4500);
    expect(await short(tab)).toEqual({ 'opaque-header': 'http' });
  });

  test('a cookie set by the site’s own server shows its service at work; one that was there before does not', async () => {
    const tab = await open('/measured');
    const analytics = async () => (await report(tab)).processors.find(({ id }) => id === 'service:google-analytics');
    await expect.poll(analytics, decided).toMatchObject({ activity: 'active', sent: 0, cookies: [{ name: '_ga' }] });
    const popup = await scene.driver.popup(tab);
    await popup.waitForText('at work, seen by its cookies');
    await popup.unfold();
    await popup.waitForText('set by an answer of cookies.example');
    await popup.close();
    await tab.goto(`${site}/`);
    await expect.poll(() => short(tab), decided).toEqual({ _ga: 'earlier' });
    expect(await analytics()).toBeUndefined();
  });

  test('a cookie that wakes a stopped background is told too', async () => {
    const tab = await open('/script-later');
    await wait(3000);
    await scene.driver.stopBackground();
    await tab.evaluate(() => {
      const { later } = globalThis as unknown as { later: () => void };
      later();
    });
    await expect.poll(() => short(tab), decided).toEqual({ later: 'script' });
  });

  test('of two tabs of one site, neither is said to have set what a script set', async () => {
    const [tab, other] = [await open('/'), await open('/named/either')];
    await wait(4500);
    expect([await short(tab), await short(other)]).toEqual([{ either: 'earlier' }, { either: 'earlier' }]);
  });

  test('no value is kept or told', async () => {
    const tab = await open('/header');
    await tab.goto('about:blank'); // while a page comes, the one before it may have set its first cookie
    await tab.goto(`${site}/script`);
    await expect.poll(() => short(tab), decided).toMatchObject({ scripted: 'script' });
    await wait(2000); // the state is saved a second after the last event
    expect(await everythingKept(scene.driver.inExtension)).toContain('scripted');
    expect(await everythingKept(scene.driver.inExtension)).not.toContain(cookieValue);
    expect(JSON.stringify(await report(tab))).not.toContain(cookieValue);
    expect((await cookies(tab)).length).toBeGreaterThan(0);
  });
});

describe.each(browserNames)('in %s, where third parties may keep cookies for all sites', (name) => {
  const scene = setScene(name, { thirdPartyCookies: true });
  const open = withTabs(scene);
  const { short, one } = reading(scene);

  test('what a third party’s answer sets is told without a partition', async () => {
    const tab = await open('/pixel');
    await expect.poll(() => short(tab), decided).toEqual({ everywhere: 'http' });
    expect(await one(tab, 'everywhere')).toMatchObject({
      party: 'third-party',
      partition: null,
      domain: 'widgets.example',
    });
  });

  test('what it keeps since before is told where it goes along, as the server sees', async () => {
    const visit = await open('/', 'https://widgets.example');
    await expect.poll(() => short(visit), decided).toEqual({ everywhere: 'http', 'only-here': 'http' });
    scene.server.clearLog();
    const tab = await open('/look');
    await expect.poll(() => short(tab), decided).toMatchObject({ everywhere: 'earlier' });
    const [request] = scene.server.requestsTo('widgets.example').filter(({ url }) => url.endsWith('/look'));
    const wentAlong = (request?.headers.cookie ?? '').split('; ').map((pair) => pair.split('=')[0] ?? '');
    expect(Object.keys(await short(tab))).toEqual(['everywhere']);
    // A known limit: set so, Firefox also sends what says nothing of other sites. It cannot be told that it does.
    expect(wentAlong).toEqual(name === 'chromium' ? ['everywhere'] : ['everywhere', 'only-here']);
  });
});

describe('in Firefox, each container and the private windows', () => {
  const scene = setScene('firefox', {
    allowPrivate: true,
    firefoxPrefs: { 'privacy.userContext.enabled': true },
  });
  const open = withTabs(scene);
  const { short, report } = reading(scene);

  test.each(['container', 'private window'] as const)('have their own cookies: %s', async (place) => {
    const usual = await open('/named/usual');
    const other = await openElsewhere(scene.driver.inExtension, `${site}/named/other`, place);
    await expect.poll(() => short(other), decided).toEqual({ other: 'script' });
    await expect.poll(() => short(usual), decided).toEqual({ usual: 'script' });
    expect((await report(other)).site.isPrivate).toBe(place === 'private window');
    await scene.driver.inExtension((id) => chrome.tabs.remove(id), other.id);
    await wait(500);
    expect(await short(usual)).toEqual({ usual: 'script' });
  });
});
