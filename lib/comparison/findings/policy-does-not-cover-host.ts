import { originalPointer } from '../../policy/original-pointer';
import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * A policy file was read here whose `appliesTo` does not cover this host.
 *
 * It does not mean that this host has no policy, nor that anything on it is undeclared: nothing is compared.
 */
export function policyDoesNotCoverHost({ policy, site }: FindingContext): readonly Finding[] {
  if (policy.kind !== 'read' || policy.applies !== 'not-this-host') return [];
  const covered = policy.policy.appliesTo ?? [];
  return [
    {
      id: 'policy-does-not-cover-host',
      key: `policy-does-not-cover-host:${site.host}`,
      severity: 'warning',
      subject: site.host,
      pointer: originalPointer(policy, '/appliesTo'),
      quote: null,
      evidence: covered.map((pattern) => ({ kind: 'text', text: pattern })),
    },
  ];
}
