import { isJsonType, mediaTypeOf } from './media-type';

/** Longer headers are read up to here; servers themselves refuse far less. */
const maxHeaderLength = 64 * 1024;
const maxLinks = 100;

export interface HeaderLink {
  /** As it stands between the angle brackets, not resolved. */
  readonly target: string;
  /** Lower-case names; of a parameter that is there twice the first counts. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** The targets in a `Link:` header that are a policy file: rel `privacy-policy` and a JSON type, for this document. */
export function policyLinksInHeader(value: string): readonly string[] {
  return parseLinkHeader(value)
    .filter(({ parameters }) => isPolicyFile(parameters))
    .map(({ target }) => target);
}

/**
 * The links in a `Link:` header, several values joined by commas included.
 *
 * One pass from left to right, so that no input takes more than linear time; what is malformed ends or skips the
 * value it is in, never the others.
 *
 * Source: RFC 8288 §3 and appendix B.2, read 2026-11-22.
 */
export function parseLinkHeader(value: string): readonly HeaderLink[] {
  const scanner = new Scanner(value.slice(0, maxHeaderLength));
  const links: HeaderLink[] = [];
  while (!scanner.isAtEnd && links.length < maxLinks) {
    scanner.skip(' \t,');
    if (scanner.take('<')) {
      const target = scanner.until('>');
      if (!scanner.take('>')) return links;
      links.push({ target: target.trim(), parameters: readParameters(scanner) });
    }
    scanner.skipToNextValue();
  }
  return links;
}

function isPolicyFile(parameters: ReadonlyMap<string, string>): boolean {
  const relations = (parameters.get('rel') ?? '').toLowerCase().split(/[ \t]+/);
  const isOfThisDocument = !parameters.has('anchor');
  return (
    isOfThisDocument && relations.includes('privacy-policy') && isJsonType(mediaTypeOf(parameters.get('type') ?? null))
  );
}

function readParameters(scanner: Scanner): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (;;) {
    scanner.skip(' \t');
    if (!scanner.take(';')) return parameters;
    scanner.skip(' \t');
    const name = scanner.until(' \t=;,').toLowerCase();
    scanner.skip(' \t');
    let text = '';
    if (scanner.take('=')) {
      scanner.skip(' \t');
      text = scanner.take('"') ? scanner.quoted() : scanner.until(' \t;,');
    }
    if (name !== '' && !parameters.has(name)) parameters.set(name, text);
  }
}

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  skip(characters: string): void {
    while (!this.isAtEnd && characters.includes(this.#text.charAt(this.#at))) this.#at += 1;
  }

  take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  until(characters: string): string {
    const start = this.#at;
    while (!this.isAtEnd && !characters.includes(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  /** The rest of a quoted string, its opening quote taken before. */
  quoted(): string {
    const parts: string[] = [];
    while (!this.isAtEnd && !this.take('"')) {
      this.take('\\');
      parts.push(this.#text.charAt(this.#at));
      this.#at += 1;
    }
    return parts.join('');
  }

  /** Past the rest of a value, quoted commas included. */
  skipToNextValue(): void {
    for (;;) {
      this.until(',"');
      if (!this.take('"')) return;
      this.quoted();
    }
  }
}
