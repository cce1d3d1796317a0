import { issueOfRoot, rootError } from './issue-of-root';
import type { PolicyIssue, ReadPolicy } from './policy-state';
import { pruneToSchema } from './prune-to-schema';
import { PrunedFile } from './pruned-file';
import { publishedTargets } from './published-targets';
import { copyJsonValue, readJsonBytes, readJsonText, type JsonRead } from './read-json';
import { refuseClaims } from './refuse-claims';
import { warnOfUnknownReferences, warnOfUnknownWords } from './warn-of';

/** How many issues are listed; a file that breaks everything must not fill our storage with complaints. */
const maxIssues = 500;

export type ParsedPolicy =
  ({ readonly ok: true } & ReadPolicy) | { readonly ok: false; readonly issues: readonly PolicyIssue[] };

/**
 * The policy in `input` (the bytes of a file, or a JSON value) with all that is wrong with it.
 *
 * The file is hostile until shown otherwise: size and depth are checked first, unknown members are dropped, and what
 * comes out is made anew. A bad part costs itself and no other: the smallest optional member or entry that holds it
 * is left out, with one error. Absent stays absent; `null`, `false` and `[]` stay. Not ok where nothing can be read.
 * Issue paths point into the published file; `originalPointer` finds there what the policy has elsewhere.
 */
export function parsePolicy(input: unknown): ParsedPolicy {
  return policyOf(input instanceof Uint8Array ? readJsonBytes(input) : copyJsonValue(input));
}

/** As `parsePolicy`, for a file that was decoded before; `null` stands for bytes that were not UTF-8. */
export function parsePolicyText(text: string | null): ParsedPolicy {
  return policyOf(readJsonText(text));
}

function policyOf(read: JsonRead): ParsedPolicy {
  if (!read.ok) return { ok: false, issues: [read.issue] };
  const rootIssue = issueOfRoot(read.value);
  if (rootIssue !== null) return { ok: false, issues: [rootIssue] };

  const targets = publishedTargets(read.value);
  const file = new PrunedFile(read.value);
  const issues: PolicyIssue[] = [];
  for (;;) {
    const pruned = pruneToSchema(file);
    issues.push(...pruned.issues);
    if (!pruned.ok) return { ok: false, issues: listed(issues) };
    const { $schema: _schema, '@context': _context, ...policy } = pruned.value;
    const refused = refuseClaims(policy, file);
    issues.push(...refused);
    if (refused.length > 0) continue;
    issues.push(...warnOfUnknownWords(file), ...warnOfUnknownReferences(policy, file, targets));
    return { ok: true, policy, issues: listed(issues), positions: file.positions() };
  }
}

function listed(issues: readonly PolicyIssue[]): readonly PolicyIssue[] {
  if (issues.length <= maxIssues) return issues;
  const message = `${issues.length - maxIssues} more problems are not listed.`;
  return [...issues.slice(0, maxIssues), rootError('too-large', '', message)];
}
