import { jsonPointer, stepsOf } from './json-pointer';
import type { ReadPolicy } from './policy-state';
import { isSources } from './quotes';
import type { Source } from './schema';

/** Where the policy for people says what a part of the file declares. */
export interface SourcesAt {
  readonly sources: readonly Source[];
  /** JSON pointer of the list in the policy as read. */
  readonly pointer: string;
}

/**
 * The `sources` of the part that `pointer` names, or else of the nearest part around it that has some; `null` where none
 * has. `pointer` is into the file as published, as findings have it (see `originalPointer`).
 */
export function sourcesAt(
  { policy, positions }: Pick<ReadPolicy, 'policy' | 'positions'>,
  pointer: string,
): SourcesAt | null {
  let part: unknown = policy;
  let path: readonly (string | number)[] = [];
  let found: SourcesAt | null = null;
  for (const step of [null, ...stepsOf(pointer)]) {
    if (step !== null) {
      const at = Array.isArray(part) ? placeIn(positions[jsonPointer(path)], step) : step;
      if (typeof part !== 'object' || part === null || !Object.hasOwn(part, at)) return found;
      part = Reflect.get(part, at);
      path = [...path, at];
    }
    found = ownSources(part, path) ?? found;
  }
  return found;
}

/** The place among the entries that could be read; one that is not among them has none. */
function placeIn(published: readonly number[] | undefined, step: string): string | number {
  return published === undefined ? step : published.indexOf(Number(step));
}

function ownSources(part: unknown, path: readonly (string | number)[]): SourcesAt | null {
  const sources: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, 'sources') : undefined;
  if (!isSources(sources) || sources.length === 0) return null;
  return { sources, pointer: jsonPointer([...path, 'sources']) };
}
