import type { PolicyAttempt, PolicyIssue, PolicyState } from '../policy/policy-state';
import { assertNever } from './assert-never';
import { describeDate } from './describe-time';
import { term } from './term';
import type { Translate } from './translate';

/** One line for the head of the report: whether there is a policy file, where it was found and its date. */
export function describePolicyState(t: Translate, policy: PolicyState): string {
  switch (policy.kind) {
    case 'read':
      return foundLine(t, policy.way, describeDate(t, policy.policy.updated));
    case 'none':
      return t('found_none');
    case 'not-fetched':
      return t('found_not_fetched');
    case 'broken':
      return t('found_broken');
    case 'looking':
      return t('found_looking');
    case 'not-looked':
      return t('found_not_looked');
    default:
      return assertNever(policy);
  }
}

function foundLine(t: Translate, way: PolicyAttempt['way'], date: string): string {
  return t(foundKeys[way], date);
}

const foundKeys = {
  link: 'found_link',
  header: 'found_header',
  'well-known': 'found_well_known',
  draft: 'found_draft',
} as const;

/** Where a file was or would be: `at its well-known address`. */
export function describeWay(t: Translate, way: PolicyAttempt['way']): string {
  return t(wayKeys[way]);
}

const wayKeys = { link: 'way_link', header: 'way_header', 'well-known': 'way_well_known', draft: 'way_draft' } as const;

/** One address that was asked, and why it gave no policy. */
export function describeAttempt(t: Translate, attempt: PolicyAttempt): string {
  const why = term(t, 'failure', attempt.failure);
  if (attempt.status === undefined) return t('attempt_line', describeWay(t, attempt.way), why);
  return t('attempt_line_status', describeWay(t, attempt.way), why, String(attempt.status));
}

/** A fault in the file in words, for the author's eyes too: where, what, and the word that was found. */
export function describeIssue(t: Translate, issue: PolicyIssue): { readonly where: string; readonly what: string } {
  return { where: issue.path === '' ? t('whole_file') : issue.path, what: term(t, 'issue', issue.code) };
}

/** The attempts that could not be asked at all; where every one answered "nothing there", all of them. */
export function attemptsThatFailed(attempts: readonly PolicyAttempt[]): readonly PolicyAttempt[] {
  const failed = attempts.filter((it) => it.failure !== 'not-found' && it.failure !== 'html-instead');
  return failed.length > 0 ? failed : attempts;
}
