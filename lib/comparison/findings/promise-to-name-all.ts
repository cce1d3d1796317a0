import type { Disclosure } from '../../policy/schema';
import type { PolicyRead } from '../policy-in-force';

/** The policy's promise to name everyone who gets data; `null` where it makes none. */
export function promiseToNameAll({ policy }: PolicyRead): Disclosure | null {
  return policy.disclosure?.complete === true ? policy.disclosure : null;
}

/** The promise word for word: the text and, as it is often a later sentence that makes it, the quotes beside it. */
export function wordsOfPromise({ text, sources = [] }: Disclosure): string | null {
  const quotes = sources.flatMap(({ quote }) => quote ?? []).filter((quote) => text?.includes(quote) !== true);
  const all = text === undefined || quotes.some((quote) => quote.includes(text)) ? quotes : [text, ...quotes];
  return all.length > 0 ? all.join(' … ') : null;
}
