import type { Catalogue } from '../catalogue/catalogue';
import { type PolicyRead, policyInForce } from '../comparison/policy-in-force';
import type { Finding, ProcessorReport, SiteReport, UnidentifiedRecipient } from '../comparison/site-report';
import type { PolicyApplies } from '../policy/policy-state';
import type { Operation } from './apply-patch';
import type { AuditReport } from './audit-report';
import { type NewPolicy, newPolicy } from './new-policy';
import { publishedLength } from './published-length';
import { ProcessorDrafts, reviewOf } from './processor-draft';
import type { ReviewNote } from './review';
import { storagePatch } from './storage-patch';

/** What would declare what was observed; `review` is for the file's author and no part of RFC 6902. */
export type PolicyPatch =
  | { readonly kind: 'patch'; readonly operations: readonly Operation[]; readonly review: readonly ReviewNote[] }
  /** No policy could be read: a whole file to begin with. */
  | { readonly kind: 'new-file'; readonly file: NewPolicy; readonly review: readonly ReviewNote[] }
  /** A policy was read that does not speak for this site now, so nothing was compared. */
  | { readonly kind: 'not-compared'; readonly applies: PolicyApplies };

/**
 * The smallest RFC 6902 patch that makes the policy file declare what the walk showed and it does not: undeclared
 * processors, recipients that nobody knows, cookies and storage keys. Facts are the catalogue's and those seen; what
 * only the controller knows stays empty. Pointers are into the file as published. `null` before the first page.
 *
 * To declare is not to be allowed: it makes the report clean, not the processing lawful.
 */
export function policyPatch(report: AuditReport, catalogue: Catalogue): PolicyPatch | null {
  const { total } = report;
  if (total === null) return null;
  const read = policyInForce(total.policy);
  if (read !== null) return { kind: 'patch', ...patchOf(report, total, read, catalogue) };
  if (total.policy.kind === 'read') return { kind: 'not-compared', applies: total.policy.applies };
  return { kind: 'new-file', ...newPolicy(report, total, catalogue) };
}

function patchOf(report: AuditReport, total: SiteReport, read: PolicyRead, catalogue: Catalogue) {
  const drafts = new ProcessorDrafts(read.policy.processors, catalogue);
  const { services, recipients, claimed } = undeclaredIn(report, total);
  const without = [
    ...services.filter((row) => !drafts.addService(row)),
    ...recipients.filter((row) => !drafts.addUnidentified(row)),
  ];
  const storage = storagePatch(report, total, read);
  const at = publishedLength(read, '/processors');
  const kept = drafts.all.slice(0, Math.max(0, maxProcessors - at));
  const review: ReviewNote[] = [
    ...reviewOf(kept, at),
    ...(kept.length < drafts.all.length ? [{ pointer: '/processors', reasons: ['too-many'] } as const] : []),
    ...(without.length > 0 ? [{ pointer: '/processors', reasons: ['cannot-be-declared'] } as const] : []),
    ...claimed.map((pointer) => ({ pointer, reasons: ['claimed-as-own'] }) as const),
    ...storage.review,
  ];
  const added = kept.map(({ processor }): Operation => ({ op: 'add', path: '/processors/-', value: processor }));
  return { operations: [...added, ...storage.operations], review };
}

/** Most processors of one file. */
const maxProcessors = 300;

interface Undeclared {
  readonly services: readonly ProcessorReport[];
  readonly recipients: readonly UnidentifiedRecipient[];
  /** Pointers to the site's own claims on hosts that nobody knows: to declare these as others' would gainsay it. */
  readonly claimed: readonly string[];
}

/** The rows that the findings are about. */
function undeclaredIn({ findings, scenarios }: AuditReport, total: SiteReport): Undeclared {
  const reports = [total, ...scenarios.flatMap(({ report }) => report ?? [])];
  const about = (id: Finding['id']) => findings.filter((finding) => finding.id === id);
  const unknown = about('unidentified-recipient');
  const rows = firstBy(
    reports.flatMap(({ processors }) => processors),
    ({ id }) => id,
  );
  const strangers = firstBy(
    reports.flatMap(({ unidentified }) => unidentified),
    ({ domain }) => domain,
  );
  const services = about('undeclared-processor').flatMap(({ subject }) => rows.get(subject) ?? []);
  const recipients = unknown
    .filter((finding) => !isClaimed(finding))
    .flatMap(({ subject }) => strangers.get(subject) ?? []);
  const claimed = unknown.filter(isClaimed).flatMap(({ pointer }) => pointer ?? []);
  return { services, recipients, claimed: [...new Set(claimed)] };
}

function firstBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T> {
  return new Map(list.toReversed().map((one) => [keyOf(one), one]));
}

function isClaimed({ evidence }: Finding): boolean {
  return evidence.some((it) => it.kind === 'doubt' && it.doubt === 'claimed-as-own');
}
