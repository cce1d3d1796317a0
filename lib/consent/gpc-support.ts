import * as v from 'valibot';

/** What a site says of Global Privacy Control at `/.well-known/gpc.json`. */
export interface GpcSupport {
  /** It says that it heeds it. */
  readonly heeds: boolean;
  /** When it last said so, an ISO date; `null` where it gives none. */
  readonly asOf: string | null;
}

export const gpcSupportPath = '/.well-known/gpc.json';

/** The site's statement as it stands in its file; `null` for anything else. Source: https://www.w3.org/TR/gpc/ */
export function parseGpcSupport(text: string): GpcSupport | null {
  try {
    const { gpc, lastUpdate } = v.parse(schema, JSON.parse(text));
    return { heeds: gpc, asOf: lastUpdate ?? null };
  } catch {
    return null; // not the file that the specification describes
  }
}

const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}/u),
  v.transform((text) => text.slice(0, 10)),
);
const schema = v.object({ gpc: v.boolean(), lastUpdate: v.optional(v.fallback(v.nullable(day), null)) });
