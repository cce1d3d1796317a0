import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { OptOutPage } from '../../site/opt-out/pages';
import type { SiteServer } from '../../site/server';
import type { Tab } from '../support/driver';
import type { Scene } from '../support/scene';
import { eventually } from '../support/surface';
import { expectShown } from './shown';
import { saidOf, switchEverywhere, switchSite } from './switch';

/** A page in a tab of its own. */
export interface Visit {
  readonly name: string;
  readonly page: OptOutPage;
  readonly tab: Tab;
}

export type Visits = readonly [Visit, ...Visit[]];

/** Something of each page, by the page's name. */
export type ByPage<T> = Readonly<Record<string, T>>;

/** Longer than a tag waits that was configured when its page was done. */
const quietMs = 600;

/**
 * Opens each of the pages in a tab of its own, runs `look`, and closes them. Before that the opt-out is off, and each
 * page is seen to send as many hits as `hits` says; after it the opt-out is switched off again, and they are back
 * (`isBackSeen: false` leaves that to other visits).
 */
export async function visiting(
  scene: Scene,
  pages: ByPage<OptOutPage>,
  hits: ByPage<number>,
  look: (visits: Visits) => Promise<void>,
  { isBackSeen = true }: { readonly isBackSeen?: boolean } = {},
): Promise<void> {
  scene.server.clearLog();
  const [first, ...others] = await openAll(scene, pages);
  if (first === undefined) throw new Error('There is no page to visit.');
  const visits: Visits = [first, ...others];
  try {
    await settled(visits);
    await expectOff(scene, visits, hits);
    await look(visits);
    await switchOff(scene, visits);
    if (!isBackSeen) return;
    await reload(scene, visits);
    await expectOff(scene, visits, hits);
  } finally {
    await switchOff(scene, visits);
    for (const { tab } of visits) await tab.close();
  }
}

/** Reloads all, waits until each is done and nothing more would be sent; the server's log begins anew. */
export async function reloadAll(scene: Pick<Scene, 'server'>, visits: readonly Visit[]): Promise<void> {
  await reload(scene, visits);
  await wait(quietMs);
}

/** Waits until each page's report says this, see `saidOf`; then their popups must say it too. */
export async function expectSaid({ driver }: Pick<Scene, 'driver'>, visits: Visits, wanted: ByPage<string>) {
  await expectReported({ driver }, visits, wanted);
  await expectShown(driver, visits);
}

/** By page: the hits of its own ids that arrived, wherever they went. */
export function arrived({ server }: Pick<Scene, 'server'>, visits: Visits): ByPage<number> {
  return Object.fromEntries(visits.map(({ name, page }) => [name, hitsOf(server, page.ids)]));
}

export function hitsOf({ log }: SiteServer, ids: readonly string[]): number {
  const urls = log.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname.endsWith('/collect'));
  return urls.filter(({ searchParams }) => ids.includes(searchParams.get('tid') ?? '')).length;
}

/** The same for each page. */
export function forAll<T>(pages: ByPage<unknown>, value: T): ByPage<T> {
  return Object.fromEntries(Object.keys(pages).map((name) => [name, value]));
}

async function expectOff(scene: Scene, visits: Visits, hits: ByPage<number>): Promise<void> {
  await expect.poll(() => arrived(scene, visits)).toEqual(hits);
  const said = Object.fromEntries(Object.entries(hits).map(([name, count]) => [name, `off, ${count} hits`]));
  await expectReported(scene, visits, said);
}

/** Waits until each page's report says this, see `saidOf`. */
export async function expectReported(
  { driver }: Pick<Scene, 'driver'>,
  visits: Visits,
  wanted: ByPage<string>,
): Promise<void> {
  const said = async () => {
    const all: Record<string, string> = {};
    for (const { name, tab } of visits) all[name] = await saidOf(driver, tab);
    return all;
  };
  await expect.poll(said, { timeout: 6000, interval: 200 }).toEqual(wanted);
}

async function openAll({ driver }: Scene, pages: ByPage<OptOutPage>): Promise<readonly Visit[]> {
  const visits: Visit[] = [];
  for (const [name, page] of Object.entries(pages)) visits.push({ name, page, tab: await driver.open(page.url) });
  return visits;
}

async function switchOff({ driver }: Scene, visits: Visits): Promise<void> {
  await switchEverywhere(driver, visits[0].tab, false);
  for (const { tab } of visits) await switchSite(driver, tab, false);
}

async function reload({ server }: Pick<Scene, 'server'>, visits: readonly Visit[]): Promise<void> {
  server.clearLog();
  await Promise.all(visits.map(({ tab }) => tab.reload()));
  await settled(visits);
}

async function settled(visits: readonly Visit[]): Promise<void> {
  for (const { name, tab } of visits) {
    const isDone = () => tab.evaluate(() => Reflect.get(window, 'isDone') === true);
    if (!(await eventually(isDone, 10_000))) throw new Error(`The page of "${name}" does not come to its end.`);
  }
}
