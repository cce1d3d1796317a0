import type { AuditAnswer, AuditStep } from '../audit/audit-step';

/** Where the audit of a site comes from. */
export interface AuditPort {
  /** Takes a step; `seen` is the revision that is shown already. `id` is `null` until it is known. */
  step(id: string | null, seen: number, step: AuditStep): Promise<AuditAnswer>;
}
