import { expect, test } from 'vitest';
import { meddlingPages } from '../../site/opt-out/pages';
import type { MeddlingPage } from '../../site/opt-out/pages';
import { switchSite } from '../opt-out/switch';
import { arrived, expectReported, forAll, reloadAll, visiting } from '../opt-out/visits';
import type { Visits } from '../opt-out/visits';
import { emptyJars } from '../support/cookies';
import type { BrowserName } from '../support/driver';
import type { Scene } from '../support/scene';

const allPages: Readonly<Record<string, MeddlingPage>> = Object.fromEntries(
  meddlingPages.map((page) => [`${page.action}, ${page.strictness}`, page]),
);

/** Who takes `_gaUserPrefs` away or puts another in its place learns that it cannot be done. */
const refused = {
  'delete, strict': ['TypeError'],
  'delete-ioo, strict': ['TypeError'],
  'redefine, sloppy': ['TypeError'],
  'redefine, strict': ['TypeError'],
};

async function notesOf(visits: Visits) {
  const notes: Record<string, unknown> = {};
  for (const { name, tab } of visits) notes[name] = await tab.evaluate(() => Reflect.get(window, 'notes') as unknown);
  return notes;
}

/** The script in the page is one for both browsers: the second of them is given every third of the pages. */
export function testOptOutPreferences(name: BrowserName, scene: Scene): void {
  const isSample = name !== 'chromium';
  const pages = Object.fromEntries(Object.entries(allPages).filter((_, at) => !isSample || at % 3 === 2));
  const calm = forAll(pages, ['nothing thrown']);
  const thrown = Object.fromEntries(Object.entries(refused).filter(([page]) => page in pages));

  test('a page that meddles with _gaUserPrefs sends nothing while it is switched off, and ordinary code does not fail', async () => {
    await visiting(
      scene,
      pages,
      forAll(pages, 2),
      async (visits) => {
        expect(await notesOf(visits)).toEqual(calm);
        await switchSite(scene.driver, visits[0].tab, true);
        // So that nothing but `_gaUserPrefs` stops these tags: they do not know the attribute either.
        await emptyJars(scene.driver.inExtension);
        await reloadAll(scene, visits);
        expect(arrived(scene, visits)).toEqual(forAll(pages, 0));
        expect(await notesOf(visits)).toEqual({ ...calm, ...thrown });
        await expectReported(scene, visits, forAll(pages, 'proven, tag loaded'));
      },
      { isBackSeen: false },
    );
  });
}
