import { matchesCookieName } from '../catalogue/cookie-name';
import type { ObservedStore } from '../observation/observation';
import { matchesHostPattern } from '../party/host-pattern';
import type { DeviceStorage, Policy, Processor } from '../policy/schema';

/**
 * Who declares that `key` is kept in a store: the site itself (for itself or one of its activities), one of its processors, or nobody (`null`).
 *
 * Entries of the type `web` are asked, by name and place as for cookies: `*` is the site's own host, one without
 * `domains` covers any, a name of wildcards alone covers nothing.
 */
export function declaresStoreKey(
  { storage = [], processors, activities = [] }: Pick<Policy, 'storage' | 'processors' | 'activities'>,
  store: Pick<ObservedStore, 'origin' | 'party'>,
  key: string,
): 'site' | Processor | null {
  const covers = (entry: DeviceStorage) => coversKey(entry, store, key);
  const ofActivities = activities.flatMap((activity) => activity.storage ?? []);
  if ([...storage, ...ofActivities].some(covers)) return 'site';
  return processors.find((processor) => processor.storage?.some(covers)) ?? null;
}

function coversKey(
  entry: DeviceStorage,
  { origin, party }: Pick<ObservedStore, 'origin' | 'party'>,
  key: string,
): boolean {
  if (entry.type !== 'web' || !/[^*#]/.test(entry.identifier)) return false;
  if (!matchesCookieName(entry.identifier, key)) return false;
  if (entry.domains === undefined) return true;
  const host = URL.parse(origin)?.hostname ?? '';
  return entry.domains.some((pattern) =>
    pattern === '*' ? party === 'first-party' : matchesHostPattern(pattern, host),
  );
}
