import { stepsOf } from '../policy/json-pointer';

/** The one operation of RFC 6902 that we make. */
export interface Operation {
  readonly op: 'add';
  /** JSON pointer; `-` as its last step is the end of an array. */
  readonly path: string;
  readonly value: unknown;
}

export type Patched = { readonly ok: true; readonly document: unknown } | { readonly ok: false; readonly path: string };

/**
 * A copy of `document` with all operations made in their order; not ok, with the path, where one cannot be made: then
 * none is. The document and what is added stay as they are. A step `__proto__` is refused.
 *
 * Source: RFC 6902 §4.1, RFC 6901, read 2026-11-23.
 */
export function applyPatch(document: unknown, operations: readonly Operation[]): Patched {
  let patched: unknown = document;
  for (const { path, value } of operations) {
    const steps = stepsOf(path);
    const isPointer = path === '' || path.startsWith('/');
    if (!isPointer || /~(?![01])/.test(path) || steps.length > mostSteps || steps.includes('__proto__'))
      return { ok: false, path };
    const added = withAdded(patched, steps, value);
    if (added === refused) return { ok: false, path };
    patched = added;
  }
  return { ok: true, document: patched };
}

const mostSteps = 100;
const refused = Symbol('refused');

function withAdded(parent: unknown, [step, ...others]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof parent !== 'object' || parent === null) return refused;
  if (Array.isArray(parent)) return inArray(parent, step, others, value);
  if (others.length > 0 && !Object.hasOwn(parent, step)) return refused;
  const member: unknown = others.length === 0 ? value : withAdded(Reflect.get(parent, step), others, value);
  if (member === refused) return refused;
  // Defines own members, whatever they are called.
  return Object.fromEntries([...Object.entries(parent).filter(([name]) => name !== step), [step, member]]);
}

function inArray(array: readonly unknown[], step: string, others: readonly string[], value: unknown): unknown {
  const isLast = others.length === 0;
  const index = step === '-' && isLast ? array.length : /^(0|[1-9][0-9]{0,8})$/.test(step) ? Number(step) : NaN;
  if (!(index <= array.length - (isLast ? 0 : 1))) return refused;
  if (isLast) return array.toSpliced(index, 0, value);
  const member = withAdded(array[index], others, value);
  return member === refused ? refused : array.with(index, member);
}
