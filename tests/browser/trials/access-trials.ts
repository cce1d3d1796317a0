import type { Driver, ExtensionPage, HostAccess, Tab } from '../support/driver';
import { eventually } from '../support/surface';
import { nothingsIn } from './nothings';
import { namedInPopup, plainUrl } from './service-pages';

export interface AccessFigures {
  readonly rounds: number;
  /** Changes of access with a popup open, or pages opened under one. */
  steps: number;
  /** Steps that popup or badge did not tell of. */
  missed: number;
  /** Longest time until both did; of a machine that may be busy. */
  slowestMs: number;
  /** Steps after which the popup said that there is nothing. */
  saidNone: number;
  readonly remarks: string[];
}

interface Step {
  readonly what: string;
  readonly access?: HostAccess;
  readonly isReloaded?: boolean;
  readonly popup: RegExp;
  /** Must not stand there any more. */
  readonly popupNot?: RegExp;
  readonly badge: RegExp;
  /** All that the page did is named. */
  readonly isNamed: boolean;
}

const patienceMs = 15_000;
const may = /Allow Candor to look/;

const steps: readonly Step[] = [
  { what: 'at first', popup: /Worth a look/, popupNot: may, badge: /^4$/, isNamed: true },
  {
    what: 'taken away',
    access: 'none',
    popup: /Candor saw only part of it[^]*was not allowed to see some of the requests[^]*Allow Candor to look/,
    badge: /^4\+$/,
    isNamed: true,
  },
  {
    what: 'given back',
    access: 'all',
    popup: /Candor saw only part of it[^]*was not allowed to see some of the requests[^]*Reload the page/,
    popupNot: may,
    badge: /^4\+$/,
    isNamed: true,
  },
  {
    what: 'then reloaded',
    isReloaded: true,
    popup: /Worth a look/,
    popupNot: /only part of it/,
    badge: /^4$/,
    isNamed: true,
  },
  {
    what: 'this site only',
    access: { only: `${plainUrl}*` },
    popup: /Candor saw only part of it[^]*allowed to see this site only[^]*Allow Candor to look/,
    badge: /^4\+$/,
    isNamed: true,
  },
  {
    what: 'this site only, reloaded',
    isReloaded: true,
    popup: /Candor saw only part of it[^]*allowed to see this site only[^]*Allow Candor to look/,
    badge: /^(\d+\+|\?)$/,
    // What the page sends to others may not be seen as requests; the page's own list tells of it.
    isNamed: true,
  },
  {
    what: 'nothing, reloaded',
    access: 'none',
    isReloaded: true,
    popup: /Candor could not look[^]*not allowed to see this site’s requests[^]*Allow Candor to look/,
    badge: /^\?$/,
    isNamed: false,
  },
  {
    what: 'given back to a page opened without',
    access: 'all',
    popup: /Candor could not look[^]*Now it is: reload[^]*Reload the page/,
    popupNot: may,
    badge: /^\?$/,
    isNamed: false,
  },
  {
    what: 'reloaded at last',
    isReloaded: true,
    popup: /Worth a look/,
    popupNot: /could not look|only part/,
    badge: /^4$/,
    isNamed: true,
  },
];

/** Takes access away and gives it back while a page and its popup are open. */
export async function accessTrials(driver: Driver, rounds: number): Promise<AccessFigures> {
  const figures: AccessFigures = { rounds, steps: 0, missed: 0, slowestMs: 0, saidNone: 0, remarks: [] };
  for (let round = 0; round < rounds; round += 1) {
    const tab = await driver.open(plainUrl);
    const popup = await driver.popup(tab);
    for (const step of steps) {
      if (step.access !== undefined) await driver.setHostAccess(step.access);
      if (step.isReloaded === true) await tab.reload();
      await take(driver, { tab, popup, step, figures });
    }
    await popup.close();
    await tab.close();
  }
  return figures;
}

/** What must not be, a line each; `[]` is none. */
export function accessFaults({ steps: taken, missed, saidNone, remarks }: AccessFigures): readonly string[] {
  const faults: string[] = [];
  if (missed > 0) faults.push(`${missed} of ${taken} changes of access not told`);
  if (saidNone > 0) faults.push(`${saidNone} times "none" was said`);
  return faults.length === 0 ? [] : [...faults, ...remarks];
}

interface Taken {
  readonly tab: Tab;
  readonly popup: ExtensionPage;
  readonly step: Step;
  readonly figures: AccessFigures;
}

async function take(driver: Driver, { tab, popup, step, figures }: Taken): Promise<void> {
  const startedAt = Date.now();
  let [text, badge] = ['', ''];
  const isTold = async () => {
    [text, badge] = await Promise.all([popup.text(), driver.badge(tab)]);
    const isNamed = !step.isNamed || namedInPopup.every((name) => text.includes(name));
    return step.popup.test(text) && step.popupNot?.test(text) !== true && step.badge.test(badge) && isNamed;
  };
  figures.steps += 1;
  const nothings = new Set<string>();
  const told = await eventually(async () => {
    const isNow = await isTold();
    // A page that has just begun has sent nothing yet.
    if (isNow || step.isReloaded !== true) for (const nothing of nothingsIn(text)) nothings.add(nothing);
    return isNow;
  }, patienceMs);
  figures.slowestMs = Math.max(figures.slowestMs, Date.now() - startedAt);
  if (!told) {
    figures.missed += 1;
    figures.remarks.push(`${step.what}: badge ${badge}, popup ${text.replace(/\s+/g, ' ').slice(0, 500)}`);
  }
  if (nothings.size === 0) return;
  figures.saidNone += 1;
  figures.remarks.push(`${step.what}: said ${JSON.stringify([...nothings])}`);
}
