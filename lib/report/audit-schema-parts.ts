import * as v from 'valibot';
import { activities, declarations, transferVerdicts } from '../comparison/site-report';
import { consentStates } from '../consent/consent';
import { accessKinds } from '../observation/observation';
import { record } from '../policy/schema-kit';

/** Words of lists that grow with Candor: a file of a newer one can still be read. */
const word = v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,60}$/u));
const text = v.string();
const texts = v.array(text);
const orNull = <const Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema);
const count = v.pipe(v.number(), v.minValue(0));
/** ISO 8601 in UTC; `null` for a time that no clock shows. */
const time = v.nullable(
  v.pipe(v.string(), v.regex(/^([+-][0-9]{6}|[0-9]{4})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/u)),
);
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
/** A known one or a name of the tester's own, `own:…`. */
const scenario = v.pipe(v.string(), v.regex(/^([a-z-]{1,30}|own:[^]*)$/u));
const party = v.picklist(['first-party', 'third-party']);
const consentState = v.picklist(consentStates);
const activity = v.picklist(activities);
const declaration = v.picklist(declarations);
const access = v.picklist(accessKinds);
const counted = v.record(v.string(), count);

const coverage = record({
  kind: v.picklist(['all', 'part', 'none']),
  gaps: v.array(record({ reason: word, at: time })),
});

const counts = record({
  ...{ declared: count, active: count, activeDeclared: count, activeNotDeclared: count },
  ...{ unidentified: count, broughtIn: count, stopped: count, notObservable: count },
});

const contact = record({
  ...{ host: text, rule: orNull(text), service: orNull(text), party, broughtInBy: orNull(text) },
  startedBy: v.picklist(['page', 'worker']),
  ...{ sent: count, stopped: count, failed: count, listed: count, types: counted, firstAt: time, lastAt: time },
  ...{ samples: texts, redirectedTo: texts, errors: counted, propertyIds: texts, unencrypted: v.boolean() },
  ...{ emailsInUrl: count, byConsent: counted, cookieless: counted },
});

const cookie = record({
  ...{ name: text, domain: text, path: text, hostOnly: v.boolean(), party },
  ...{ setBy: v.picklist(['http', 'script', 'earlier']), setByHost: v.optional(text) },
  ...{ lifetimeSeconds: orNull(v.number()), lifetimeIsStored: v.boolean(), secure: v.boolean(), httpOnly: v.boolean() },
  sameSite: v.picklist(['none', 'lax', 'strict', 'unspecified']),
  ...{ partition: orNull(text), deleted: v.boolean(), consent: consentState },
  removedBy: orNull(v.picklist(['deletion', 'expiry', 'eviction'])),
  ...{ notKept: v.boolean(), overwritten: count },
});

const alias = record({ host: text, name: text });

const transfer = record({
  ...{ country: orNull(text), certainty: orNull(text), verdict: v.picklist(transferVerdicts), bases: texts },
  ...{ adequacyDecision: orNull(text), documentUrl: orNull(text), pointer: orNull(text) },
  reason: orNull(record({ act: text, ended: orNull(text), url: orNull(text) })),
  declared: orNull(text),
});

const hosting = record({
  ...{ service: text, rule: text, trust: word, readFrom: word, evidence: text },
  ...{ product: v.optional(text), edge: v.optional(text) },
  region: v.optional(record({ code: text, place: text })),
});

/** Shared by the file's schema and, as definitions, by the JSON Schema made from it. */
export const auditParts = { time, hash, scenario, coverage, counts, contact, cookie, alias, transfer, hosting };

/** Small words and shapes that need no name of their own. */
export const auditWords = { word, text, texts, orNull, count, party, consentState, activity, declaration, access };
