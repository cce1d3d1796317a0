import * as v from 'valibot';

/**
 * What is read of a HAR 1.2 file; all other members are ignored. Only an entry's URL and beginning are required: of a
 * member that is not as expected nothing is known, and the entry stays.
 *
 * Sources: http://www.softwareishard.com/blog/har-12-spec/ · `_initiator`, `_resourceType`, `_fromCache`, `_error`:
 * ChromeDevTools/devtools-frontend, front_end/models/har/Log.ts · `_frameref`, `_serviceWorkerRef`, `_apiRequestRef`,
 * `_wasAborted`, `_wasFulfilled`, `_failureText`, status -1: Playwright 1.65, server/har/harTracer.ts · `afterRequest`
 * for what came from the cache: Firefox, devtools/client/netmonitor/src/har/har-builder.js. Read 2026-11-23. `_candor`
 * is our own: lib/report/audit-har.ts keeps no status, and says what became of a request in its place.
 */
const text = v.pipe(v.string(), v.maxLength(100_000));
const optionalText = v.fallback(v.optional(text), undefined);
const optionalFlag = v.fallback(v.optional(v.boolean()), undefined);

const header = v.object({ name: text, value: text });
const cookie = v.object({
  name: text,
  path: optionalText,
  domain: optionalText,
  expires: optionalText,
  httpOnly: optionalFlag,
  secure: optionalFlag,
  sameSite: optionalText,
});

/** A list whose bad members cost only themselves; what is no list is an empty one. */
function lenientList<const Item extends v.GenericSchema>(item: Item) {
  const list = v.pipe(
    v.array(v.fallback(v.nullable(item), null)),
    v.transform((found) => found.slice(0, mostInList).filter((one) => one !== null)),
  );
  return v.fallback(v.optional(list, []), []);
}

const mostInList = 500;

const initiator = v.object({
  type: optionalText,
  url: optionalText,
  stack: v.fallback(
    v.optional(v.object({ callFrames: lenientList(v.object({ url: v.fallback(v.string(), '') })) })),
    undefined,
  ),
});

const response = v.object({
  status: v.fallback(v.number(), 0),
  headers: lenientList(header),
  cookies: lenientList(cookie),
  content: v.fallback(v.optional(v.object({ mimeType: optionalText })), undefined),
  redirectURL: optionalText,
  _error: optionalText,
  _failureText: optionalText,
  _blocked: v.optional(v.unknown()),
  _fetchedViaServiceWorker: optionalFlag,
});

export const harEntrySchema = v.object({
  pageref: optionalText,
  startedDateTime: text,
  request: v.object({
    url: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000_000)),
    method: optionalText,
    headers: lenientList(header),
  }),
  response: v.fallback(v.optional(response), undefined),
  cache: v.optional(v.unknown()),
  _initiator: v.fallback(v.optional(initiator), undefined),
  _resourceType: optionalText,
  _fromCache: v.optional(v.unknown()),
  _frameref: optionalText,
  _serviceWorkerRef: v.optional(v.unknown()),
  _apiRequestRef: v.optional(v.unknown()),
  _wasAborted: optionalFlag,
  _wasFulfilled: optionalFlag,
  _blocked: v.optional(v.unknown()),
  _candor: v.fallback(
    v.optional(v.object({ outcome: v.optional(v.picklist(['sent', 'listed', 'stopped', 'failed'])) })),
    undefined,
  ),
});
export type HarEntry = v.InferOutput<typeof harEntrySchema>;
export type HarResponse = NonNullable<HarEntry['response']>;
export type HarCookie = HarResponse['cookies'][number];

export const harPageSchema = v.object({ id: text, title: optionalText, startedDateTime: text });
export type HarPage = v.InferOutput<typeof harPageSchema>;

/** `log` with its two lists, whatever these hold. Without `pages` there are none. */
export const harFileSchema = v.object({
  log: v.object({
    entries: v.array(v.unknown()),
    pages: v.fallback(v.optional(v.array(v.unknown()), []), []),
    creator: v.fallback(v.optional(v.object({ name: v.string() }), { name: '' }), { name: '' }),
  }),
});
