import { vi } from 'vitest';
import { coverageOf } from '../../../../lib/observation/observe';
import { currentLedger } from '../../../../lib/observation/tab-ledgers';
import { act } from './actions';
import type { Action } from './any-action';
import { wrongIn } from './check';
import { FakeBrowser, type Kind } from './fake-browser';

export interface RunFigures {
  readonly actions: number;
  readonly requests: number;
  readonly kills: number;
  readonly idleStops: number;
  readonly pages: number;
  /** Pages that said at the end that something may be missing. */
  readonly inPart: number;
}

/** Lives through the actions, checking after each; throws with what is wrong. Needs fake timers. */
export async function runModel(kind: Kind, actions: readonly Action[]): Promise<RunFigures> {
  const browser = new FakeBrowser(kind);
  for (const [number, action] of actions.entries()) {
    // A browser stops an idle background only after half a minute without anything.
    if (action.do === 'idle-stop') {
      browser.flush();
      await vi.advanceTimersByTimeAsync(30_000);
      browser.stopIdle();
    }
    const ms = act(browser, action);
    await vi.advanceTimersByTimeAsync(ms);
    if (number % 10 === 9) await settle(browser, `${number.toString()} ${action.do}`);
  }
  await settle(browser, 'the end');
  return figures(browser, actions.length);
}

/** Lets everything arrive, then looks. */
async function settle(browser: FakeBrowser, when: string): Promise<void> {
  browser.flush();
  browser.wake();
  await vi.advanceTimersByTimeAsync(5000);
  const wrong = wrongIn(browser, browser.wake().recorder);
  if (wrong.length > 0) throw new Error(`after ${when}:\n${wrong.join('\n')}`);
}

function figures(browser: FakeBrowser, actions: number): RunFigures {
  const { recorder } = browser.wake();
  const ledgers = [...recorder.tabs.values()].map(currentLedger).filter((ledger) => ledger !== null);
  const inPart = ledgers.filter((ledger) => coverageOf(ledger, []).kind !== 'all');
  return { ...browser.stats, actions, pages: ledgers.length, inPart: inPart.length };
}
