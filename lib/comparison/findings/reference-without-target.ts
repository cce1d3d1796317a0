import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/** A file with more dead references than this is told with its first ones; all are in the policy's own issues. */
const maxFindings = 50;

/**
 * The file refers to something that it does not hold: an activity or a processor names the id of a processor that is
 * not there (a warning: who that is stays open), or `notInPolicyText` points at nothing (a note).
 *
 * It does not mean that the site hides anyone: an id may be misspelt or left over. Not raised for a target that is
 * there and could not be read, nor for references within the policy's sentences.
 */
export function referenceWithoutTarget({ inForce }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  const dead = inForce.issues.filter(({ code }) => code === 'unknown-reference');
  return dead.slice(0, maxFindings).map(({ path, found = path }): Finding => ({
    id: 'reference-without-target',
    key: `reference-without-target:${path}`,
    severity: path.startsWith('/notInPolicyText/') ? 'note' : 'warning',
    subject: found,
    pointer: path,
    quote: found,
    evidence: [],
  }));
}
