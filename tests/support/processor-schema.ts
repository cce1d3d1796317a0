import * as v from 'valibot';
import { processorCategories, roles, observabilities, transferBases } from '../../lib/policy/vocabulary';

/** The shape of `assets/processors/<id>.json`; a member that is not here is an error. */

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const date = v.pipe(v.string(), v.isoDate());
const https = v.pipe(v.string(), v.url(), v.startsWith('https://'));
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'two capital letters'));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens'));
const host = v.pipe(v.string(), v.regex(/^(\*|(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+)$/, 'a.example, *.a.example or *'));
const hostWithRegion = v.union([
  host,
  v.pipe(
    v.string(),
    v.regex(/^(\*\.)?([a-z0-9-]+\.)*[a-z0-9-]*\{region\}(-[a-z0-9-]+)?(\.[a-z0-9-]+)+$/, 'one {region}'),
  ),
]);
const path = v.pipe(v.string(), v.regex(/^[/*]/, 'begins with / or *'));
const trust = v.picklist(['verified', 'documented', 'observed']);
const optional = v.exactOptional;

const source = v.strictObject({ what: text, url: https, dated: optional(date), checkedOn: date });
const entity = v.strictObject({ name: text, address: optional(text), country });

const transfer = v.strictObject({
  destinations: v.pipe(v.array(v.union([country, v.literal('*')])), v.minLength(1)),
  bases: v.array(v.picklist(transferBases)),
  note: optional(text),
  source,
});

const url = v.strictObject({
  name: slug,
  hosts: v.pipe(v.array(hostWithRegion), v.minLength(1)),
  path: optional(path),
  query: optional(v.record(text, text)),
  ids: optional(v.array(text)),
  product: optional(text),
  through: optional(v.array(slug)),
  trust,
});

const cookie = v.strictObject({
  name: text,
  domain: host,
  maxAgeSeconds: optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  operator: optional(text),
  product: optional(text),
  provesHosting: optional(v.literal(true)),
  trust: optional(trust),
});

const lowerCase = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'a header name in small letters'));
const header = v.strictObject({
  name: slug,
  header: lowerCase,
  value: optional(text),
  edge: optional(v.picklist(['start', 'end'])),
  needsEdge: optional(v.literal(true)),
  product: optional(text),
  through: optional(v.array(slug)),
  trust,
});

const tests = v.strictObject({
  match: v.array(v.strictObject({ url: v.pipe(v.string(), v.url()), rule: slug })),
  noMatch: v.pipe(v.array(v.pipe(v.string(), v.url())), v.minLength(1)),
  headers: optional(v.array(v.strictObject({ header: lowerCase, value: text, rule: v.nullable(slug) }))),
  /** Host of a page → the region that it says. */
  regions: optional(v.record(host, v.nullable(text))),
});

export const processorFileSchema = v.strictObject({
  id: slug,
  name: text,
  alsoNamed: optional(v.array(text)),
  category: v.picklist(processorCategories),
  role: v.picklist(roles),
  observable: v.picklist(observabilities),
  entity,
  parent: optional(entity),
  links: v.strictObject({
    privacy: optional(https),
    contract: optional(https),
    cookies: optional(https),
    optOut: optional(https),
  }),
  transfers: v.array(transfer),
  urls: v.array(url),
  cookies: v.array(cookie),
  headers: optional(v.array(header)),
  reviewedOn: date,
  sources: v.pipe(v.array(source), v.minLength(1)),
  tests,
});

export type ProcessorFile = v.InferOutput<typeof processorFileSchema>;
