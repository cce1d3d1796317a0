import type { GapReason } from '../observation/observation';
import type { ExistingDocument, Recorder } from '../observation/recorder';
import type { Gate } from './gate';
import type { Keeper } from './keeper';

/** What the browser shows now. */
export interface OpenPages {
  /** Ids of all open tabs. */
  tabs(): Promise<readonly number[]>;
  /** The documents of a tab, the top one first. */
  documents(tabId: number): Promise<readonly ExistingDocument[]>;
}

/**
 * Brings back what was kept, lets the events through that waited at the gate, then takes in the pages that are open
 * and forgets the tabs that are not. `now` is epoch milliseconds.
 */
export async function comeBack(
  recorder: Recorder,
  keeper: Keeper,
  gate: Gate,
  pages: OpenPages,
  now: () => number,
): Promise<void> {
  let reason: GapReason = 'opened-before-candor';
  try {
    const kept = await keeper.restore(now);
    if (kept === 'failed') {
      reason = 'storage-failed';
      recorder.missedAt = now();
    } else if (kept > 0) reason = 'background-restarted';
  } finally {
    recorder.isComingBack = true;
    gate.open();
    const known = [...recorder.tabs.keys()];
    const open = new Set(await pages.tabs());
    for (const tabId of known) if (!open.has(tabId)) recorder.removeTab(tabId, now());
    await Promise.all(
      [...open].map(async (tabId) => {
        recorder.adoptExisting(await pages.documents(tabId), reason);
      }),
    );
    recorder.isComingBack = false;
  }
}
