import * as v from 'valibot';

/**
 * What is read of the `inspection.json` of the EDPS's Website Evidence Collector; all other members are ignored.
 *
 * Source: github.com/EU-EDPS/website-evidence-collector, tests/test_output/inspection.json (version 2.1.1),
 * collector/output.js, collector/inspector.js, inspector/index.js, lib/tools.js, lib/setup-beacon-recording.js and
 * lib/setup-cookie-recording.js, read 2026-11-23.
 */
const text = v.pipe(v.string(), v.maxLength(100_000));
const optionalText = v.fallback(v.optional(text), undefined);
const optionalFlag = v.fallback(v.optional(v.boolean()), undefined);

function lenient<const Item extends v.GenericSchema>(item: Item) {
  return v.fallback(v.optional(item), undefined);
}

/** Where the tool saw it happen: the first place is the document or script that did it. */
const log = v.object({
  type: optionalText,
  timestamp: optionalText,
  stack: lenient(v.array(lenient(v.object({ fileName: optionalText })))),
});

export const inspectionCookieSchema = v.object({
  name: text,
  domain: text,
  path: v.fallback(v.optional(text, '/'), '/'),
  /** Epoch seconds, -1 for a session; of a cookie known from a script or an answer alone a date, if anything. */
  expires: lenient(v.union([v.number(), text])),
  httpOnly: optionalFlag,
  secure: optionalFlag,
  session: optionalFlag,
  sameSite: optionalText,
  /** Newer versions of Chromium tell an object. */
  partitionKey: lenient(v.union([text, v.object({ topLevelSite: text })])),
  log: lenient(log),
});
export type InspectionCookie = v.InferOutput<typeof inspectionCookieSchema>;

export const inspectionBeaconSchema = v.object({ url: v.pipe(v.string(), v.maxLength(2_000_000)), log: lenient(log) });

export const inspectionFormSchema = v.object({ action: text, method: optionalText });

const list = v.fallback(v.optional(v.array(v.unknown()), []), []);

export const inspectionSchema = v.object({
  uri_ins: text,
  uri_dest: v.fallback(v.nullish(text), undefined),
  start_time: text,
  end_time: optionalText,
  hosts: v.object({ requests: v.object({ firstParty: list, thirdParty: list }) }),
  cookies: list,
  beacons: list,
  unsafeForms: list,
  /** Origin → key → value, which is not read; `null` where nobody looked. */
  localStorage: lenient(v.nullable(v.record(v.string(), v.record(v.string(), v.unknown())))),
});
export type Inspection = v.InferOutput<typeof inspectionSchema>;
