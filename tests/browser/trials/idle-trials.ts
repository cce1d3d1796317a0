import type { SiteServer } from '../../site/server';
import type { Driver, Tab } from '../support/driver';
import { readReport } from '../support/site-report';
import { eventually } from '../support/surface';
import { untilStored } from '../support/until-stored';
import { untilLoaded, loadHost, loadUrl, logOf, untilQuiet } from './load-page';
import type { LoadPage } from './load-page';
import { differenceOf, lostIn } from './log-and-report';

export interface IdleOptions {
  readonly trials: number;
  readonly seed: number;
  /** Waits for the browser's own suspension instead of stopping the background once it has stored all. */
  readonly isOwnSuspension?: boolean;
}

export interface IdleFigures {
  readonly seed: number;
  readonly trials: number;
  /** What reached the server, and how much of that no report counts. */
  requests: number;
  lost: number;
  /** Trials whose report differs from the log. */
  differing: number;
  /** Reports that doubt themselves although nothing is missing. */
  needless: number;
  readonly remarks: string[];
}

const requests = 301;
const suspensionMs = 120_000;

/** Stops the idle background again and again; what wakes it is the first of a burst of 301 requests. */
export async function idleTrials(driver: Driver, server: SiteServer, options: IdleOptions): Promise<IdleFigures> {
  const { trials, seed, isOwnSuspension = false } = options;
  const figures: IdleFigures = { seed, trials, requests: 0, lost: 0, differing: 0, needless: 0, remarks: [] };
  for (let trial = 1; trial <= trials; trial += 1) {
    // An open page wakes it, or the way to a new one.
    const isOnDemand = trial % 2 === 1;
    const page = { trial: 9000 + trial, seed: seed + trial, requests, overMs: 0, hasFrames: false, isOnDemand };
    const tab = await driver.open(isOnDemand ? loadUrl(page) : `https://${loadHost}/`);
    await rest(driver, isOwnSuspension);
    if (isOnDemand) await tab.evaluate(() => Reflect.apply(Reflect.get(window, 'start') as () => void, window, []));
    else await tab.goto(loadUrl(page));
    await untilLoaded(tab);
    await untilQuiet(() => logOf(server, page.trial).length);
    await judge(driver, server, { tab, page, figures });
    await tab.close();
  }
  return figures;
}

/** What must not be, a line each; `[]` is none. */
export function idleFaults({ seed, trials, requests: got, lost, differing, remarks }: IdleFigures): readonly string[] {
  const faults: string[] = [];
  if (lost > 0 || differing > 0) faults.push(`${lost} of ${got} requests lost, ${differing} reports differ`);
  if (got < trials * requests) faults.push(`only ${got} requests reached the server`);
  return faults.length === 0 ? [] : [`seed ${seed}`, ...faults, ...remarks];
}

/** Waits until the background is at rest, and that it is. */
async function rest(driver: Driver, isOwnSuspension: boolean): Promise<void> {
  const isAtRest = async () => !(await driver.isBackgroundRunning());
  if (!isOwnSuspension) {
    await untilStored(driver);
    await driver.stopBackground();
  }
  if (await eventually(isAtRest, isOwnSuspension ? suspensionMs : 2000)) return;
  if (isOwnSuspension) throw new Error('The browser did not suspend the background.');
  await rest(driver, isOwnSuspension); // a late request has woken it again
}

interface Trial {
  readonly tab: Tab;
  readonly page: LoadPage;
  readonly figures: IdleFigures;
}

async function judge(driver: Driver, server: SiteServer, { tab, page, figures }: Trial): Promise<void> {
  const look = async () => {
    const report = await readReport({ evaluate: driver.inExtension }, tab);
    return { report, difference: differenceOf(logOf(server, page.trial), report) };
  };
  let seen = await look();
  await eventually(async () => Object.keys((seen = await look()).difference).length === 0, 3000);
  const { report, difference } = seen;
  const gaps = report.coverage.kind === 'all' ? [] : report.coverage.gaps.map(({ reason }) => reason);
  const isDoubted = gaps.some((reason) => reason !== 'timing-full');
  const differs = Object.keys(difference).length > 0;
  figures.requests += logOf(server, page.trial).length;
  figures.lost += lostIn(difference);
  if (differs) figures.differing += 1;
  else if (isDoubted) figures.needless += 1;
  if (!differs && !isDoubted) return;
  const hosts = Object.entries(difference).slice(0, 6);
  figures.remarks.push(`trial ${page.trial}: gaps ${gaps.join(' ')}; differs at ${JSON.stringify(hosts)}`);
}
