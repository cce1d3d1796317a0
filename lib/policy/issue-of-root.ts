import type { PolicyIssue } from './policy-state';

/** Why a JSON value cannot be a policy file that we read; `null` where it may be one. */
export function issueOfRoot(root: unknown): PolicyIssue | null {
  if (typeof root !== 'object' || root === null || Array.isArray(root))
    return rootError('not-an-object', '', 'The file is not a JSON object.');
  if (!Object.hasOwn(root, 'privacyPolicy'))
    return rootError('not-a-policy', '', 'The member `privacyPolicy`, by which the format is known, is absent.');
  const version: unknown = Reflect.get(root, 'privacyPolicy');
  const major = typeof version === 'string' ? /^([0-9]{1,9})(\.|$)/.exec(version)?.[1] : undefined;
  if (typeof version !== 'string' || major === undefined || major === '1') return null;
  const issue = rootError('unsupported-version', '/privacyPolicy', 'Only version 1 of the format can be read.');
  return { ...issue, found: version.slice(0, 100) };
}

export function rootError(code: PolicyIssue['code'], path: string, message: string): PolicyIssue {
  return { severity: 'error', path, code, message };
}
