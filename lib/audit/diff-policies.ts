import { canonicalJson } from '../report/canonical-json';
import { compareText } from './merge-contacts';

/** One member that differs between two revisions of a policy file. */
export interface PolicyChange {
  readonly kind: 'added' | 'gone' | 'changed';
  /** From the root: names of members, and the ids of entries (their place where they have none). */
  readonly path: readonly string[];
  /** A text as it is, all else as JSON; `null` where it was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** More than people read. */
export const mostPolicyChanges = 500;

/** What entries of the file's lists are known by, the strongest first. */
const names = ['id', 'identifier', 'service', 'name', 'type', 'url', 'iri'] as const;

/**
 * What is new, gone or changed between two policy files or parts of such, member by member, sorted by path. Entries of
 * a list belong together by id or name, whatever their order; a list without such names is a bag.
 */
export function diffPolicies(before: unknown, after: unknown): readonly PolicyChange[] {
  return differencesOf(before, after, [])
    .toSorted((one, other) => compareText(one.path.join('\0'), other.path.join('\0')))
    .slice(0, mostPolicyChanges);
}

type Path = readonly string[];

function differencesOf(before: unknown, after: unknown, path: Path): readonly PolicyChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ kind: 'added', path, before: null, after: textOf(after) }];
  if (after === undefined) return [{ kind: 'gone', path, before: textOf(before), after: null }];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path);
  if (isObject(before) && isObject(after)) return inMembers(membersOf(before), membersOf(after), path);
  const [one, other] = [textOf(before), textOf(after)];
  return one === other ? [] : [{ kind: 'changed', path, before: one, after: other }];
}

function inMembers(before: Members, after: Members, path: Path): readonly PolicyChange[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].flatMap((name) => differencesOf(before.get(name), after.get(name), [...path, name]));
}

function inLists(before: readonly unknown[], after: readonly unknown[], path: Path): readonly PolicyChange[] {
  for (const name of names) {
    const [one, other] = [membersBy(before, name), membersBy(after, name)];
    if (one !== null && other !== null) return inMembers(one, other, path);
  }
  const left = new Map<string, number>();
  for (const text of after.map(textOf)) left.set(text, (left.get(text) ?? 0) + 1);
  const gone = before.map(textOf).filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, Math.max(0, count - 1));
    return count === 0;
  });
  const added = [...left].flatMap(([text, count]) => Array<string>(count).fill(text));
  return [
    ...gone.map((text) => ({ kind: 'gone', path, before: text, after: null }) as const),
    ...added.map((text) => ({ kind: 'added', path, before: null, after: text }) as const),
  ];
}

type Members = ReadonlyMap<string, unknown>;

/** The entries by this name; `null` where one has none, or two have the same. */
function membersBy(list: readonly unknown[], name: string): Members | null {
  const members = new Map<string, unknown>();
  for (const entry of list) {
    const id: unknown = isObject(entry) && Object.hasOwn(entry, name) ? Reflect.get(entry, name) : null;
    if (typeof id !== 'string' || members.has(id)) return null;
    members.set(id, entry);
  }
  return members;
}

function membersOf(value: object): Members {
  return new Map(Object.entries(value));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}
