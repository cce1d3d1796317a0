import * as v from 'valibot';
import { judgementStates } from '../audit/audit-session';
import { record } from '../policy/schema-kit';
import { auditParts, auditWords } from './audit-schema-parts';

const { time, hash, scenario, coverage, counts, contact, cookie, alias, transfer, hosting } = auditParts;
const { word, text, texts, orNull, count, party, consentState, activity, declaration, access } = auditWords;

const seen = {
  ...{ sent: count, stopped: count, failed: count, listed: count, broughtInBy: orNull(text) },
  ...{ contacts: v.array(contact), cookies: v.array(cookie) },
};

const processor = record({
  ...{ id: text, name: text, declaration, activity, service: orNull(text), pointer: orNull(text) },
  ...{ isRecognisable: v.boolean(), sharedWith: texts, isOnlyShared: v.boolean(), ...seen },
  ...{ hosting: v.array(hosting), aliases: v.array(alias), transfers: v.array(transfer), seatAbroad: orNull(text) },
  declared: v.pipe(
    orNull(v.record(v.string(), v.unknown())),
    v.description('The declaration as the policy file has it, in its own order.'),
  ),
});

const unidentified = record({ domain: text, name: orNull(text), activity, isLocal: v.boolean(), ...seen });

const form = record({
  ...{ host: text, party, isEncrypted: v.boolean(), method: v.picklist(['get', 'post']), frameOf: orNull(text) },
  ...{ inPage: count, sent: count },
});

const store = record({ kind: word, origin: text, party, keys: texts, more: count });

/** What told whose it is. */
const match = v.optional(record({ rule: text, trust: word }));

const evidence = v.variant('kind', [
  v.object({ kind: v.literal('contact'), contact, match, redirectedFrom: v.optional(texts) }),
  v.object({ kind: v.literal('cookie'), cookie, match }),
  v.object({ kind: v.literal('text'), text }),
  v.object({ kind: v.literal('declaration'), text, pointer: text }),
  v.object({ kind: v.literal('run'), startedAt: time, pages: count }),
  v.object({ kind: v.literal('doubt'), doubt: word }),
  v.object({ kind: v.literal('store'), store }),
  v.object({ kind: v.literal('form'), form }),
  v.object({ kind: v.literal('region'), region: record({ code: text, place: text, country: text }), readFrom: text }),
  v.object({ kind: v.literal('declared-countries'), countries: texts }),
  v.object({ kind: v.literal('declared-lifetime'), seconds: count }),
]);

const severity = v.picklist(['error', 'warning', 'note']);

/** Where the policy for people says what the finding holds against the site. */
const source = record({ url: text, heading: orNull(text), quote: orNull(text), pointer: text });

const finding = record({
  ...{ id: word, key: text, severity, subject: text, pointer: orNull(text), quote: orNull(text) },
  ...{ evidence: v.array(evidence), scenarios: v.array(scenario) },
  // Audits that were saved earlier have none of these.
  ...{ pages: v.optional(texts), morePages: v.optional(count), sources: v.optional(v.array(source)) },
  judgement: orNull(record({ state: v.picklist(judgementStates), note: text })),
});

const rowKind = v.picklist(['processor', 'unidentified']);

const row = record({
  ...{ id: text, name: text, kind: rowKind, declaration, activity },
  byScenario: v.record(v.string(), activity),
  ...{ sent: count, cookies: count, hosts: texts },
});

const verdict = record({
  id: text,
  kind: rowKind,
  activity,
  sent: count,
  stopped: count,
  failed: count,
  listed: count,
});

const issue = record({
  ...{ severity: v.picklist(['error', 'warning']), path: text, code: word, message: text, found: v.optional(text) },
});

/** Which members are there depends on `kind`. */
const policy = record({
  kind: v.picklist(['not-looked', 'looking', 'none', 'not-fetched', 'broken', 'read']),
  ...{ url: v.optional(text), way: v.optional(word), fetchedAt: v.optional(time), checkedAt: v.optional(time) },
  ...{ sha256: v.optional(hash), applies: v.optional(word), differsFrom: v.optional(orNull(text)) },
  file: v.optional(
    record({
      ...{ id: v.optional(text), title: v.optional(text), updated: text },
      controller: v.record(v.string(), v.unknown()),
    }),
  ),
  issues: v.optional(v.array(issue)),
  attempts: v.optional(v.array(record({ way: word, url: text, failure: word, status: v.optional(v.number()) }))),
});

