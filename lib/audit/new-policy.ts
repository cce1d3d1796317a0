import type { Catalogue } from '../catalogue/catalogue';
import type { ProcessorReport, SiteReport } from '../comparison/site-report';
import type { DeviceStorage, Policy } from '../policy/schema';
import type { AuditReport } from './audit-report';
import { ProcessorDrafts, reviewOf } from './processor-draft';
import type { ReviewNote } from './review';
import { cookieEntries, isPattern, isToDeclare, keyEntries, maxStorage } from './storage-draft';

export type NewPolicy = Pick<
  Policy,
  'privacyPolicy' | 'updated' | 'language' | 'policyUrl' | 'controller' | 'processors'
> &
  Partial<Pick<Policy, 'status' | 'appliesTo' | 'storage'>>;

const maxProcessors = 300;

/**
 * A policy file to begin with, of the status `draft`: every service and recipient that the site itself brings in, and
 * its own cookies and keys. Who the controller is, and where the policy for people stands, are placeholders.
 */
export function newPolicy(
  report: AuditReport,
  total: SiteReport,
  catalogue: Catalogue,
): { readonly file: NewPolicy; readonly review: readonly ReviewNote[] } {
  const drafts = new ProcessorDrafts([], catalogue);
  const unknown = total.unidentified.filter((row) => !row.isLocal && row.broughtInBy === null);
  const without = [
    ...total.processors.filter(isAtWork).filter((row) => !drafts.addService(row)),
    ...unknown.filter((row) => !drafts.addUnidentified(row)),
  ];
  const own = ownStorage(total);
  const storage = own.slice(0, maxStorage);
  const hosts = [report.site, `*.${report.site}`].filter(isPattern);
  const kept = drafts.all.slice(0, maxProcessors);
  const file: NewPolicy = {
    privacyPolicy: '1.0',
    status: 'draft',
    updated: new Date(report.madeAt).toISOString().slice(0, 10),
    language: 'en',
    policyUrl: `https://${total.site.host}/privacy`,
    ...(hosts.length > 0 && { appliesTo: hosts }),
    controller: { name: report.site },
    processors: kept.map(({ processor }) => processor),
    ...(storage.length > 0 && { storage }),
  };
  const review: ReviewNote[] = [
    ...placeholders,
    ...reviewOf(kept, 0),
    ...(without.length > 0 ? [{ pointer: '/processors', reasons: ['cannot-be-declared'] } as const] : []),
    ...(kept.length < drafts.all.length ? [{ pointer: '/processors', reasons: ['too-many'] } as const] : []),
    ...(storage.length > 0
      ? [{ pointer: '/storage', reasons: ['purpose', 'storage-owner', 'lifetime'] } as const]
      : []),
    ...(storage.length < own.length ? [{ pointer: '/storage', reasons: ['too-many'] } as const] : []),
  ];
  return { file, review };
}

const placeholders: readonly ReviewNote[] = ['/controller/name', '/policyUrl', '/language', '/status'].map(
  (pointer) => ({ pointer, reasons: ['placeholder'] }),
);

function isAtWork({ activity, broughtInBy }: ProcessorReport): boolean {
  return (activity === 'active' || activity === 'stopped') && broughtInBy === null;
}

/** Keys of third parties' frames are left out: they are not the site's own doing. */
function ownStorage({ ownCookies, stores }: SiteReport): DeviceStorage[] {
  const keys = (stores ?? []).filter(({ party }) => party === 'first-party');
  return [
    ...cookieEntries(ownCookies.filter(isToDeclare), null),
    ...keys.flatMap((store) => keyEntries(store, store.keys)),
  ];
}
