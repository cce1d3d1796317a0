import type { ConsentSource, ConsentState } from '../consent/consent';

/**
 * What is kept of one document so that a word on consent that comes late still finds the counts it is about; plain
 * JSON. The counts themselves are in the contacts, under the state that held when they were made.
 */
export interface ConsentBook {
  /** What was told of the page's beginning, by the strongest source so far. */
  start: Word | null;
  /** What was counted in the beginning, once something has changed; `null`: nothing has, all of it was. */
  early: Tally | null;
  /** The last change told since. */
  change: Word | null;
  /** Counted since the state that stands was last told: it may have ended meanwhile. */
  recent: Tally;
  /**
   * A weaker source says otherwise: what is counted since then, and what was counted before it since the state was last
   * told, waits as `unknown` for a stronger word.
   */
  doubt: (Word & { readonly tally: Tally; readonly before: Tally }) | null;
}

/** What one or several equally strong sources told. */
export interface Word {
  readonly rank: number;
  /** More than one: they contradict each other. */
  readonly states: readonly ConsentState[];
  readonly isPartial: boolean;
  readonly at: number;
}

/** What was counted in a span of time: requests (and, of them, cookieless hits) by the contact's key. */
export interface Tally {
  readonly contacts: Record<string, readonly [requests: number, cookieless: number]>;
  /** Epoch milliseconds; it ends before `to`, or not yet for `null`. */
  readonly from: number;
  readonly to: number | null;
}

/**
 * Who is believed where two sources contradict each other. The TCF interface is the tool's own answer, in a form that
 * every tool must keep to; its objects and cookies are its own too, but tell less, and a cookie can be left over from a
 * tool that is gone. Google's mode is only what the site told Google: it lags behind, and may be wrong.
 */
export const sourceRanks: Readonly<Record<ConsentSource, number>> = {
  tcf: 3,
  page: 2,
  cookie: 2,
  'google-consent-mode': 1,
};

export function emptyConsentBook(): ConsentBook {
  return { start: null, early: null, change: null, recent: freshTally(0), doubt: null };
}

/** The state that a word tells; nothing told, or a contradiction, is `unknown`. */
export function stateOf(word: Word | null): ConsentState {
  const [state = 'unknown', other] = word?.states ?? [];
  return other === undefined ? state : 'unknown';
}

/** Nothing counted yet, from `at` on. */
export function freshTally(at: number): Tally {
  return { contacts: {}, from: at, to: null };
}

export function isWithin({ from, to }: Tally, at: number): boolean {
  return at >= from && (to === null || at < to);
}

/** The state that held at a time, as far as is known by now. */
export function stateAt({ start, early, change, doubt }: ConsentBook, at: number): ConsentState {
  if (doubt !== null && (at >= doubt.at || isWithin(doubt.before, at))) return 'unknown';
  if (change !== null && at >= change.at) return stateOf(change);
  // What lies between the beginning and the last change: some earlier state, or the moment of the choice.
  return early === null || isWithin(early, at) ? stateOf(start) : 'unknown';
}

/** The tally that has to know of what is counted at a time; `null` where it can no more be called into question. */
export function tallyAt({ start, early, change, recent, doubt }: ConsentBook, at: number): Tally | null {
  if (doubt !== null && at >= doubt.at) return doubt.tally;
  if (doubt !== null && isWithin(doubt.before, at)) return doubt.before;
  if (early !== null && isWithin(early, at)) return early;
  const isStanding = stateOf(change ?? start) !== 'unknown' && (change === null || at >= change.at);
  return isStanding && isWithin(recent, at) ? recent : null;
}

/** Both words: the stronger one, or where they are equally strong what both tell. */
export function joined(one: Word | null, other: Word): Word {
  if (one === null || other.rank > one.rank) return other;
  if (other.rank < one.rank) return one;
  return {
    rank: one.rank,
    states: [...new Set([...one.states, ...other.states])].sort((a, b) => (a < b ? -1 : 1)),
    isPartial: one.isPartial || other.isPartial,
    at: Math.max(one.at, other.at),
  };
}
