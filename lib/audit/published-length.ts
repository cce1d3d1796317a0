import { originalPointer } from '../policy/original-pointer';
import type { ReadPolicy } from '../policy/policy-state';
import { stepsOf } from '../policy/json-pointer';

/**
 * How many entries the array at `pointer` of a policy as read has in the file as published: those read, and those that
 * were left out, of each of which an issue tells.
 */
export function publishedLength(read: ReadPolicy, pointer: string): number {
  const steps = stepsOf(pointer);
  const array = steps.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined),
    read.policy,
  );
  const kept = Array.isArray(array) ? array.length : 0;
  const published = originalPointer(read, pointer);
  const places = read.issues
    .filter(({ path }) => path.startsWith(`${published}/`))
    .map(({ path }) => Number(stepsOf(path)[steps.length]));
  const last = kept === 0 ? -1 : Number(stepsOf(originalPointer(read, `${pointer}/${kept - 1}`)).at(-1));
  return 1 + places.filter(Number.isInteger).reduce((most, place) => Math.max(most, place), last);
}
