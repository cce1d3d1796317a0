import { describe, expect, test, vi } from 'vitest';
import { browserNames } from './support/driver';
import { askedOf, isAskedAll } from './support/looked-at';
import { setScene } from './support/scene';
import { accessFaults, accessTrials } from './trials/access-trials';
import { cacheFaults, cacheTrials } from './trials/cache-trials';
import { idleFaults, idleTrials } from './trials/idle-trials';
import { killFaults, killTrials } from './trials/kill-trials';
import { popupFaults, popupTrials } from './trials/popup-trials';
import { startTrialSite } from './trials/trial-site';

/** A few trials of each kind; `npm run soak:trials` makes them all. */
const seed = Number(process.env['CANDOR_SEED'] ?? 20261122);

// Pages of many requests, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name, {}, startTrialSite);

  test.each(
    askedOf(name, [
      { kills: 3, trials: 1 },
      { kills: 1, trials: 1 },
    ]),
  )('killed $kills × while a page loads, Candor says that it may have missed something', async ({ kills, trials }) => {
    const figures = await killTrials(scene.driver, scene.server, { trials, kills, seed, isQuick: true });
    expect(killFaults(figures)).toEqual([]);
  });

  test('after an idle stop nothing of what wakes the background is lost', async () => {
    expect(idleFaults(await idleTrials(scene.driver, scene.server, { trials: 1, seed }))).toEqual([]);
  });

  test('the popup opened while the background comes back never says "none"', async () => {
    expect(
      popupFaults(await popupTrials(scene.driver, { trials: isAskedAll(name) ? 2 : 1, seed, restedEvery: 2 })),
    ).toEqual([]);
  });

  test('a second visit with everything in the cache shows the same services', async () => {
    expect(cacheFaults(await cacheTrials(scene.driver, scene.server, 2))).toEqual([]);
  });

  test('access taken away and given back is told at once, in popup and badge', async () => {
    expect(accessFaults(await accessTrials(scene.driver, 1))).toEqual([]);
  });
});
