import { matchesCookieName } from '../../catalogue/cookie-name';
import type { ObservedStore } from '../../observation/observation';
import { originalPointer } from '../../policy/original-pointer';
import { declaresStoreKey } from '../declares-store-key';
import { isOwnTechnicalKey } from '../own-technical-key';
import type { Evidence, Finding, ProcessorReport } from '../site-report';
import { hasUnreadStorage } from '../storage-entries';
import type { FindingContext } from './finding-context';

/**
 * Names in the site's own web storage or databases that no storage entry of the policy covers, although the policy does
 * state what the site stores; one finding for each store.
 *
 * It does not mean that consent was needed or missing, nor that the names hold anything personal: Candor reads no
 * value. Not raised where nobody asked Candor to look, where the policy is silent on the site's storage, for the stores
 * of third parties, for session, CSRF, language and consent entries, for names that we keep only in part, for names of
 * a service of whose storage the policy is silent, nor for caches, which hold copies of what the page loads.
 * A note where part of the lists could not be read.
 */
export function undeclaredStorage({ inForce, stores, processors }: FindingContext): readonly Finding[] {
  if (inForce?.policy.storage === undefined) return [];
  const { policy } = inForce;
  const isUnsure = hasUnreadStorage(inForce);
  const isOpen = (store: ObservedStore, key: string) =>
    isComparable(key) && declaresStoreKey(policy, store, key) === null && !isOfSilentService(key, processors);
  return (stores ?? [])
    .filter(({ party, kind }) => party === 'first-party' && kind !== 'cache-storage')
    .map((store) => ({ ...store, keys: store.keys.filter((key) => isOpen(store, key)), more: 0 }))
    .filter(({ keys }) => keys.length > 0)
    .map((store): Finding => ({
      id: 'undeclared-storage',
      key: `undeclared-storage:${store.kind}|${store.origin}`,
      severity: isUnsure ? 'note' : 'warning',
      subject: store.origin,
      pointer: originalPointer(inForce, '/storage'),
      quote: null,
      evidence: [{ kind: 'store', store }, ...(isUnsure ? [doubt] : [])],
    }));
}

/** A name that held an e-mail address or was too long is kept in part, with `…`. */
function isComparable(key: string): boolean {
  return !key.includes('…') && !isOwnTechnicalKey(key);
}

/** A service keeps it there by the name that its cookies bear, and the policy does not state what that one stores. */
function isOfSilentService(key: string, processors: readonly ProcessorReport[]): boolean {
  return processors.some(
    ({ service, declared }) =>
      declared?.storage === undefined && service?.cookies.some(({ name }) => matchesCookieName(name, key)) === true,
  );
}

const doubt: Evidence = { kind: 'doubt', doubt: 'unread-entries' };
