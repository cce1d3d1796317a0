import { declaresStoreKey } from '../comparison/declares-store-key';
import { policyInForce } from '../comparison/policy-in-force';
import type { SiteReport } from '../comparison/site-report';
import type { ObservedStore } from '../observation/observation';
import { term } from './term';
import type { Translate } from './translate';

export interface StoreWords {
  readonly key: string;
  readonly origin: string;
  /** `local storage`, `of another site`. */
  readonly kind: string;
  readonly names: readonly { readonly name: string; readonly note: string | null }[];
  /** `12 names`. */
  readonly count: string;
  /** How many more there are; `null` where all are named. */
  readonly more: string | null;
}

/** What a page and its frames keep in web storage; `null` where nobody looked. */
export function describeStores(
  t: Translate,
  { stores, policy }: Pick<SiteReport, 'stores' | 'policy'>,
): readonly StoreWords[] | null {
  const read = policyInForce(policy);
  const noteOn = (store: ObservedStore, name: string) => {
    if (read === null) return null;
    const by = declaresStoreKey(read.policy, store, name);
    if (by === null) return t('store_not_declared');
    return by === 'site' ? t('store_declared_by_site') : t('store_declared_for', by.name);
  };
  return (
    stores?.map((store) => {
      const kind = term(t, 'store', store.kind);
      return {
        key: `${store.origin} ${store.kind}`,
        origin: store.origin,
        kind: store.party === 'first-party' ? kind : `${kind} · ${t('cookie_third_party')}`,
        names: store.keys.map((name) => ({ name, note: noteOn(store, name) })),
        count: t.count('store_names', store.keys.length + store.more),
        more: store.more === 0 ? null : t.count('store_more', store.more),
      };
    }) ?? null
  );
}
