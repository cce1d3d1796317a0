import * as v from 'valibot';
import type { PolicyIssue } from './policy-state';
import type { Path, PrunedFile } from './pruned-file';
import { readerSchema } from './schema';

type SchemaOutput = v.InferOutput<typeof readerSchema>;
type SchemaIssue = v.InferIssue<typeof readerSchema>;

export type Pruned =
  | { readonly ok: true; readonly value: SchemaOutput; readonly issues: readonly PolicyIssue[] }
  | { readonly ok: false; readonly issues: readonly PolicyIssue[] };

/**
 * Takes out of `file` the smallest parts that do not fit the format: an entry of an array or an optional member.
 *
 * Which members are required is not looked up: a part is taken out, and if the next reading misses it, what holds it
 * goes too, without a second issue. Each reading takes out at least one part, so this ends (and throws where it would not). Not ok where the whole
 * would have to go.
 */
export function pruneToSchema(file: PrunedFile): Pruned {
  const issues: PolicyIssue[] = [];
  for (;;) {
    const result = v.safeParse(readerSchema, file.root, { abortPipeEarly: true });
    if (result.success) return { ok: true, value: result.output, issues };
    const paths: Path[] = [];
    for (const issue of result.issues) {
      const path = pathOf(issue);
      if (!isConsequence(issue, path, file)) issues.push(toPolicyIssue(issue, path, file));
      const doomed = partsToRemove(issue, path, file);
      if (doomed.some((part) => part.length === 0)) return { ok: false, issues };
      paths.push(...doomed);
    }
    if (file.remove(paths) === 0)
      throw new Error(`Nothing could be taken out for "${result.issues[0].message}": one part must.`);
  }
}

function partsToRemove(issue: SchemaIssue, path: Path, file: PrunedFile): readonly Path[] {
  if (isMissing(path, file)) return [path.slice(0, -1)];
  const part = file.at(path);
  if (issue.type === 'max_length' && Array.isArray(part) && typeof issue.requirement === 'number') {
    const most = issue.requirement;
    return part.slice(most).map((_, index) => [...path, most + index]);
  }
  return [path];
}

/** True where only our own taking out makes the part unfit: a required member gone, an array emptied. */
function isConsequence(issue: SchemaIssue, path: Path, file: PrunedFile): boolean {
  if (isMissing(path, file)) return file.hasLost(path);
  return (issue.type === 'min_length' || issue.type === 'check') && file.hasLostParts(path);
}

function isMissing(path: Path, file: PrunedFile): boolean {
  return path.length > 0 && file.at(path) === undefined;
}

function toPolicyIssue(issue: SchemaIssue, path: Path, file: PrunedFile): PolicyIssue {
  const part = file.at(path);
  const code = isMissing(path, file) ? 'missing' : issue.type === 'max_length' ? 'too-large' : 'invalid';
  return {
    severity: 'error',
    path: file.publishedPointer(path),
    code,
    message: issue.message.slice(0, 300),
    ...(typeof part === 'string' || typeof part === 'number' ? { found: String(part).slice(0, 100) } : {}),
  };
}

/** The format has objects and arrays only, so every key on the way is a member name or a position. */
function pathOf(issue: SchemaIssue): Path {
  const keys = (issue.path ?? []).map((item) => item.key);
  return keys.map((key) => (typeof key === 'number' ? key : String(key)));
}
