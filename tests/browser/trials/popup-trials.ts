import { setTimeout as wait } from 'node:timers/promises';
import type { Driver, ExtensionPage } from '../support/driver';
import { untilStored } from '../support/until-stored';
import { chanceFrom } from './chance';
import { nothingsIn } from './nothings';
import { declaredUrl, namedInPopup, plainUrl } from './service-pages';

export interface PopupOptions {
  readonly trials: number;
  readonly seed: number;
  /** Every so often the background is stopped only once it has stored all; else right after the page has loaded. */
  readonly restedEvery: number;
}

export interface PopupFigures {
  readonly seed: number;
  readonly trials: number;
  /** Different texts that the popups showed, from first paint to rest. */
  states: number;
  /** Trials in which some state said "none", "not seen" or that there is no page. */
  saidNone: number;
  /** Trials in which some state said that Candor could not look, or saw only a part. */
  saidPart: number;
  /** Of these, the ones whose background had stored all before. */
  saidPartNeedlessly: number;
  /** Popups that in the end do not name all that was there. */
  endedWithout: number;
  readonly remarks: string[];
}

const latestMs = 500;
const settledMs = 1000;
const patienceMs = 20_000;

/** Opens the popup at moments shortly after a stop, and reads every state that it shows. */
export async function popupTrials(driver: Driver, { trials, seed, restedEvery }: PopupOptions): Promise<PopupFigures> {
  const chance = chanceFrom(seed);
  const figures: PopupFigures = {
    ...{ seed, trials, states: 0, saidNone: 0, saidPart: 0, saidPartNeedlessly: 0, endedWithout: 0 },
    remarks: [],
  };
  for (let trial = 1; trial <= trials; trial += 1) {
    const tab = await driver.open(chance.isHit(0.5) ? plainUrl : declaredUrl);
    const open = await driver.preparePage(keepStates);
    const isRested = trial % restedEvery === 1 % restedEvery;
    if (isRested) await untilStored(driver);
    const afterMs = chance.between(0, latestMs);
    await driver.stopBackground();
    await wait(afterMs);
    const popup = await open(`popup.html?tabId=${tab.id}`);
    const states = await settledStates(popup);
    note(figures, { trial, afterMs, isRested, states });
    await popup.close();
    await tab.close();
  }
  return figures;
}

/** What must not be, a line each; `[]` is none. */
export function popupFaults(figures: PopupFigures): readonly string[] {
  const { seed, trials, states, saidNone, endedWithout, remarks } = figures;
  const faults: string[] = [];
  if (saidNone > 0) faults.push(`${saidNone} of ${trials} popups said "none" on the way`);
  if (endedWithout > 0) faults.push(`${endedWithout} of ${trials} popups do not name what was there`);
  if (states < trials) faults.push(`only ${states} states were read in ${trials} trials`);
  return faults.length === 0 ? [] : [`seed ${seed}`, ...faults, ...remarks];
}

interface Seen {
  readonly trial: number;
  readonly afterMs: number;
  readonly isRested: boolean;
  readonly states: readonly string[];
}

function note(figures: PopupFigures, { trial, afterMs, isRested, states }: Seen): void {
  const said = [...new Set(states.flatMap(nothingsIn))];
  const isPart = states.some((text) => /Candor saw only part of it|Candor could not look/.test(text));
  const missing = namedInPopup.filter((name) => !(states.at(-1) ?? '').includes(name));
  figures.states += states.length;
  if (said.length > 0) figures.saidNone += 1;
  if (isPart) figures.saidPart += 1;
  if (isPart && isRested) figures.saidPartNeedlessly += 1;
  if (missing.length > 0) figures.endedWithout += 1;
  if (said.length + missing.length === 0) return;
  const when = `trial ${trial}, ${Math.round(afterMs)} ms after ${isRested ? 'a rest' : 'the load'}`;
  figures.remarks.push(`${when}: said ${JSON.stringify(said)}, in the end without ${JSON.stringify(missing)}`);
}

declare global {
  var shownStates: string[] | undefined;
}

/** Runs in the popup before its own code: keeps each text that it shows. */
function keepStates(): void {
  const states: string[] = [];
  window.shownStates = states;
  const keep = () => {
    const text = (document.body as HTMLElement | null)?.innerText.trim() ?? '';
    if (text !== '' && text !== states.at(-1)) states.push(text);
  };
  new MutationObserver(keep).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}

/** All states, once nothing has changed for a while and all is named, or the time is over. */
async function settledStates(popup: ExtensionPage): Promise<readonly string[]> {
  const read = () => popup.evaluate(() => window.shownStates ?? []);
  await popup.waitFor('main[data-ready="true"]', patienceMs);
  const end = Date.now() + patienceMs;
  let states: readonly string[] = [];
  let since = Date.now();
  const isSettled = () =>
    Date.now() - since >= settledMs && namedInPopup.every((name) => states.at(-1)?.includes(name) === true);
  while (!isSettled() && Date.now() < end) {
    await wait(100);
    const now = await read();
    if (now.length !== states.length) since = Date.now();
    states = now;
  }
  return states;
}
