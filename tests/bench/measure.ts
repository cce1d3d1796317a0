/** Our work set beside a yardstick from the platform, so that the answer is a ratio and not a number of one machine. */
export interface Bench {
  readonly name: string;
  readonly ours: () => unknown;
  readonly yardstick: () => unknown;
}

export interface Measured {
  readonly name: string;
  /** Medians, milliseconds for one call. */
  readonly oursMs: number;
  readonly yardstickMs: number;
  readonly ratio: number;
}

const rounds = 41;
/** One round calls a side often enough to last about this long, so that the clock's grain does not matter. */
const roundMs = 8;

/**
 * The two sides take turns within one run, and the median of the rounds' ratios counts: what slows the machine for a
 * while slows both sides. (That is why this is not tinybench, which measures one side after the other.)
 */
export function measure({ name, ours, yardstick }: Bench): Measured {
  const oursTimes = callsPerRound(ours);
  const yardstickTimes = callsPerRound(yardstick);
  const pairs = Array.from(
    { length: rounds },
    () => [timeOf(ours, oursTimes), timeOf(yardstick, yardstickTimes)] as const,
  );
  return {
    name,
    oursMs: median(pairs.map(([own]) => own)),
    yardstickMs: median(pairs.map(([, other]) => other)),
    ratio: median(pairs.map(([own, other]) => own / other)),
  };
}

/** Also warms the code up. */
function callsPerRound(call: () => unknown): number {
  let calls = 1;
  while (timeOf(call, calls) * calls < roundMs) calls *= 2;
  return calls;
}

/** Milliseconds of processor time for one call, over `calls` calls: what else the machine does is left out. */
function timeOf(call: () => unknown, calls: number): number {
  const before = process.cpuUsage();
  for (let count = 0; count < calls; count += 1) results[count % results.length] = call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / calls;
}

/** Kept, so that no call can be left out as useless. */
const results: unknown[] = [0, 0, 0, 0];

/** Two sides measured in pairs. */
export interface Paired extends Measured {
  readonly pairs: number;
  /** The ratio that a quarter of the pairs stays below, and the one that a quarter is above. */
  readonly quartiles: readonly [number, number];
}

/** Measures pairs, the side that begins changing from pair to pair; the median of their ratios counts. */
export async function pairUp(
  name: string,
  ours: () => Promise<number>,
  yardstick: () => Promise<number>,
  pairs: number,
): Promise<Paired> {
  const times: (readonly [number, number])[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 0) times.push([await ours(), await yardstick()]);
    else times.push([await yardstick(), await ours()].toReversed() as [number, number]);
  }
  const ratios = times.map(([own, other]) => own / other);
  return {
    name,
    pairs,
    oursMs: median(times.map(([own]) => own)),
    yardstickMs: median(times.map(([, other]) => other)),
    ratio: median(ratios),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  };
}

export const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? Number.NaN;
}
