import { sampleUrl } from '../../observation/sample-url';
import type { PolicyIssue } from '../../policy/policy-state';
import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/** A file with more faults than this is told with its first ones; all of them are in the policy's own issues. */
const maxFindings = 50;

/**
 * The policy file was found and breaks the format: wholly (an error; nothing is read from it) or in parts (warnings;
 * the parts are left out and the rest is read).
 *
 * It says nothing of the policy's text for people. Unknown words are no finding: they are shown as they stand.
 */
export function policyInvalid({ policy }: FindingContext): readonly Finding[] {
  if (policy.kind !== 'read' && policy.kind !== 'broken') return [];
  const errors = policy.issues.filter(({ severity }) => severity === 'error');
  if (policy.kind === 'read') {
    return errors.slice(0, maxFindings).map((issue, index) => findingOf('warning', index, policy.url, [issue]));
  }
  return [findingOf('error', 0, policy.url, errors.slice(0, maxFindings))];
}

function findingOf(severity: Finding['severity'], index: number, url: string, issues: readonly PolicyIssue[]): Finding {
  const [first] = issues;
  return {
    id: 'policy-invalid',
    key: `policy-invalid:${index}:${first?.path ?? ''}`,
    severity,
    subject: first === undefined || first.path === '' ? sampleUrl(url) : first.path,
    pointer: first?.path ?? '',
    quote: first?.found ?? null,
    evidence: issues.map(({ path, code, message }) => ({ kind: 'text', text: `${path} ${code}: ${message}`.trim() })),
  };
}
