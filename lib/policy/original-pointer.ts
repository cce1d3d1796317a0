import { jsonPointer, stepsOf } from './json-pointer';
import type { ReadPolicy } from './policy-state';

/** Where the part at `pointer` of a policy as read stands in the file as published (entries before it may be lost). */
export function originalPointer(read: Pick<ReadPolicy, 'positions'>, pointer: string): string {
  const steps = stepsOf(pointer);
  return jsonPointer(
    steps.map((step, index) => {
      const array = jsonPointer(steps.slice(0, index));
      const positions = Object.hasOwn(read.positions, array) ? read.positions[array] : undefined;
      return positions?.[Number(step)] ?? step;
    }),
  );
}
