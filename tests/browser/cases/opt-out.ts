import { expect, test } from 'vitest';
import { otherPages, ownPages } from '../../site/opt-out/pages';
import { expectShown } from '../opt-out/shown';
import { switchSite } from '../opt-out/switch';
import { arrived, expectReported, expectSaid, forAll, reloadAll, visiting } from '../opt-out/visits';
import type { Scene } from '../support/scene';

const hits: Readonly<Record<keyof typeof ownPages, number>> = {
  gtag: 2,
  'gtag-old': 2,
  'analytics-js': 2,
  gtm: 2,
  'two-ids': 4,
  'late-id': 4,
  subdomain: 2,
  'same-site-frame': 2,
  'srcdoc-frame': 2,
  'blank-frame': 2,
  'blank-frame-at-once': 2,
};

const { proxied, deaf, 'no-tag': noTag } = otherPages;

export function testOptOut(scene: Scene): void {
  test('a site’s own pages and frames send nothing while it is switched off, whatever the form of the tag', async () => {
    await visiting(scene, ownPages, hits, async (visits) => {
      await expectShown(scene.driver, visits);
      await switchSite(scene.driver, visits[0].tab, true);
      await expectReported(scene, visits, forAll(ownPages, 'reload-to-prove'));
      await reloadAll(scene, visits);
      expect(arrived(scene, visits)).toEqual(forAll(ownPages, 0));
      await expectSaid(scene, visits, {
        ...forAll(ownPages, 'proven, tag loaded'),
        // Its tag is part of the page: nobody saw it being loaded.
        'blank-frame-at-once': 'nothing-to-prove',
      });
    });
  });

  test('hits of a tag that does not obey are told with where they went, and a page without a tag proves nothing', async () => {
    await visiting(scene, { proxied, deaf, noTag }, { proxied: 2, deaf: 2, noTag: 0 }, async (visits) => {
      await expectShown(scene.driver, visits);
      await switchSite(scene.driver, visits[0].tab, true);
      await reloadAll(scene, visits);
      expect(arrived(scene, visits)).toEqual({ proxied: 2, deaf: 2, noTag: 0 });
      await expectSaid(scene, visits, {
        proxied: 'not effective, 2 hits: own-host 2 to ga.example',
        deaf: 'not effective, 2 hits: unknown 2 to region1.google-analytics.com',
        noTag: 'nothing-to-prove',
      });
    });
  });

  test('each id that the page names has its cookie and its flag while the site is switched off, and no longer', async () => {
    const { 'two-ids': page } = ownPages;
    await visiting(scene, { page }, { page: 4 }, async (visits) => {
      const [{ tab }] = visits;
      const disabled = () =>
        tab.evaluate(
          (ids) =>
            ids.flatMap((id) => [
              Reflect.get(window, `ga-disable-${id}`) === true,
              document.cookie.split('; ').includes(`ga-disable-${id}=true`),
            ]),
          page.ids,
        );
      expect(await disabled()).toEqual([false, false, false, false]);
      const { cookieIds } = await switchSite(scene.driver, tab, true);
      expect(cookieIds).toEqual(page.ids);
      await reloadAll(scene, visits);
      expect(await disabled()).toEqual([true, true, true, true]);
      await switchSite(scene.driver, tab, false);
      await reloadAll(scene, visits);
      expect(await disabled()).toEqual([false, false, false, false]);
    });
  });
}
