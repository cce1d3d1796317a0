import type { Catalogue, Service } from '../catalogue/catalogue';
import type { Coverage } from '../observation/observation';
import { originalPointer } from '../policy/original-pointer';
import type { Processor } from '../policy/schema';
import { activityOf } from './activity';
import { type Attribution, type Seen, seenNothing } from './attribute';
import type { PolicyRead } from './policy-in-force';
import { seatAbroad } from './seat-abroad';
import { sharing } from './sharing';
import { type ProcessorReport, activities } from './site-report';
import { broughtInBy, sumsOf } from './sums';
import { transferReports } from './transfer-verdict';

interface Setting {
  readonly read: PolicyRead | null;
  readonly coverage: Coverage;
  readonly headersSeen: boolean;
  readonly catalogue: Catalogue;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One row for each declared processor and for each known service beside them; the active first, then as in `activities`. */
export function processorRows(attribution: Attribution, setting: Setting): readonly ProcessorReport[] {
  const processors = setting.read?.policy.processors ?? [];
  const declared = processors.map((processor, position) => declaredRow(processor, position, attribution, setting));
  const others = [...attribution.services].map(([id, seen]) => serviceRow(id, seen, setting));
  others.sort((a, b) => (a.name < b.name ? -1 : 1));
  const rank = (row: ProcessorReport) => activities.indexOf(row.activity);
  return [...declared, ...others].sort((a, b) => rank(a) - rank(b));
}

function declaredRow(
  declared: Processor,
  position: number,
  attribution: Attribution,
  { read, coverage, headersSeen, catalogue, now }: Setting,
): ProcessorReport {
  const seen = attribution.declared.get(position) ?? seenNothing();
  const service = serviceOf(declared, seen, catalogue);
  const sums = sumsOf(seen.contacts);
  const isRecognisable = service !== null || hasOwnDomains(declared, catalogue);
  const observable = declared.observable ?? service?.observable ?? 'network';
  const activity = activityOf({
    ...sums,
    hosting: seen.hosting,
    observable,
    isRecognisable,
    coverage,
    headersSeen,
  });
  const path = `/processors/${position}`;
  return {
    id: declared.id,
    name: declared.name,
    declaration: 'declared',
    activity,
    service,
    declared,
    pointer: read === null ? path : originalPointer(read, path),
    ...evidenceOf(seen),
    isRecognisable,
    transfers: read === null ? [] : transferReports(read, declared.transfers, path, now),
    seatAbroad: seatAbroad(declared),
    ...sharing(seen, position, read?.policy.processors ?? []),
  };
}

function serviceRow(id: string, seen: Seen, { read, coverage, headersSeen, catalogue }: Setting): ProcessorReport {
  const service = catalogue.service(id);
  const observable = service?.observable ?? 'network';
  const evidence = evidenceOf(seen);
  return {
    id: `service:${id}`,
    name: service?.name ?? id,
    declaration: read === null ? 'no-declaration' : 'not-declared',
    activity: activityOf({ ...evidence, observable, isRecognisable: true, coverage, headersSeen }),
    service,
    declared: null,
    pointer: null,
    ...evidence,
    isRecognisable: true,
    transfers: [],
    seatAbroad: null,
    sharedWith: [],
    isOnlyShared: false,
  };
}

function evidenceOf({ contacts, cookies, hosting }: Seen) {
  const bringer = hosting.length > 0 ? null : broughtInBy(contacts);
  return { contacts, cookies, hosting, ...sumsOf(contacts), broughtInBy: bringer };
}

/** The catalogue's service that the policy names by id, else the one that what was seen of it belongs to. */
function serviceOf(declared: Processor, seen: Seen, catalogue: Catalogue): Service | null {
  const stated = declared.service === undefined ? null : catalogue.service(declared.service);
  if (stated !== null) return stated;
  const ids = new Set([...seen.contacts, ...seen.hosting].map(({ service }) => service));
  const [id = null] = ids;
  return ids.size === 1 && id !== null ? catalogue.service(id) : null;
}

function hasOwnDomains({ domains = [] }: Processor, catalogue: Catalogue): boolean {
  return domains.some((pattern) => pattern.startsWith('*.') || !catalogue.isSharedHost(pattern));
}
