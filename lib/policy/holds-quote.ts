/**
 * Whether a text holds a quote, word for word. `text` is folded already, by `foldWords`: once for many quotes.
 *
 * Only letters, digits, and the signs of currencies, per cent and paragraphs count: spaces, line breaks, case, hyphens,
 * quotation marks, bullets and other punctuation differ between a page and what was copied from it. Where the quote
 * leaves something out (`…`), its parts must stand there in their order. A quote without a single word is held.
 */
export function holdsQuote(text: string, quote: string): boolean {
  let from = 0;
  for (const part of quote.split(/…|\.{3,}/).map(foldWords)) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return true;
}

/** What counts of `text` when words are compared; letters and their accents apart, so that no two texts join into one. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ς', 'σ') // its lower case depends on what follows
    .replace(/[^\p{L}\p{N}\p{M}\p{Sc}%§]+/gu, '');
}
