import { parseArgs } from 'node:util';
import { browserNames } from '../browser/support/driver';
import type { Driver } from '../browser/support/driver';
import { launch } from '../browser/support/launch';
import { accessFaults, accessTrials } from '../browser/trials/access-trials';
import { cacheFaults, cacheTrials } from '../browser/trials/cache-trials';
import { idleFaults, idleTrials } from '../browser/trials/idle-trials';
import { killFaults, killTrials } from '../browser/trials/kill-trials';
import { popupFaults, popupTrials } from '../browser/trials/popup-trials';
import { startTrialSite } from '../browser/trials/trial-site';
import type { SiteServer } from '../site/server';

/**
 * The trials of observation in full: what a server really got beside what Candor says of it. Prints a table of
 * figures for each, and fails where anything is told wrongly.
 *
 * `--only kill-once` one trial, `--browser firefox` one browser, `--count 5` fewer, `--seed 7` the same moments again.
 */
interface Trial {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly run: (driver: Driver, server: SiteServer, count: number) => Promise<Outcome>;
}

interface Outcome {
  readonly figures: object;
  readonly faults: readonly string[];
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    browser: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);

const kill = async (driver: Driver, server: SiteServer, trials: number, kills: number) => {
  const figures = await killTrials(driver, server, { trials, kills, seed });
  return { figures, faults: killFaults(figures) };
};

const trials: readonly Trial[] = [
  {
    name: 'idle-stop',
    counts: { chromium: 50, firefox: 10 },
    run: async (driver, server, count) => {
      const figures = await idleTrials(driver, server, {
        trials: count,
        seed,
        isOwnSuspension: driver.name === 'firefox',
      });
      return { figures, faults: idleFaults(figures) };
    },
  },
  {
    name: 'kill-once',
    counts: { chromium: 30, firefox: 30 },
    run: (driver, server, count) => kill(driver, server, count, 1),
  },
  {
    name: 'kill-thrice',
    counts: { chromium: 30, firefox: 30 },
    run: (driver, server, count) => kill(driver, server, count, 3),
  },
  {
    name: 'popup',
    counts: { chromium: 100, firefox: 100 },
    run: async (driver, _server, count) => {
      const figures = await popupTrials(driver, { trials: count, seed, restedEvery: 3 });
      return { figures, faults: popupFaults(figures) };
    },
  },
  {
    name: 'cache',
    counts: { chromium: 5, firefox: 5 },
    run: async (driver, server, count) => {
      const figures = await cacheTrials(driver, server, count);
      return { figures, faults: cacheFaults(figures) };
    },
  },
  {
    name: 'access',
    counts: { chromium: 5, firefox: 5 },
    run: async (driver, _server, count) => {
      const figures = await accessTrials(driver, count);
      return { figures, faults: accessFaults(figures) };
    },
  },
];

console.log(`Seed ${seed}`);
for (const { name, counts, run } of trials.filter((trial) => (values.only ?? trial.name) === trial.name)) {
  for (const browser of browserNames.filter((one) => (values.browser ?? one) === one)) {
    const startedAt = Date.now();
    const server = await startTrialSite();
    const driver = await launch(browser, { port: server.port, backgroundIdleMs: 15_000 });
    try {
      const { figures, faults } = await run(driver, server, Number(values.count ?? counts[browser] ?? 1));
      console.log(
        `\n${faults.length === 0 ? 'ok  ' : 'FAIL'}  ${name} in ${driver.version}, ${Math.round((Date.now() - startedAt) / 1000)} s`,
      );
      for (const [what, figure] of Object.entries(figures)) {
        if (typeof figure === 'number') console.log(`  ${what.padEnd(18)} ${Math.round(figure * 1000) / 1000}`);
        else for (const remark of figure as string[]) console.log(`    ${remark}`);
      }
      for (const fault of faults) console.log(`  ! ${fault}`);
      if (faults.length > 0) process.exitCode = 1;
    } finally {
      await driver.close();
      await server.close();
    }
  }
}
