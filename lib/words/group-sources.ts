import type { Source } from '../policy/schema';

/** Quotes from one place of the policy, told together. */
export interface SourcePlace {
  readonly url: string;
  readonly heading: string | null;
  readonly quotes: readonly { readonly text: string; readonly index: number }[];
}

/** Sources by address and heading, in the order in which they are first named; `index` is the place in `sources`. */
export function groupSources(sources: readonly Source[]): readonly SourcePlace[] {
  const places = new Map<string, { url: string; heading: string | null; quotes: { text: string; index: number }[] }>();
  sources.forEach(({ url, heading, quote }, index) => {
    const key = JSON.stringify([url, heading]);
    const place = places.get(key) ?? { url, heading: heading ?? null, quotes: [] };
    if (quote !== undefined) place.quotes.push({ text: quote, index });
    places.set(key, place);
  });
  return [...places.values()];
}
