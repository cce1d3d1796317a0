import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { otherPages, ownPages } from '../../site/opt-out/pages';
import { switchEverywhere, switchSite } from '../opt-out/switch';
import { arrived, expectSaid, reloadAll, visiting } from '../opt-out/visits';
import type { Visit } from '../opt-out/visits';
import type { Scene } from '../support/scene';

const { gtag, 'gtag-old': gtagOld } = ownPages;
const { looking, 'looking-elsewhere': elsewhere } = otherPages;
const foundBy = ({ tab }: Visit) => tab.evaluate(() => Reflect.get(window, 'found') as readonly string[]);

/** What a page can see of an opt-out that is on, and should: the tags look for it. */
const traces = ['own property: _gaUserPrefs', 'attribute: data-google-analytics-opt-out'];

export function testOptOutUnseen(scene: Scene): void {
  test('a page that looks for the extension finds nothing where no opt-out is on, and only what tags look for where one is', async () => {
    await visiting(scene, { looking, elsewhere }, { looking: 0, elsewhere: 0 }, async (visits) => {
      const [own, ...others] = visits;
      const other = others[0] ?? own;
      expect([await foundBy(own), await foundBy(other)]).toEqual([[], []]);
      await switchSite(scene.driver, own.tab, true);
      await reloadAll(scene, visits);
      expect(await foundBy(own)).toEqual(expect.arrayContaining(traces));
      expect(await foundBy(other)).toEqual([]);
      await switchEverywhere(scene.driver, own.tab, true);
      await reloadAll(scene, visits);
      expect(await foundBy(other)).toEqual(expect.arrayContaining(traces));
      await switchSite(scene.driver, other.tab, false);
      await reloadAll(scene, visits);
      expect(await foundBy(other)).toEqual([]);
    });
  });

  test('a page that was open before the switch proves nothing; the next does, though the background was stopped in between', async () => {
    await visiting(scene, { gtag, gtagOld }, { gtag: 2, gtagOld: 2 }, async (visits) => {
      await switchSite(scene.driver, visits[0].tab, true);
      await expectSaid(scene, visits, { gtag: 'reload-to-prove', gtagOld: 'reload-to-prove' });
      // The late requests of a page would wake it at once.
      await wait(1000);
      await scene.driver.stopBackground();
      await reloadAll(scene, visits);
      expect(arrived(scene, visits)).toEqual({ gtag: 0, gtagOld: 0 });
      await expectSaid(scene, visits, { gtag: 'proven, tag loaded', gtagOld: 'proven, tag loaded' });
    });
  });
}
