import { type AuditSession, sessionFormat } from '../audit/audit-session';
import type { Draft } from '../policy/fetch-draft';

/** A session with the draft that it is compared with, if any. */
export interface KeptSession extends AuditSession {
  readonly draft: Draft | null;
}

const importPrefix = 'import:';
const privatePrefix = 'private:';

/** Of the audit of a site in usual windows, or in private ones, beside which the other may run. */
export function auditIdOf({ site, isPrivate }: Pick<AuditSession, 'site' | 'isPrivate'>): string {
  return isPrivate ? privatePrefix + site : site;
}

/** Of a recording of the site. */
export function importIdOf(site: string): string {
  return importPrefix + site;
}

export function isImportId(id: string): boolean {
  return id.startsWith(importPrefix);
}

export function isPrivateId(id: string): boolean {
  return id.startsWith(privatePrefix);
}

export function siteOfAudit(id: string): string {
  return id.replace(/^(import|private):/, '');
}

/** Ours alone writes there; another format is of another version. */
export function isKeptSession(kept: unknown, id: string): kept is KeptSession {
  const isObject = typeof kept === 'object' && kept !== null;
  return isObject && Reflect.get(kept, 'format') === sessionFormat && Reflect.get(kept, 'site') === siteOfAudit(id);
}
