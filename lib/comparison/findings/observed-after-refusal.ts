import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';
import { sentInState } from './sent-in-state';

/**
 * A processor that the policy says loads after consent got something, or a cookie that it says needs consent was set,
 * after the visitor had refused.
 *
 * It does not mean that there was no other basis for it: it holds the policy to its own word. Not raised where the
 * visitor accepted in part, for then it may be among what was accepted.
 */
export function observedAfterRefusal(context: FindingContext): readonly Finding[] {
  return sentInState(context, { id: 'observed-after-refusal', state: 'refused', severities: ['error', 'note'] });
}