const signal = record({
  ...{ at: time, state: consentState, isPartial: v.boolean(), source: word, manager: orNull(text), evidence: text },
  since: v.picklist(['page-start', 'now']),
});

const leak = record({ reason: word, hits: count, host: text, frame: orNull(text) });

const optOut = record({
  ...{ service: text, site: text, use: word, on: orNull(word), everywhere: v.boolean(), isException: v.boolean() },
  ...{ blocking: word, held: count, ids: texts, cookieIds: texts },
  proof: record({
    ...{ kind: word, hits: v.optional(count), hasTag: v.optional(v.boolean()), since: v.optional(time) },
    ...{ tag: v.optional(word), leaks: v.optional(v.array(leak)) },
  }),
  deletable: v.array(record({ name: text, domain: text, partition: orNull(text) })),
  faults: v.array(word),
});

const total = record({
  site: record({ url: text, host: text, registrableDomain: orNull(text), isPrivate: v.boolean() }),
  ...{ counts, processors: v.array(processor), unidentified: v.array(unidentified) },
  activityTransfers: v.array(record({ activity: text, transfers: v.array(transfer) })),
  ...{ ownContacts: v.array(contact), ownCookies: v.array(cookie), otherCookies: v.array(cookie) },
  ...{ cookiesRead: v.boolean(), workerContacts: v.array(contact), forms: v.array(form), formsRead: v.boolean() },
  stores: orNull(v.array(store)),
  aliases: orNull(record({ found: v.array(alias), without: count, unanswered: count })),
  consent: record({
    ...{ state: consentState, isPartial: v.boolean(), managers: texts, gpc: orNull(v.boolean()) },
    signals: v.array(signal),
  }),
  optOut: orNull(optOut),
  cut: record({ contacts: count, cookies: count }),
  gpcSupport: orNull(record({ heeds: v.boolean(), asOf: orNull(text) })),
});

const header = record({
  ...{ candorVersion: text, catalogueAsOf: orNull(text), browser: text, system: text },
  settings: record({ asksForNames: v.boolean(), sendsGpc: v.boolean() }),
  policy: v.picklist(['published', 'under-test']),
});

const missed = record({
  ...{
    cutVisits: count,
    access,
    coverage,
    cookiesRead: v.boolean(),
    formsRead: v.boolean(),
    policyPageRead: v.boolean(),
    storesRead: v.boolean(),
  },
  ...{ cut: record({ contacts: count, cookies: count }), isStorageFailing: v.boolean() },
});

const page = record({
  url: text,
  startedAt: time,
  scenarios: v.array(scenario),
  coverage: v.picklist(['all', 'part', 'none']),
  sent: count,
});

const content = {
  ...{ format: v.literal('candor-audit'), version: v.literal(1), header },
  audit: record({ site: text, source: word, madeAt: time, startedAt: time, endedAt: time }),
  ...{ policy: orNull(policy), missed, pages: v.array(page) },
  scenarios: v.array(record({ id: scenario, pages: count, coverage, counts, verdicts: v.array(verdict) })),
  ...{ findings: v.array(finding), rows: v.array(row), total: orNull(total) },
};

/** The file that `auditAsJson` writes; the one source of the JSON Schema that is shipped. Unknown members are dropped. */
export const auditSchema = record({
  ...content,
  sha256: v.pipe(hash, v.description('Of the UTF-8 bytes of the canonical JSON of all other members.')),
});

/** What the JSON Schema gives a name. */
export const auditDefinitions = { ...auditParts, processor, unidentified, evidence, finding, row, page, policy, total };

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

export type AuditFile = Frozen<v.InferOutput<typeof auditSchema>>;
/** All but the hash of it. */
export type AuditContent = Omit<AuditFile, 'sha256'>;
