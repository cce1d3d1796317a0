import { originalPointer } from '../../policy/original-pointer';
import type { PolicyRead } from '../policy-in-force';
import type { Evidence } from '../site-report';

/** What the policy says of transfers in general, as evidence; empty where it says nothing. */
export function generalClause(read: PolicyRead): readonly Evidence[] {
  const clause = read.policy.transferClause;
  if (clause === undefined) return [];
  const text = clause.text ?? clause.bases.join(', ');
  return [{ kind: 'declaration', text, pointer: originalPointer(read, '/transferClause') }];
}
