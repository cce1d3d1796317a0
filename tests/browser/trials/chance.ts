/** Chance that can be had again: the same seed gives the same numbers in the same order. */
export interface Chance {
  /** From `from` up to, but without, `to`. */
  between(from: number, to: number): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** Yes, this often out of 1. */
  isHit(share: number): boolean;
}

/** Mulberry32: 32 bits of state are enough for moments and page sizes. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (from, to) => from + next() * (to - from),
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    isHit: (share) => next() < share,
  };
}
