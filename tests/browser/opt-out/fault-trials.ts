import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import type { OptOutChange } from '../../../lib/opt-out/opt-out';
import type { SiteServer } from '../../site/server';
import type { Driver } from '../support/driver';
import { optOutOf } from './switch';

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** One trial: a change, what goes wrong meanwhile, and then the page is loaded anew. */
interface Trial {
  readonly change: OptOutChange;
  /** The background is killed so long after the change was asked for; `null`: it is not. */
  readonly killAfterMs: number | null;
  /** Access to all sites is taken away before, and given back after. */
  readonly isRevoked: boolean;
}

export interface FaultFigures {
  readonly trials: number;
  kills: number;
  revoked: number;
  proven: number;
  /** Trials after which hits left. */
  leaked: number;
  /** "Proven" where hits left, "not effective" where none did, or a failure without a word. */
  readonly wrong: string[];
}

const page = 'https://cloudops.example/analytics';
const collector = 'region1.google-analytics.com';
const change = fc.record({ kind: fc.constantFrom('site' as const, 'everywhere' as const), isOn: fc.boolean() });
const trial: fc.Arbitrary<Trial> = fc.record({
  change,
  killAfterMs: fc.option(fc.nat(120), { freq: 3 }),
  isRevoked: fc.nat(5).map((number) => number === 0),
});

/** Faults while the switch is used, in a real browser: what is said afterwards beside what the server got. */
export async function faultTrials(
  driver: Driver,
  server: SiteServer,
  { trials, seed }: { readonly trials: number; readonly seed: number },
): Promise<FaultFigures> {
  const figures: FaultFigures = { trials, kills: 0, revoked: 0, proven: 0, leaked: 0, wrong: [] };
  const tab = await driver.open(page);
  for (const [number, one] of fc.sample(trial, { numRuns: trials, seed }).entries()) {
    if (one.isRevoked) await driver.revokeHosts();
    const message = { name: 'opt-out', request: { tabId: tab.id, change: one.change } };
    await driver.inExtension((it) => {
      chrome.runtime.sendMessage(it).catch(() => undefined); // its background may be killed
    }, message);
    await wait(one.killAfterMs ?? 300);
    if (one.killAfterMs !== null && (await driver.stopBackground())) figures.kills += 1;
    if (one.isRevoked) {
      figures.revoked += 1;
      await wait(300);
      await driver.setHostAccess('all');
    }
    await wait(200);
    server.clearLog();
    await tab.reload();
    await wait(600);
    const hits = server.requestsTo(collector).length;
    const said = await saidOf(driver, tab.id);
    if (said.kind === 'proven') figures.proven += 1;
    if (hits > 0) figures.leaked += 1;
    const fault = faultOf(said, hits);
    if (fault !== null) figures.wrong.push(`trial ${number.toString()} ${JSON.stringify(one)}: ${fault}`);
  }
  await tab.close();
  return figures;
}

async function saidOf(driver: Driver, id: number) {
  // The first look may find the page part not asked yet.
  await wait(100);
  const { proof, faults } = await optOutOf(driver, { id });
  return { kind: proof.kind, hasFaults: faults.length > 0 };
}

function faultOf({ kind, hasFaults }: { readonly kind: string; readonly hasFaults: boolean }, hits: number) {
  if (kind === 'proven' && hits > 0) return `said to be proven, and ${hits.toString()} hits left`;
  if (kind === 'not-effective' && hits === 0) return 'said not to be effective, and no hit left';
  return kind === 'not-switched' && !hasFaults ? 'not switched, and no reason said' : null;
}

/** What must not be, a line each; `[]` is none. */
export function faultTrialFaults({ wrong, proven, leaked }: FaultFigures): readonly string[] {
  return proven === 0 || leaked === 0 ? [...wrong, 'the trials were never on, or never off'] : wrong;
}
