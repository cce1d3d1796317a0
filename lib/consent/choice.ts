import type { ConsentState } from './consent';

/** What one string or one tool says of the visitor's choice. */
export interface Choice {
  readonly state: ConsentState;
  /** Some of what was asked was allowed and some not; `state` is `accepted` then. */
  readonly isPartial: boolean;
}

/** A tool is asking and has no answer. */
export const stillAsked: Choice = { state: 'before-choice', isPartial: false };

/** The tool is there and what was chosen cannot be read off. */
export const notTold: Choice = { state: 'unknown', isPartial: false };

/** The choice behind single answers, those on what is necessary left out; without an answer nothing is told. */
export function choiceOf(allowed: readonly boolean[]): Choice {
  if (allowed.length === 0) return notTold;
  if (!allowed.includes(true)) return { state: 'refused', isPartial: false };
  return { state: 'accepted', isPartial: allowed.includes(false) };
}
