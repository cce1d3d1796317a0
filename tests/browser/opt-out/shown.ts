import { expect } from 'vitest';
import type { OptOutReport } from '../../../lib/opt-out/opt-out';
import type { Driver, ExtensionPage, Tab } from '../support/driver';
import { optOutOf } from './switch';

interface NamedTab {
  readonly name: string;
  readonly tab: Tab;
}

/**
 * Looks at the popup of one page of each state (of each page in `npm run soak`): it must show the state that the
 * report has now, and say it in words.
 */
export async function expectShown(driver: Driver, pages: readonly NamedTab[]): Promise<void> {
  const open = await driver.preparePage(null);
  let popup: ExtensionPage | undefined;
  const looked = new Set<string>();
  for (const { name, tab } of pages) {
    const optOut = await optOutOf(driver, tab);
    const words = `${optOut.proof.kind} ${sentence(optOut)}`;
    if (process.env['CANDOR_ALL'] !== '1' && looked.has(words)) continue;
    looked.add(words);
    popup = await open(`popup.html?tabId=${tab.id}`);
    await popup.waitFor('[data-opt-out]');
    const state = await popup.evaluate(() => document.querySelector('[data-opt-out]')?.getAttribute('data-opt-out'));
    expect(`${name}: ${state}`).toBe(`${name}: ${optOut.proof.kind}`);
    await popup.waitForText(sentence(optOut));
  }
  await popup?.close();
}

/** Part of what the popup says of this; a page where nothing of it was seen need not say so. */
function sentence({ proof, isException }: OptOutReport): string {
  const hits = 'hits' in proof ? `${proof.hits} hit${proof.hits === 1 ? '' : 's'}` : '';
  if (isException) return 'Off on all sites, but not here';
  if (proof.kind === 'off') return proof.hits > 0 ? `was sent ${hits} from this page` : '';
  return proof.kind === 'not-effective' ? `but ${hits} left all the same` : sentences[proof.kind];
}

const sentences = {
  'not-switched': 'could not be switched off',
  'reload-to-prove': 'This page began before that',
  'cannot-tell': 'cannot tell whether',
  'nothing-to-prove': 'There is nothing to prove here',
  proven: 'and 0 hits left since',
} as const;
