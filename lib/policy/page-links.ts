import * as v from 'valibot';
import { isJsonType, mediaTypeOf } from './media-type';

const links = v.array(v.object({ href: v.string(), type: v.string() }));

/** Absolute addresses of the JSON files among the policy links that a page's own script found; `null` for anything else. */
export function parsePageLinks(found: unknown): readonly string[] | null {
  const result = v.safeParse(links, found);
  if (!result.success) return null;
  return result.output.filter(({ type }) => isJsonType(mediaTypeOf(type))).map(({ href }) => href);
}
