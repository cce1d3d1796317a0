import { expect, test } from 'vitest';
import { otherPages, ownPages } from '../../site/opt-out/pages';
import type { BrowserName, Driver } from '../support/driver';
import type { Scene } from '../support/scene';
import { optOutOf, setBlocking, switchEverywhere, switchSite } from '../opt-out/switch';
import { arrived, expectSaid, forAll, hitsOf, reloadAll, visiting } from '../opt-out/visits';

const { proxied, deaf, 'foreign-frame-inline': framed, 'foreign-frame-deaf': framedDeaf } = otherPages;
const { gtag, 'analytics-js': analyticsJs, gtm } = ownPages;

const stubborn = { proxied, deaf, framed, framedDeaf };
const obedient = { gtag, analyticsJs, gtm };
const twoEach = (pages: Readonly<Record<string, unknown>>) => forAll(pages, 2);
const neighbour = ['G-DEMO000001'];

/**
 * Firefox names no document for a fetch that may outlive its page: in the first second after a reload one that was
 * held back may have been the former page's.
 */
const statesOfHeld: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['proven', 'nothing-to-prove'],
  firefox: ['proven', 'nothing-to-prove', 'cannot-tell'],
};

export function testOptOutBlocking(name: BrowserName, scene: Scene): void {
  const tagsThatArrived = () =>
    scene.server.log
      .map(({ url }) => new URL(url))
      .filter(
        ({ host, pathname }) =>
          `${host}${pathname}` === 'www.googletagmanager.com/gtag/js' || pathname === '/analytics.js',
      )
      .map(({ href }) => href);

  const sentByNeighbour = async (driver: Driver) => {
    const tab = await driver.open('https://cloudops.example/analytics');
    await expect.poll(() => hitsOf(scene.server, neighbour)).toBe(2);
    await tab.close();
  };

  test('with its hits blocked a site sends none through its own host or a frame of another site, and others are left alone', async () => {
    await visiting(scene, stubborn, twoEach(stubborn), async (visits) => {
      const [{ tab }] = visits;
      await switchSite(scene.driver, tab, true);
      await setBlocking(scene.driver, tab, 'hits');
      await reloadAll(scene, visits);
      expect(arrived(scene, visits)).toEqual(forAll(stubborn, 0));
      for (const visit of visits) {
        const { proof } = await optOutOf(scene.driver, visit.tab);
        expect(statesOfHeld[name]).toContain(proof.kind);
      }
      await expect.poll(async () => (await optOutOf(scene.driver, tab)).held).toBe(2);
      await sentByNeighbour(scene.driver);

      await switchSite(scene.driver, tab, false);
      await switchEverywhere(scene.driver, tab, true);
      await setBlocking(scene.driver, tab, 'hits');
      await reloadAll(scene, visits);
      expect(arrived(scene, visits)).toEqual(forAll(stubborn, 0));
      await setBlocking(scene.driver, tab, 'none');
      await reloadAll(scene, visits);
      expect(arrived(scene, visits)).toEqual({ proxied: 2, deaf: 2, framed: 0, framedDeaf: 2 });
    });
  });

  test('with hits blocked the tag is still loaded; with the tag blocked too it is not', async () => {
    await visiting(scene, obedient, twoEach(obedient), async (visits) => {
      const [{ tab }] = visits;
      await switchSite(scene.driver, tab, true);
      await setBlocking(scene.driver, tab, 'hits');
      await reloadAll(scene, visits);
      expect(tagsThatArrived()).toHaveLength(3);
      expect(arrived(scene, visits)).toEqual(forAll(obedient, 0));
      await expectSaid(scene, visits, forAll(obedient, 'proven, tag loaded'));

      await setBlocking(scene.driver, tab, 'hits-and-tag');
      await reloadAll(scene, visits);
      expect(tagsThatArrived()).toEqual([]);
      expect(arrived(scene, visits)).toEqual(forAll(obedient, 0));
      await expectSaid(scene, visits, forAll(obedient, 'proven, tag stopped'));
    });
  });
}
