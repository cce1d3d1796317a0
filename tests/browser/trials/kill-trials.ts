import { setTimeout as wait } from 'node:timers/promises';
import type { SiteReport } from '../../../lib/comparison/site-report';
import type { SiteServer } from '../../site/server';
import type { Driver, Tab } from '../support/driver';
import { readReport } from '../support/site-report';
import { eventually } from '../support/surface';
import { chanceFrom } from './chance';
import { timingOf } from './frame-timing';
import type { FrameTiming } from './frame-timing';
import { loadHost, loadUrl, logOf, untilLoaded, untilQuiet } from './load-page';
import type { LoadPage } from './load-page';
import { differenceOf, hostsOf, lostIn } from './log-and-report';

export interface KillOptions {
  readonly trials: number;
  /** How often the background is killed while one page loads. */
  readonly kills: number;
  readonly seed: number;
  /** Smaller pages, for when there is little time. */
  readonly isQuick?: boolean;
}

export interface KillFigures {
  readonly seed: number;
  readonly trials: number;
  /** Kills that found the background running. */
  kills: number;
  /** Requests that reached the server, and how many of them no report counts. */
  requests: number;
  lost: number;
  /** Trials whose report differs from the log; all of these must say that something is missing. */
  differing: number;
  /** Differing, and not a word of it: also after some seconds. */
  silent: number;
  /** Differing without a word at the first look, and mended within seconds. */
  silentAtFirst: number;
  /** Said to be incomplete although nothing is missing. */
  needless: number;
  /** Hosts among the first 250 timing entries of each frame, and those of them in the report. */
  timingHosts: number;
  timingHostsFound: number;
  /** The smallest share of them in one frame. */
  leastFound: number;
  /** Trials with a full list of timing entries, and those whose report says so. */
  fullLists: number;
  fullListsSaid: number;
  /** Popups whose words do not fit the report's coverage. */
  wrongWords: number;
  /** One line for each trial that is worth a look. */
  readonly remarks: string[];
}

const listLength = 250;
/** Of the hosts that a frame's list names, this share at least must be in the report. */
export const wantedShare = 0.95;

/** Loads page after page and kills the background at random moments of each. */
export async function killTrials(driver: Driver, server: SiteServer, options: KillOptions): Promise<KillFigures> {
  const { trials, kills, seed, isQuick = false } = options;
  const chance = chanceFrom(seed);
  const figures = noFigures(seed, trials);
  let tab: Tab | null = null;
  for (let trial = 1; trial <= trials; trial += 1) {
    const isFull = trial % 10 === 3;
    const page: LoadPage = {
      trial: trial + kills * 1000,
      seed: chance.whole(1, 1e6),
      requests: isFull ? 300 : isQuick ? 60 : chance.whole(80, 180),
      overMs: isQuick ? 1000 : chance.between(1000, 3000),
      hasFrames: trial % 2 === 1,
    };
    const moments = Array.from({ length: kills }, () => chance.between(0, page.overMs + 500)).sort((a, b) => a - b);
    // Half of the pages follow another one in the same tab.
    if (tab === null || chance.isHit(0.5)) {
      await tab?.close();
      tab = await driver.open(`https://${loadHost}/`);
    }
    figures.kills += await loadAndKill(driver, tab, page, moments);
    await judge(driver, server, { tab, page, figures });
  }
  await tab?.close();
  return figures;
}

async function loadAndKill(driver: Driver, tab: Tab, page: LoadPage, moments: readonly number[]): Promise<number> {
  const startedAt = Date.now();
  const loading = tab.goto(loadUrl(page));
  let hits = 0;
  for (const moment of moments) {
    await wait(Math.max(0, startedAt + moment - Date.now()));
    if (await driver.stopBackground()) hits += 1;
  }
  await loading;
  await untilLoaded(tab);
  return hits;
}

interface Trial {
  readonly tab: Tab;
  readonly page: LoadPage;
  readonly figures: KillFigures;
}

