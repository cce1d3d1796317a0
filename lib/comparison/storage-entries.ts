import { originalPointer } from '../policy/original-pointer';
import type { DeviceStorage, Processor } from '../policy/schema';
import type { PolicyRead } from './policy-in-force';

/** An entry by which the policy says what is stored. */
export interface StorageEntry {
  readonly entry: DeviceStorage;
  /** JSON pointer into the published file. */
  readonly pointer: string;
  /** Whose list it stands in; `null` for the site's own and those of its activities. */
  readonly owner: Processor | null;
}

/** All storage entries of a policy: the site's own, its processors', then its activities'. */
export function storageEntries(read: PolicyRead): readonly StorageEntry[] {
  const { storage, processors, activities = [] } = read.policy;
  const of = (list: readonly DeviceStorage[] = [], path: string, owner: Processor | null) =>
    list.map((entry, at) => ({ entry, pointer: originalPointer(read, `${path}/storage/${at}`), owner }));
  return [
    ...of(storage, '', null),
    ...processors.flatMap((it, at) => of(it.storage, `/processors/${at}`, it)),
    ...activities.flatMap((it, at) => of(it.storage, `/activities/${at}`, null)),
  ];
}

/** Whether an entry may have been lost: what seems to be listed nowhere may be named in it. */
export function hasUnreadStorage({ issues, positions }: PolicyRead): boolean {
  const isLost = Object.hasOwn(positions, '/processors') || Object.hasOwn(positions, '/activities');
  return isLost || issues.some(({ severity, path }) => severity === 'error' && lists.test(path));
}

const lists = /^\/(processors|activities|((processors|activities)\/\d+\/)?storage(\/.*)?)$/;
