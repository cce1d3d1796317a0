import * as v from 'valibot';

/** The shapes of `assets/registers/*.json`. Each opens with its authority, its day and what is left out. */

const text = v.pipe(v.string(), v.minLength(1));
const date = v.pipe(v.string(), v.isoDate());
const https = v.pipe(v.string(), v.url(), v.startsWith('https://'));
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'two capital letters'));
const opening = { authority: text, asOf: date, leftOut: text };
const optional = v.exactOptional;

const decision = {
  id: text,
  act: text,
  from: optional(date),
  end: optional(v.strictObject({ on: date, why: v.picklist(['void', 'expires']), case: optional(text) })),
  source: v.strictObject({ url: https, checkedOn: date }),
};

export const transferFileSchema = v.strictObject({
  ...opening,
  url: https,
  eea: v.array(country),
  adequacy: v.array(v.strictObject({ ...decision, country: v.nullable(country), scope: optional(text) })),
  clauses: v.array(v.strictObject(decision)),
});

export const sharedHostsFileSchema = v.strictObject({
  ...opening,
  hosts: v.array(v.strictObject({ host: text, reason: text })),
});

export const edgeCitiesFileSchema = v.strictObject({
  ...opening,
  sources: v.array(v.strictObject({ what: text, url: https, checkedOn: date })),
  cities: v.record(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'an airport code')), text),
});

const regionCode = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'a label of a host name'));

export const cloudRegionsFileSchema = v.strictObject({
  ...opening,
  /** ISO 3166-1 alpha-2 → the places named below that lie in it. */
  countries: v.record(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a country')), v.array(text)),
  providers: v.array(
    v.strictObject({
      /** Id of the service in assets/processors. */
      service: text,
      sources: v.pipe(v.array(v.strictObject({ what: text, url: https, checkedOn: date })), v.minLength(1)),
      regions: v.record(regionCode, text),
    }),
  ),
});
