import type { ProcessorReport } from './site-report';

/** A walk through the site that was finished and of which nothing was missed. */
export interface EarlierRun {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly pages: number;
  /** Ids of the declared processors that it could have seen and did not. */
  readonly neverSeen: readonly string[];
}

/** Two complete walks: the one before, and this one. */
export interface TwoRuns {
  readonly earlier: EarlierRun;
  /** What waits for consent could run in this one. */
  readonly couldAllRun: boolean;
}

/** Declared, looked for on all that was walked, and not seen, though it could have been. */
export function neverSeenIn(processors: readonly ProcessorReport[], couldAllRun: boolean): readonly ProcessorReport[] {
  return processors.filter(({ declared, activity }) => {
    if (declared === null || activity !== 'not-seen') return false;
    const { load } = declared;
    return load === 'always' || (couldAllRun && (load === undefined || load === 'after-consent'));
  });
}
