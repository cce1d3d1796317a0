import { compare } from '../../../../lib/comparison/compare';
import type { Finding, FindingId } from '../../../../lib/comparison/site-report';
import type { Observation } from '../../../../lib/observation/observation';
import type { PolicyState } from '../../../../lib/policy/policy-state';
import { cleanShop, cleanShopPolicy } from '../../../fixtures/observations/clean-shop';
import { noon, observation } from '../../../fixtures/observations/make';
import { stateOf } from '../../../fixtures/observations/read-policy';
import { testCatalogue } from '../../../fixtures/observations/test-catalogue';

export const noPolicy: PolicyState = { kind: 'none', attempts: [], checkedAt: noon };

/** The clean shop's file with other members; `undefined` leaves one out. */
export function shop(more: object): PolicyState {
  return stateOf(JSON.parse(JSON.stringify({ ...cleanShopPolicy, ...more })), 'shop.example');
}

/** All findings on a page of the shop. */
export function findingsOn(policy: PolicyState, parts: Partial<Observation>): readonly Finding[] {
  return compare(policy, observation('shop.example', parts), testCatalogue, noon).findings;
}

/** The findings of one kind. */
export function finder(id: FindingId) {
  return (policy: PolicyState, parts: Partial<Observation>) =>
    findingsOn(policy, parts).filter((finding) => finding.id === id);
}

/** What the shop that does what it says is told, by this kind. */
export function onCleanShop(id: FindingId): readonly Finding[] {
  return finder(id)(shop({}), cleanShop);
}

/** A part that cannot be read: an entry of the list of processors. */
export const unreadable = { id: 'no-name' };

export const doubtOf = (finding: Finding | undefined) =>
  (finding?.evidence ?? []).flatMap((it) => (it.kind === 'doubt' ? [it.doubt] : []));
