import { compareText } from '../audit/merge-contacts';

/**
 * `value` as JSON whose text depends on nothing but what it says: the keys of each object sorted by code units, no
 * white space, members that are `undefined` left out. For strings and numbers this is RFC 8785.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return value === undefined ? 'null' : JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
  return `{${members.join(',')}}`;
}

/**
 * A copy of plain JSON with each list sorted: by what names its entries, then by all they say but times, then by all.
 * What is called `declared` is the policy's own and keeps its order.
 */
export function inListOrder<T>(value: T): T;
export function inListOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item) => ranked(inListOrder<unknown>(item)))
      .sort(compareRanks)
      .map(({ item }) => item);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'declared' ? part : inListOrder<unknown>(part)]),
  );
}

const naming = ['key', 'id', 'kind', 'domain', 'host', 'name', 'url'];

interface Ranked {
  readonly item: unknown;
  readonly name: string;
  /** Costs much more than the name, which mostly tells entries apart: made where it does not. */
  readonly rest: () => string;
}

function ranked(item: unknown): Ranked {
  if (typeof item === 'string') return { item, name: JSON.stringify(item), rest: () => '' };
  const names = isObject(item) ? naming.map((name) => item[name]) : [];
  let rest: string | null = null;
  return {
    item,
    name: names.map(canonicalJson).join('\n'),
    rest: () => (rest ??= [withoutTimes(item), item].map(canonicalJson).join('\n')),
  };
}

function compareRanks(one: Ranked, other: Ranked): number {
  return compareText(one.name, other.name) || compareText(one.rest(), other.rest());
}

function withoutTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTimes);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !isTime(key));
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutTimes(part)]));
}

function isTime(key: string): boolean {
  return key === 'at' || key === 'since' || key === 'lifetimeSeconds' || /[a-z]At$/.test(key);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