async function judge(driver: Driver, server: SiteServer, { tab, page, figures }: Trial): Promise<void> {
  await untilQuiet(() => logOf(server, page.trial).length);
  const popup = await driver.popup(tab);
  await popup.waitFor('main[data-ready="true"]', 20_000);
  const look = async () => {
    const report = await readReport(popup, tab);
    const difference = differenceOf(logOf(server, page.trial), report);
    const isSilent = Object.keys(difference).length > 0 && report.coverage.kind === 'all';
    return { report, difference, isSilent };
  };
  let seen = await look();
  const wasSilent = seen.isSilent;
  if (wasSilent) await eventually(async () => !(seen = await look()).isSilent, 5000);
  if (wasSilent && !seen.isSilent) figures.silentAtFirst += 1;
  count(figures, page, seen, logOf(server, page.trial).length);
  countHosts(figures, page, await timingOf(driver, tab), seen.report);
  const isSaid = /Candor saw only part of it|Candor could not look/;
  const wanted = seen.report.coverage.kind !== 'all';
  if (!(await eventually(async () => isSaid.test(await popup.text()) === wanted, 3000))) figures.wrongWords += 1;
  await popup.close();
}

interface Seen {
  readonly report: SiteReport;
  readonly difference: Readonly<Record<string, number>>;
  readonly isSilent: boolean;
}

function count(
  figures: KillFigures,
  { trial, seed }: LoadPage,
  { report, difference, isSilent }: Seen,
  log: number,
): void {
  const differs = Object.keys(difference).length > 0;
  const gaps = report.coverage.kind === 'all' ? [] : report.coverage.gaps.map(({ reason }) => reason);
  // What the list of timing entries cannot hold is said of any page that is large: no word on a kill.
  const isSaid = gaps.some((reason) => reason !== 'timing-full');
  figures.requests += log;
  figures.lost += lostIn(difference);
  if (differs) figures.differing += 1;
  if (isSilent) figures.silent += 1;
  if (!differs && isSaid) figures.needless += 1;
  if (isSilent || (differs && !isSaid) || (!differs && isSaid)) {
    const what = isSilent ? 'SILENT' : differs ? 'said of the full list only' : 'needless';
    const hosts = Object.entries(difference).slice(0, 6);
    figures.remarks.push(
      `trial ${trial} (${seed}): ${what}; gaps ${gaps.join(' ')}; differs at ${JSON.stringify(hosts)}`,
    );
  }
}

function countHosts(figures: KillFigures, page: LoadPage, frames: readonly FrameTiming[], report: SiteReport): void {
  const known = hostsOf(report);
  for (const { url, names } of frames) {
    const listed = names.slice(0, listLength).filter((name) => /^https?:/.test(name));
    const hosts = [...new Set(listed.map((name) => new URL(name).hostname))];
    const missing = hosts.filter((host) => !known.has(host));
    const found = hosts.length === 0 ? 1 : 1 - missing.length / hosts.length;
    figures.timingHosts += hosts.length;
    figures.timingHostsFound += hosts.length - missing.length;
    figures.leastFound = Math.min(figures.leastFound, found);
    if (found < wantedShare) {
      const { host } = new URL(url);
      figures.remarks.push(
        `trial ${page.trial} (${page.seed}): ${missing.length} of ${hosts.length} hosts of ${host} missing`,
      );
    }
  }
  if (!frames.some(({ names }) => names.length >= listLength)) return;
  figures.fullLists += 1;
  const { coverage } = report;
  if (coverage.kind !== 'all' && coverage.gaps.some(({ reason }) => reason === 'timing-full'))
    figures.fullListsSaid += 1;
}

/** What must not be, a line each; `[]` is none. */
export function killFaults(figures: KillFigures): readonly string[] {
  const { silent, leastFound, fullLists, fullListsSaid, wrongWords, trials, kills, seed, remarks } = figures;
  const faults: string[] = [];
  if (silent > 0) faults.push(`${silent} silent gaps`);
  if (leastFound < wantedShare)
    faults.push(`only ${Math.round(leastFound * 100)} % of the hosts of a frame's list found`);
  if (fullListsSaid < fullLists) faults.push(`${fullLists - fullListsSaid} full lists not said`);
  if (wrongWords > 0) faults.push(`${wrongWords} popups whose words do not fit the report`);
  if (kills < trials / 2) faults.push(`only ${kills} kills hit in ${trials} trials`);
  return faults.length === 0 ? [] : [`seed ${seed}`, ...faults, ...remarks];
}

const noFigures = (seed: number, trials: number): KillFigures => ({
  seed,
  trials,
  kills: 0,
  requests: 0,
  lost: 0,
  differing: 0,
  silent: 0,
  silentAtFirst: 0,
  needless: 0,
  timingHosts: 0,
  timingHostsFound: 0,
  leastFound: 1,
  fullLists: 0,
  fullListsSaid: 0,
  wrongWords: 0,
  remarks: [],
});
