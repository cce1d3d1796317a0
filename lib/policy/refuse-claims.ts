import { coversPublicSuffix } from '../party/claimed-pattern';
import type { PolicyIssue } from './policy-state';
import type { Path, PrunedFile } from './pruned-file';
import type { Policy } from './schema';

/**
 * Takes out of `file`, which reads as `policy`, what fits the format and is refused all the same: host patterns that
 * cover a public suffix, and the second of two processors or activities with one id. One issue each.
 */
export function refuseClaims(policy: Policy, file: PrunedFile): readonly PolicyIssue[] {
  const refused = [
    ...patternsOf(policy)
      .filter(([, pattern]) => coversPublicSuffix(pattern))
      .map(suffixClaim),
  ];
  refused.push(...secondIds(policy.processors, 'processors'), ...secondIds(policy.activities ?? [], 'activities'));
  const issues = refused.map(({ path, ...issue }) => ({ ...issue, path: file.publishedPointer(path) }));
  file.remove(refused.map(({ path }) => path));
  return issues;
}

type Refused = Omit<PolicyIssue, 'path'> & { readonly path: Path };
type PatternAt = readonly [path: Path, pattern: string];

function suffixClaim([path, found]: PatternAt): Refused {
  const message =
    'The pattern covers a public suffix, that is, hosts of people who have nothing to do with each other.';
  return { severity: 'error', path, code: 'covers-public-suffix', message, found: found.slice(0, 100) };
}

function secondIds(entries: readonly { readonly id: string }[], member: string): readonly Refused[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index): readonly Refused[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = 'An entry before this one has the same id; only the first is kept.';
    return [{ severity: 'error', path: [member, index], code: 'duplicate-id', message, found: id }];
  });
}

function patternsOf(policy: Policy): readonly PatternAt[] {
  return [
    ...patternList(policy.appliesTo, ['appliesTo']),
    ...patternList(policy.ownDomains, ['ownDomains']),
    ...storagePatterns(policy.storage, ['storage']),
    ...policy.processors.flatMap((processor, index) => [
      ...patternList(processor.domains, ['processors', index, 'domains']),
      ...storagePatterns(processor.storage, ['processors', index, 'storage']),
    ]),
    ...(policy.activities ?? []).flatMap((activity, index) =>
      storagePatterns(activity.storage, ['activities', index, 'storage']),
    ),
  ];
}

function storagePatterns(storage: Policy['storage'], path: Path): readonly PatternAt[] {
  return (storage ?? []).flatMap(({ domains }, index) => patternList(domains, [...path, index, 'domains']));
}

/** `*` stands for the site's own host and is no pattern. */
function patternList(patterns: readonly string[] | undefined, path: Path): readonly PatternAt[] {
  return (patterns ?? [])
    .map((pattern, index): PatternAt => [[...path, index], pattern])
    .filter(([, it]) => it !== '*');
}
