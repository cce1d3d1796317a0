import * as v from 'valibot';
import type { PolicyIssue } from './policy-state';
import type { Path, PrunedFile } from './pruned-file';
import type { PublishedTargets } from './published-targets';
import { authorSchema, type Policy } from './schema';

/** A warning for each word that the format does not know; the words stay in the policy as they stand. */
export function warnOfUnknownWords(file: PrunedFile): readonly PolicyIssue[] {
  const result = v.safeParse(authorSchema, file.root);
  return (result.issues ?? []).map((issue): PolicyIssue => {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    return warning('unknown-word', file.publishedPointer(path), 'The format does not know this word.', issue.input);
  });
}

/**
 * A warning for each processor id that is named (`activities[].processors`, `loads`) and that no processor has, and for
 * each entry of `notInPolicyText` that points at nothing.
 *
 * `targets` are those of the published file, so that a part that could not be read is not blamed twice.
 */
export function warnOfUnknownReferences(
  policy: Policy,
  file: PrunedFile,
  { processorIds, deadPointers }: PublishedTargets,
): readonly PolicyIssue[] {
  const named: (readonly [Path, string])[] = [
    ...policy.processors.flatMap(({ loads }, at) => references(loads, ['processors', at, 'loads'])),
    ...(policy.activities ?? []).flatMap(({ processors }, at) =>
      references(processors, ['activities', at, 'processors']),
    ),
  ];
  const unknown = (path: Path, message: string, found: string) =>
    warning('unknown-reference', file.publishedPointer(path), message, found);
  return [
    ...named
      .filter(([, id]) => !processorIds.has(id))
      .map(([path, id]) => unknown(path, 'No processor in this file has this id.', id)),
    ...references(policy.notInPolicyText, ['notInPolicyText'])
      .filter(([, pointer]) => deadPointers.has(pointer))
      .map(([path, pointer]) => unknown(path, 'Nothing in this file stands there.', pointer)),
  ];
}

function references(ids: readonly string[] | undefined, path: Path): readonly (readonly [Path, string])[] {
  return (ids ?? []).map((id, index) => [[...path, index], id] as const);
}

function warning(code: PolicyIssue['code'], path: string, message: string, found: unknown): PolicyIssue {
  return { severity: 'warning', path, code, message, found: String(found).slice(0, 100) };
}
