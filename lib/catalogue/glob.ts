/**
 * Whether `pattern` describes the whole of `text`; `*` is any run of characters, also none; all else is itself.
 *
 * Takes the leftmost fit of each part, which is right for `*` alone and needs no going back.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** How much of `pattern` is not left open: its length without `*`. */
export function literalLength(pattern: string): number {
  return pattern.length - (pattern.split('*').length - 1);
}
