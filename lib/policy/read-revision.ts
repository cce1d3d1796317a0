import { issueOfRoot } from './issue-of-root';
import { PrunedFile } from './pruned-file';
import { pruneToSchema } from './prune-to-schema';
import { readJsonText } from './read-json';
import type { Policy } from './schema';

/**
 * A policy file to set beside another revision of it, without what does not fit the format; `null` where it is none.
 * Nothing is observed by it: whose hosts it claims is not looked at, as `parsePolicy` does.
 */
export function readRevision(text: string): Policy | null {
  const read = readJsonText(text);
  if (!read.ok || issueOfRoot(read.value) !== null) return null;
  const pruned = pruneToSchema(new PrunedFile(read.value));
  if (!pruned.ok) return null;
  const { $schema: _schema, '@context': _context, ...policy } = pruned.value;
  return policy;
}
