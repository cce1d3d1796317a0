import { stepsOf } from './json-pointer';

/** What a file refers to may have been left out of the policy as read: these are asked of the file as published. */
export interface PublishedTargets {
  /** Of its processors, whatever else is wrong with them. */
  readonly processorIds: ReadonlySet<unknown>;
  /** Entries of its `notInPolicyText` that point at nothing in it. */
  readonly deadPointers: ReadonlySet<string>;
}

/** The targets in `root`, a file as published: plain data. Later changes to `root` do not show. */
export function publishedTargets(root: unknown): PublishedTargets {
  const pointers = entriesOf(childOf(root, 'notInPolicyText')).filter((it) => typeof it === 'string');
  return {
    processorIds: new Set(entriesOf(childOf(root, 'processors')).map((entry) => childOf(entry, 'id'))),
    deadPointers: new Set(pointers.filter((pointer) => stepsOf(pointer).reduce(childOf, root) === undefined)),
  };
}

function entriesOf(part: unknown): readonly unknown[] {
  return Array.isArray(part) ? part : [];
}

function childOf(part: unknown, step: string): unknown {
  if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined;
  if (Array.isArray(part) && !/^(0|[1-9][0-9]*)$/.test(step)) return undefined;
  return Reflect.get(part, step);
}
