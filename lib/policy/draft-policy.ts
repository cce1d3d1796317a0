import { hostOf } from '../party/host';
import { appliesTo } from './applies';
import { parsePolicyText } from './parse';
import type { PolicyState } from './policy-state';

/**
 * A draft that a tester wants to try, in place of what the site publishes. A draft may say of itself that it is one:
 * it is taken as if it were in force.
 *
 * `url` is that of a page of the site; `now` epoch milliseconds; `sha256` of the text's bytes in hexadecimal.
 */
export function draftPolicy(text: string, url: string, now: number, sha256: string): PolicyState {
  const parsed = parsePolicyText(text);
  const found = { url: '', way: 'draft', fetchedAt: now, attempts: [] } as const;
  if (!parsed.ok) return { kind: 'broken', ...found, issues: parsed.issues };
  const { policy, issues, positions } = parsed;
  const applies = appliesTo(policy, hostOf(url) ?? '', new Date(now).toISOString().slice(0, 10));
  const isUnderTest = applies === 'draft' || applies === 'not-yet-valid';
  return {
    kind: 'read',
    ...found,
    sha256,
    applies: isUnderTest ? 'yes' : applies,
    differsFrom: null,
    ...{ policy, issues, positions },
  };
}
