import { jsonPointer } from './json-pointer';

export type Path = readonly (string | number)[];

/** Stays even when emptied: without it there is no policy. `positions` then shows that it was not empty. */
const requiredArray = 'processors';

/**
 * A policy file from which parts are taken out one by one, and which remembers where the rest stood before.
 *
 * It owns `root`: plain data without cycles, changed in place. Paths given and asked are those of the present state.
 */
export class PrunedFile {
  readonly #positions = new Map<unknown, readonly number[]>();
  readonly #lost = new Map<unknown, Set<string | number>>();
  readonly root: unknown;

  constructor(root: unknown) {
    this.root = root;
  }

  /** The JSON pointer, into the file as published, of the part at `path`. */
  publishedPointer(path: Path): string {
    let part = this.root;
    const steps: (string | number)[] = [];
    for (const step of path) {
      steps.push(typeof step === 'number' ? (this.#positions.get(part)?.[step] ?? step) : step);
      part = childOf(part, step);
    }
    return jsonPointer(steps);
  }

  at(path: Path): unknown {
    return path.reduce<unknown>(childOf, this.root);
  }

  /** Whether something was taken out directly below `path`. */
  hasLostParts(path: Path): boolean {
    return this.#lost.has(this.at(path));
  }

  /** Whether the member at `path` stood in the file and was taken out. */
  hasLost(path: Path): boolean {
    const name = path.at(-1);
    return name !== undefined && this.#lost.get(this.at(path.slice(0, -1)))?.has(name) === true;
  }

  /** Takes out the parts at `paths` and tells how many; array positions in them all mean the state before the call. */
  remove(paths: readonly Path[]): number {
    const doomed = new Map<unknown, Set<string | number>>();
    for (const path of paths) {
      const step = path.at(-1);
      if (step === undefined) continue;
      const parent = this.at(path.slice(0, -1));
      doomed.set(parent, (doomed.get(parent) ?? new Set()).add(step));
    }
    let removed = 0;
    for (const [parent, steps] of doomed) removed += this.#removeFrom(parent, steps);
    this.#removeEmptied(this.root);
    return removed;
  }

  /** Array pointer in the present state → positions in the published file, for arrays that lost entries. */
  positions(): Readonly<Record<string, readonly number[]>> {
    const found: [string, readonly number[]][] = [];
    const visit = (part: unknown, path: Path): void => {
      const positions = this.#positions.get(part);
      if (positions !== undefined) found.push([jsonPointer(path), positions]);
      if (Array.isArray(part)) part.forEach((entry, index) => visit(entry, [...path, index]));
      else if (typeof part === 'object' && part !== null)
        for (const [name, member] of Object.entries(part)) visit(member, [...path, name]);
    };
    visit(this.root, []);
    return Object.fromEntries(found);
  }

  /** An empty array says "stated: none", which nobody said where we took its entries out. */
  #removeEmptied(part: unknown): void {
    if (typeof part !== 'object' || part === null) return;
    for (const [name, member] of Object.entries(part)) {
      const isEmptied = Array.isArray(member) && member.length === 0 && this.#lost.has(member);
      if (isEmptied && !(part === this.root && name === requiredArray)) this.#removeFrom(part, new Set([name]));
      else this.#removeEmptied(member);
    }
  }

  #removeFrom(parent: unknown, steps: ReadonlySet<string | number>): number {
    if (typeof parent !== 'object' || parent === null) return 0;
    const doomed = [...steps].filter((step) => Object.hasOwn(parent, step));
    if (Array.isArray(parent)) this.#removeEntries(parent, steps);
    else for (const name of doomed) Reflect.deleteProperty(parent, name);
    this.#lost.set(parent, new Set([...(this.#lost.get(parent) ?? []), ...doomed]));
    return doomed.length;
  }

  #removeEntries(array: unknown[], steps: ReadonlySet<string | number>): void {
    const before = this.#positions.get(array) ?? [...array.keys()];
    const kept = [...array.keys()].filter((index) => !steps.has(index));
    this.#positions.set(
      array,
      kept.map((index) => before[index] ?? index),
    );
    for (const [to, from] of kept.entries()) array[to] = array[from];
    array.length = kept.length;
  }
}

function childOf(part: unknown, step: string | number): unknown {
  if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined;
  return Reflect.get(part, step);
}
