import { expect, test } from 'vitest';
import { otherPages, ownPages } from '../../site/opt-out/pages';
import { switchEverywhere, switchSite } from '../opt-out/switch';
import { arrived, expectSaid, reloadAll, visiting } from '../opt-out/visits';
import type { Scene } from '../support/scene';

const { 'foreign-frame-async': loading, 'foreign-frame-inline': inline, 'foreign-frame-deaf': deaf } = otherPages;
const obedient = { loading, inline };
const twoEach = { loading: 2, inline: 2 };

export function testOptOutFrames(scene: Scene): void {
  test('what a frame of another site still sends while only the site is switched off is told as that frame’s', async () => {
    await visiting(scene, { ...obedient, deaf }, { ...twoEach, deaf: 2 }, async (visits) => {
      await switchSite(scene.driver, visits[0].tab, true);
      await reloadAll(scene, visits);
      const left = arrived(scene, visits);
      const told = (count: number, ifNone: string) =>
        count === 0
          ? ifNone
          : `not effective, ${count} hits: foreign-frame ${count} to region1.google-analytics.com in a frame of frame-of-ga.example`;
      expect(left['deaf']).toBe(2);
      await expectSaid(scene, visits, {
        deaf: told(2, ''),
        loading: told(left['loading'] ?? -1, 'proven, tag loaded'),
        inline: told(left['inline'] ?? -1, 'nothing-to-prove'),
      });
    });
  });

  test('frames of other sites send nothing while all sites are switched off', async () => {
    const all = { ...obedient, gtag: ownPages.gtag };
    await visiting(scene, all, { ...twoEach, gtag: 2 }, async (visits) => {
      await switchEverywhere(scene.driver, visits[0].tab, true);
      await reloadAll(scene, visits);
      expect(arrived(scene, visits)).toEqual({ loading: 0, inline: 0, gtag: 0 });
      await expectSaid(scene, visits, {
        loading: 'proven, tag loaded',
        inline: 'nothing-to-prove',
        gtag: 'proven, tag loaded',
      });
    });
  });

  test('a site that is excepted from the switch of all sites sends, with its subdomains; the others do not', async () => {
    const { gtag, subdomain } = ownPages;
    const elsewhere = { url: 'https://cloudops.example/analytics', ids: ['G-DEMO000001'], body: () => '' };
    const own = { gtag, subdomain };
    await visiting(scene, own, { gtag: 2, subdomain: 2 }, async (visits) => {
      const [{ tab }] = visits;
      await switchEverywhere(scene.driver, tab, true);
      const { on, isException } = await switchSite(scene.driver, tab, false);
      expect({ on, isException }).toEqual({ on: null, isException: true });
      await reloadAll(scene, visits);
      expect(arrived(scene, visits)).toEqual({ gtag: 2, subdomain: 2 });
      await expectSaid(scene, visits, { gtag: 'off, 2 hits', subdomain: 'off, 2 hits' });

      const other = await scene.driver.open(elsewhere.url);
      const there = [{ name: 'elsewhere', page: elsewhere, tab: other }] as const;
      await expectSaid(scene, there, { elsewhere: 'proven, tag loaded' });
      expect(arrived(scene, there)).toEqual({ elsewhere: 0 });
      await other.close();
      await switchSite(scene.driver, tab, true);
      await reloadAll(scene, visits);
      expect(arrived(scene, visits)).toEqual({ gtag: 0, subdomain: 0 });
      await expectSaid(scene, visits, { gtag: 'proven, tag loaded', subdomain: 'proven, tag loaded' });
    });
  });
}
