import type { PolicyRead } from '../comparison/policy-in-force';
import type { SiteReport } from '../comparison/site-report';
import type { DeviceStorage } from '../policy/schema';
import type { Operation } from './apply-patch';
import type { AuditFinding, AuditReport } from './audit-report';
import { publishedLength } from './published-length';
import type { ReviewNote, ReviewReason } from './review';
import { cookieEntries, isIdentifier, keyEntries, maxStorage } from './storage-draft';

interface StoragePatch {
  readonly operations: readonly Operation[];
  readonly review: readonly ReviewNote[];
}

/**
 * What declares the cookies and storage keys that findings name as undeclared, or as against a list that says "none":
 * those of declared processors at their own list, the site's own at `/storage`.
 */
export function storagePatch({ findings }: AuditReport, total: SiteReport, read: PolicyRead): StoragePatch {
  const lists = new Map<string, readonly DeviceStorage[]>();
  const review: ReviewNote[] = [];
  for (const finding of findings) {
    const { pointer } = finding;
    if (pointer === null || !declaredAt.has(finding.id)) continue;
    const row = total.processors.find((it) => `${it.pointer ?? ''}/storage` === pointer);
    const entries = entriesOf(finding, row?.service ?? null);
    lists.set(pointer, withEntries(lists.get(pointer) ?? [], entries));
    if (finding.evidence.some((it) => it.kind === 'cookie' && !isIdentifier(it.cookie.name)))
      review.push({ pointer, reasons: ['cannot-be-declared'] });
  }
  return joined([...lists], review, read);
}

const declaredAt: ReadonlySet<string> = new Set(['undeclared-cookie', 'no-cookies-contradicted', 'undeclared-storage']);

function entriesOf({ evidence }: AuditFinding, service: Parameters<typeof cookieEntries>[1]): readonly DeviceStorage[] {
  const cookies = evidence.flatMap((it) => (it.kind === 'cookie' ? [it.cookie] : []));
  const keys = evidence.flatMap((it) => (it.kind === 'store' ? keyEntries(it.store, it.store.keys) : []));
  return [...cookieEntries(cookies, service), ...keys];
}

/** Each entry once: two stores may hold the same name, and two cookies bear names of one pattern. */
function withEntries(list: readonly DeviceStorage[], added: readonly DeviceStorage[]): readonly DeviceStorage[] {
  const nameOf = ({ identifier, type, domains }: DeviceStorage) => JSON.stringify([identifier, type, domains]);
  const known = new Map(list.map((entry) => [nameOf(entry), entry]));
  for (const entry of added) {
    const old = known.get(nameOf(entry));
    known.set(nameOf(entry), (old?.maxAgeSeconds ?? -1) > (entry.maxAgeSeconds ?? -1) ? (old ?? entry) : entry);
  }
  return [...known.values()];
}

/** An operation at the end of each list for each entry, the room of the format minded. */
function joined(
  lists: readonly (readonly [string, readonly DeviceStorage[]])[],
  without: readonly ReviewNote[],
  read: PolicyRead,
): StoragePatch {
  const operations: Operation[] = [];
  const review = [...without];
  for (const [pointer, entries] of lists) {
    const from = publishedCount(read, pointer);
    const room = entries.slice(0, Math.max(0, maxStorage - from));
    operations.push(...room.map((value): Operation => ({ op: 'add', path: `${pointer}/-`, value })));
    review.push(...room.map((entry, index) => noteOn(`${pointer}/${from + index}`, entry)));
    if (room.length < entries.length) review.push({ pointer, reasons: ['too-many'] });
  }
  return { operations, review };
}

function noteOn(pointer: string, { maxAgeSeconds }: DeviceStorage): ReviewNote {
  const owner: readonly ReviewReason[] = pointer.startsWith('/storage') ? ['storage-owner'] : [];
  return { pointer, reasons: ['purpose', ...owner, ...(maxAgeSeconds === undefined ? (['lifetime'] as const) : [])] };
}

/** Of the list at this published pointer. */
function publishedCount(read: PolicyRead, pointer: string): number {
  if (pointer === '/storage') return publishedLength(read, pointer);
  const place = Number(pointer.split('/')[2]);
  const at = (read.positions['/processors'] ?? []).indexOf(place);
  return publishedLength(read, `/processors/${at < 0 ? place : at}/storage`);
}
