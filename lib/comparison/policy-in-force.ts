import type { PolicyState } from '../policy/policy-state';

/** A policy file that was read. */
export type PolicyRead = Extract<PolicyState, { kind: 'read' }>;

/**
 * The policy that speaks for this page: read, not a draft, in time and for this host; else `null`.
 *
 * Where this is `null`, nothing can be "declared" or "not declared".
 */
export function policyInForce(state: PolicyState): PolicyRead | null {
  return state.kind === 'read' && state.applies === 'yes' ? state : null;
}

/** Whether an entry of `processors` could not be read: a service not found there may be named in it. */
export function hasUnreadProcessors(read: PolicyRead): boolean {
  const isLost = read.issues.some(({ severity, path }) => severity === 'error' && path === '/processors');
  return isLost || Object.hasOwn(read.positions, '/processors');
}

/**
 * Whether something at or below `pointer` (into the published file) could not be read and was left out. An issue of the
 * whole file says that more issues are not listed: then it may be so anywhere.
 */
export function isDamaged({ issues }: PolicyRead, pointer: string): boolean {
  return issues.some(
    ({ severity, path }) => severity === 'error' && (path === '' || path === pointer || path.startsWith(`${pointer}/`)),
  );
}
