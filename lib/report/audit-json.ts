import type { AuditReport } from '../audit/audit-report';
import { auditDocument } from './audit-document';
import type { AuditHeader } from './audit-header';
import { canonicalJson, inListOrder } from './canonical-json';
import { type Redaction, redacted, strictRedaction } from './redact';

/** Hex SHA-256 of bytes; handed in, as the pure core has no such thing. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/**
 * An audit as canonical JSON: two runs of the same walk give the same text but for times. `sha256` in it is that of the
 * UTF-8 bytes of the canonical JSON of all other members. Its form: assets/candor-audit-1.schema.json.
 *
 * Cookie values, query values, fragments and user info of URLs never come out; names of query members only where
 * `redaction` keeps them.
 */
export async function auditAsJson(
  report: AuditReport,
  header: AuditHeader,
  sha256: Sha256,
  redaction: Redaction = strictRedaction,
): Promise<string> {
  const content = inListOrder(redacted(auditDocument(report, header), redaction));
  return `${canonicalJson({ ...content, sha256: await contentHash(content, sha256) })}\n`;
}

/** The `sha256` that a document with this content bears. */
export function contentHash(content: object, sha256: Sha256): Promise<string> {
  return sha256(new TextEncoder().encode(canonicalJson(content)));
}
