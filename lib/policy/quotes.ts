import { jsonPointer } from './json-pointer';
import type { Policy, Source } from './schema';

export interface QuoteAt {
  /** Of the quote, into the policy as read; `originalPointer` leads to the published file. */
  readonly pointer: string;
  readonly url: string;
  readonly heading: string | null;
  readonly quote: string;
}

/** Every sentence that `policy` quotes from a text for people: each `sources[].quote`, wherever it stands. */
export function quotesOf(policy: Policy): readonly QuoteAt[] {
  return partsBelow(policy, []);
}

function partsBelow(part: unknown, path: readonly string[]): readonly QuoteAt[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, member]: [string, unknown]) => {
    const here = [...path, name];
    return name === 'sources' && isSources(member) ? quotesIn(member, here) : partsBelow(member, here);
  });
}

/** The format has no other member of this name. */
export function isSources(member: unknown): member is readonly Source[] {
  return Array.isArray(member);
}

function quotesIn(sources: readonly Source[], path: readonly string[]): readonly QuoteAt[] {
  return sources.flatMap(({ url, heading = null, quote }, at) =>
    quote === undefined ? [] : [{ pointer: jsonPointer([...path, at, 'quote']), url, heading, quote }],
  );
}
