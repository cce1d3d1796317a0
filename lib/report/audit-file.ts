import * as v from 'valibot';
import { depthOf } from '../policy/read-json';
import { type Sha256, contentHash } from './audit-json';
import { type AuditFile, auditSchema } from './audit-schema';

/** An exported file, as text. */
export const maxAuditFileLength = 20 * 1024 * 1024;
/** A declaration of 14 levels stands on the fourth. */
const maxDepth = 24;
const maxIssues = 50;

export interface AuditFileIssue {
  readonly severity: 'error';
  /** JSON pointer into the file, `''` for the whole. */
  readonly path: string;
  readonly code: 'too-large' | 'too-deep' | 'not-json' | 'not-an-audit' | 'unsupported-version' | 'invalid';
  /** English, for logs. */
  readonly message: string;
}

export type ParsedAuditFile =
  { readonly ok: true; readonly file: AuditFile } | { readonly ok: false; readonly issues: readonly AuditFileIssue[] };

/** An exported audit read back, e.g. as what a later one is compared with. The file is anyone's: size and depth come first. */
export function parseAuditFile(text: string): ParsedAuditFile {
  if (text.length > maxAuditFileLength) return refused('too-large', `Longer than ${maxAuditFileLength} characters.`);
  if (depthOf(text) > maxDepth) return refused('too-deep', `Nested deeper than ${maxDepth} levels.`);
  const value = parsed(text);
  if (value === undefined) return refused('not-json', 'The file is not JSON.');
  const head = v.safeParse(mark, value);
  if (!head.success) return refused('not-an-audit', 'The mark "format": "candor-audit" is missing.');
  if (head.output.version !== 1) return refused('unsupported-version', 'Only version 1 is known.');
  const result = v.safeParse(auditSchema, value);
  if (result.success) return { ok: true, file: result.output };
  return { ok: false, issues: result.issues.slice(0, maxIssues).map(issueOf) };
}

/** Whether the content of an export is what its `sha256` says; `false` for what is no such file. */
export async function isUnaltered(text: string, sha256: Sha256): Promise<boolean> {
  if (!parseAuditFile(text).ok) return false;
  const { sha256: told, ...content } = v.parse(sealed, parsed(text));
  return told === (await contentHash(content, sha256));
}

const mark = v.object({ format: v.literal('candor-audit'), version: v.unknown() });
const sealed = v.looseObject({ sha256: v.string() });

/** `undefined` for what is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined; // the parser has no other way to say so
  }
}

function refused(code: AuditFileIssue['code'], message: string): ParsedAuditFile {
  return { ok: false, issues: [{ severity: 'error', path: '', code, message }] };
}

function issueOf({ path, message }: v.BaseIssue<unknown>): AuditFileIssue {
  const keys = (path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return { severity: 'error', path: keys.join(''), code: 'invalid', message: message.slice(0, 200) };
}
