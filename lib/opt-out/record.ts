import * as v from 'valibot';
import { noChoices, parseChoices } from './choices';
import { isMeasurementId } from './measurement-id';
import type { OptOutChoices } from './opt-out';

/** What is kept of the opt-out: the choices, and what was done for them. Plain JSON. */
export interface OptOutRecord {
  readonly choices: OptOutChoices;
  /** From when on the page part is in place, by site and for all sites (`*`); epoch milliseconds. */
  readonly inPlaceSince: Readonly<Record<string, number>>;
  /** Ids whose opt-out cookie was set by us, by site: these alone are taken away again. */
  readonly ownCookies: Readonly<Record<string, readonly string[]>>;
}

export const noRecord: OptOutRecord = { choices: noChoices, inPlaceSince: {}, ownCookies: {} };

/** The key of `inPlaceSince` for the switch of all sites. */
export const allSites = '*';

/** The record as it was stored; what is missing or broken is left out. Never throws. */
export function parseRecord(stored: unknown): OptOutRecord {
  const { choices, inPlaceSince, ownCookies } = v.parse(schema, stored);
  return {
    choices: parseChoices(choices),
    inPlaceSince: keepOnly(inPlaceSince, isTime),
    ownCookies: keepOnly(ownCookies, isIdList),
  };
}

/** From when on the page part is in place for a site; `null` where it is not. */
export function inPlaceSince({ inPlaceSince: since }: OptOutRecord, site: string, on: 'site' | 'everywhere' | null) {
  const own = since[site] ?? null;
  const general = since[allSites] ?? null;
  if (on === null) return null;
  // An exception that ended counts from then on.
  return on === 'site' ? own : general === null ? null : Math.max(general, own ?? 0);
}

/** The record after the page part was put in place at `now` for these; others keep their time, and have one. */
export function placed(record: OptOutRecord, anew: readonly string[] | 'all', now: number): OptOutRecord {
  const { choices, inPlaceSince: before } = record;
  const keys = [...Object.keys(choices.sites), ...(choices.everywhere ? [allSites] : [])];
  const since = (key: string) => (anew === 'all' || anew.includes(key) ? now : (before[key] ?? now));
  const ended = anew === 'all' ? [] : anew.filter((key) => key !== allSites && !keys.includes(key));
  const left = Object.keys(before).filter((key) => choices.everywhere && !keys.includes(key) && !ended.includes(key));
  const entries: readonly (readonly [string, number])[] = [
    ...left.map((key) => [key, before[key] ?? now] as const),
    ...keys.map((key) => [key, since(key)] as const),
    ...ended.map((key) => [key, now] as const),
  ];
  return { ...record, inPlaceSince: Object.fromEntries(entries) };
}

function keepOnly<T>(
  record: Readonly<Record<string, unknown>>,
  fits: (value: unknown) => value is T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter((entry): entry is [string, T] => fits(entry[1])));
}

const isTime = (value: unknown): value is number => typeof value === 'number' && value > 0;

const isIdList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string' && isMeasurementId(id));

const anyRecord = v.optional(v.fallback(v.record(v.string(), v.unknown()), {}), {});
const schema = v.fallback(v.object({ choices: v.unknown(), inPlaceSince: anyRecord, ownCookies: anyRecord }), {
  choices: undefined,
  inPlaceSince: {},
  ownCookies: {},
});
