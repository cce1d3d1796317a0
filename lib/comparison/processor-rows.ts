import type { Catalogue, Service } from '../catalogue/catalogue';
import type { Coverage, HostAlias, ObservedAliases } from '../observation/observation';
import { originalPointer } from '../policy/original-pointer';
import type { Processor } from '../policy/schema';
import { activityOf } from './activity';
import { aliasNames } from './aliases';
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
  readonly aliases?: ObservedAliases;
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
  { read, coverage, headersSeen, aliases, catalogue, now }: Setting,
): ProcessorReport {
  const seen = attribution.declared.get(position) ?? seenNothing();
  const service = serviceOf(declared, seen, catalogue);
  const sums = sumsOf(seen.contacts);
  const isRecognisable = service !== null || hasOwnDomains(declared, catalogue);
  const observable = declared.observable ?? service?.observable ?? 'network';
  const activity = activityOf({
    ...sums,
    hosting: seen.hosting,
    cookiesSet: seen.cookiesSet,
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
    ...aliasesOf(seen, aliases),
    isRecognisable,
    transfers: read === null ? [] : transferReports(read, declared.transfers, path, now),
    seatAbroad: seatAbroad(declared),
    ...sharing(seen, position, read?.policy.processors ?? []),
  };
}

function serviceRow(id: string, seen: Seen, setting: Setting): ProcessorReport {
  const { read, coverage, headersSeen, aliases, catalogue } = setting;
  const service = catalogue.service(id);
  const observable = service?.observable ?? 'network';
  const evidence = evidenceOf(seen);
  return {
    id: `service:${id}`,
    name: service?.name ?? id,
    declaration: read === null ? 'no-declaration' : 'not-declared',
    activity: activityOf({
      ...evidence,
      cookiesSet: seen.cookiesSet,
      observable,
      isRecognisable: true,
      coverage,
      headersSeen,
    }),
    service,
    declared: null,
    pointer: null,
    ...evidence,
    ...aliasesOf(seen, aliases),
    isRecognisable: true,
    transfers: [],
    seatAbroad: null,
    sharedWith: [],
    isOnlyShared: false,
  };
}

function evidenceOf({ contacts, cookies, cookiesSet, hosting }: Seen) {
  // A cookie of it on the site's own domain is not the doing of a third party's frame.
  const isOwnDoing = hosting.length > 0 || cookiesSet.some(({ party }) => party === 'first-party');
  const bringer = isOwnDoing ? null : broughtInBy(contacts);
  return { contacts, cookies, hosting, ...sumsOf(contacts), broughtInBy: bringer };
}

/** The site's own hosts whose other name shows that this recipient gets their requests, or delivers them. */
function aliasesOf(
  { contacts, hosting }: Seen,
  aliases: ObservedAliases | undefined,
): { aliases?: readonly HostAlias[] } {
  const ofFirstParty = contacts.filter(({ party, service }) => party === 'first-party' && service !== null);
  const hosts = new Set(ofFirstParty.map(({ host }) => host));
  const pieces = new Set(hosting.filter(({ readFrom }) => readFrom === 'alias').map(({ evidence }) => evidence));
  const found = (aliases?.found ?? []).filter((it) => hosts.has(it.host) || pieces.has(aliasNames(it)));
  return found.length > 0 ? { aliases: found } : {};
}

/** The catalogue's service that the policy names by id, else the one that what was seen of it belongs to. */
function serviceOf(declared: Processor, seen: Seen, catalogue: Catalogue): Service | null {
  const stated = declared.service === undefined ? null : catalogue.service(declared.service);
  if (stated !== null) return stated;
  const carriers = new Set(seen.hosting.flatMap(({ through = [] }) => through));
  const direct = seen.hosting.filter(({ service }) => !carriers.has(service));
  const ids = new Set([...seen.contacts, ...direct].map(({ service }) => service));
  const [id = null] = ids;
  return ids.size === 1 && id !== null ? catalogue.service(id) : null;
}

function hasOwnDomains({ domains = [] }: Processor, catalogue: Catalogue): boolean {
  return domains.some((pattern) => pattern.startsWith('*.') || !catalogue.isSharedHost(pattern));
}
