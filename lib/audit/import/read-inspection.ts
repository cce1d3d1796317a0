import * as v from 'valibot';
import type { Catalogue } from '../../catalogue/catalogue';
import { type DocumentLedger, createLedger, ledgerLimits, noteGap } from '../../observation/document-ledger';
import { broughtIn } from '../../observation/find-owner';
import type { Observation } from '../../observation/observation';
import { observe } from '../../observation/observe';
import { contactFor, countSent } from '../../observation/record-contact';
import { noteFormsInPage } from '../../observation/record-forms';
import type { RequestRecord } from '../../observation/request';
import { pageUrl } from '../../observation/sample-url';
import { createTabLedgers } from '../../observation/tab-ledgers';
import { type FrameStores, joinStores } from '../../observation/web-stores';
import { hostOf } from '../../party/host';
import { ImportIssues } from './import-issue';
import { type Imported, importedSession, refused } from './imported-session';
import { inspectionCookie } from './inspection-cookie';
import {
  type Inspection,
  inspectionBeaconSchema,
  inspectionCookieSchema,
  inspectionFormSchema,
  inspectionSchema,
} from './inspection-schema';
import { timeOf } from './time-of';

/**
 * What the JSON value of an `inspection.json` of the Website Evidence Collector shows of a site, as a finished session of one visit.
 *
 * The file tells hosts, not requests: each is counted once, and once more for each address that a list of trackers
 * knows ("beacon"). Cookies are those that lay in the browser's jar in the end; of values nothing is kept.
 */
export function readInspectionValue(value: unknown, catalogue: Catalogue): Imported {
  const file = v.safeParse(inspectionSchema, value);
  const issues = new ImportIssues();
  if (!file.success) return refused('not-an-inspection', 'Members of an inspection.json are missing.');
  const at = timeOf(file.output.start_time);
  if (at === null) return refused('bad-date', 'There is no `start_time` that can be read.');
  const url = file.output.uri_dest ?? file.output.uri_ins;
  const host = /^https?:/.test(url) ? hostOf(url) : null;
  const seen = host === null ? [] : [observationOf(file.output, { url, host, at }, catalogue, issues)];
  return importedSession(
    'website-evidence-collector',
    seen.flatMap((one) => one ?? []),
    issues,
  );
}

interface Place {
  readonly url: string;
  readonly host: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const place = { documentId: 'inspection-1', tabId: 1, frameId: 0 } as const;

function observationOf(
  file: Inspection,
  { url, host, at }: Place,
  catalogue: Catalogue,
  issues: ImportIssues,
): Observation | null {
  const ledger = createLedger({ ...place, url: pageUrl(url), host, startedAt: at, seenFromStart: true });
  noteGap(ledger, { reason: 'imported-evidence', at });
  ledger.lastAt = timeOf(file.end_time ?? '');
  noteBeacons(ledger, file, catalogue, issues);
  noteHosts(ledger, file, catalogue, issues);
  const frame = { topDocumentId: place.documentId, frameId: 0, url: ledger.url, broughtInBy: null };
  const documents = { [place.documentId]: ledger };
  const tab = { ...createTabLedgers(1), current: place.documentId, documents, frames: { [place.documentId]: frame } };
  const forms = read(file.unsafeForms, inspectionFormSchema, 'unsafeForms', issues).map(({ action, method }) => {
    return { target: action, method: method?.toLowerCase() === 'post' ? ('post' as const) : ('get' as const) };
  });
  noteFormsInPage(tab, [{ ...place, forms, isCut: false }]);
  ledger.formsRead = false; // only forms that send unencrypted are in the file
  const cookies = read(file.cookies, inspectionCookieSchema, 'cookies', issues).map((one) =>
    inspectionCookie(one, { host, at }),
  );
  ledger.cutCookies = Math.max(0, cookies.length - ledgerLimits.cookies);
  const around = { isPrivate: false, access: 'all', jar: [], gaps: [], stores: storesOf(file, host) } as const;
  const seen = observe(tab, around);
  return seen === null ? null : { ...seen, cookies: cookies.slice(0, ledgerLimits.cookies) };
}

/** A beacon is an address, and the frame that asked for it. */
function noteBeacons(ledger: DocumentLedger, file: Inspection, catalogue: Catalogue, issues: ImportIssues): void {
  for (const { url, log } of read(file.beacons, inspectionBeaconSchema, 'beacons', issues)) {
    const asked = log?.stack?.[0]?.fileName ?? '';
    const at = timeOf(log?.timestamp ?? '') ?? ledger.startedAt;
    if (/^(https?|wss?):/.test(url)) noteSent(ledger, url, at, broughtIn(asked, ledger.host, null), catalogue);
  }
}

/** The hosts of which no beacon tells more. Who asked for them, and by which address, is not known. */
function noteHosts(ledger: DocumentLedger, file: Inspection, catalogue: Catalogue, issues: ImportIssues): void {
  const { firstParty, thirdParty } = file.hosts.requests;
  const known = new Set(Object.values(ledger.contacts).map(({ host }) => host));
  for (const [index, told] of [...firstParty, ...thirdParty].entries()) {
    const host = typeof told === 'string' && /^[^/?#@\s]+$/.test(told) ? hostOf(`https://${told}/`) : null;
    if (host === null) issues.add('warning', 'bad-url', ['hosts', 'requests'], `Host ${index + 1} cannot be read.`);
    if (host === null || known.has(host)) continue;
    known.add(host);
    noteSent(ledger, `https://${host}/`, ledger.startedAt, null, catalogue, true);
  }
}

function noteSent(
  ledger: DocumentLedger,
  url: string,
  at: number,
  broughtInBy: string | null,
  catalogue: Catalogue,
  isHostAlone = false,
): void {
  const request: RequestRecord = { ...place, ...nobody, url, at, type: 'other' };
  const contact = contactFor(ledger, request, broughtInBy, catalogue);
  if (contact === null) return;
  countSent(contact, request, catalogue);
  if (isHostAlone) contact.samples = []; // its address is ours
}

const nobody = { requestId: '', parentFrameId: -1, parentDocumentId: null, initiator: null } as const;

function storesOf({ localStorage }: Inspection, host: string) {
  if (localStorage === undefined || localStorage === null) return null;
  const frames = Object.entries(localStorage).map(([origin, keys]): FrameStores => ({
    origin,
    stores: [{ kind: 'local-storage', keys: Object.keys(keys), more: 0 }],
  }));
  return joinStores(frames, host);
}

/** The members of a list that can be read; an issue for each other. */
function read<const Item extends v.GenericSchema>(
  list: readonly unknown[],
  item: Item,
  name: string,
  issues: ImportIssues,
): readonly v.InferOutput<Item>[] {
  return list.slice(0, mostInList).flatMap((one, index) => {
    const parsed = v.safeParse(item, one);
    if (parsed.success) return [parsed.output];
    issues.add('warning', 'bad-entry', [name, index], 'The entry cannot be read and is left out.');
    return [];
  });
}

const mostInList = 20_000;
