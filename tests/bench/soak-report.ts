import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What the heap holds after a collection. */
export function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** Prints a figure beside its limit; the run fails where it is passed. */
export function report(what: string, figure: number, atMost: number, unit: 'KiB' | '' = 'KiB'): void {
  const isFine = figure <= atMost;
  if (!isFine) process.exitCode = 1;
  const shown = (value: number) => (unit === 'KiB' ? `${(value / 1024).toFixed(0)} KiB` : value.toString());
  console.log(`${isFine ? 'ok  ' : 'FAIL'}  ${what}: ${shown(figure)} (at most ${shown(atMost)})`);
}
