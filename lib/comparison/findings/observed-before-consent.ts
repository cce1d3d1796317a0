import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';
import { sentInState } from './sent-in-state';

/**
 * A processor that the policy says loads after consent got something, or a cookie that it says needs consent was set,
 * while a consent tool asked and had no answer.
 *
 * It does not mean that consent was needed: it holds the policy to its own word. Not raised where the state is unknown.
 */
export function observedBeforeConsent(context: FindingContext): readonly Finding[] {
  return sentInState(context, {
    id: 'observed-before-consent',
    state: 'before-choice',
    severities: ['warning', 'note'],
  });
}
