import { Tokenizer } from 'htmlparser2';

/** Long pages are read up to here, in characters. */
const maxHtmlLength = 2 * 1024 * 1024;

/**
 * The text of a page as people read it, from its HTML: one line for each block, whitespace as one space, entities
 * decoded. Never throws.
 *
 * What no person sees as text (scripts, styles, templates, what stands in for scripts, frames, the title) is left out;
 * what styles or scripts hide or add is not known here. The tokenizer alone is used and no tree is built: its time
 * grows with the length of the page, however deep a hostile one nests.
 */
export function policyText(html: string): string {
  const reader = new TextReader(html.slice(0, maxHtmlLength));
  return reader.read();
}

const dropped = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'iframe',
  'noembed',
  'noframes',
  'object',
]);
const foreign = new Set(['svg', 'math']);
const blocks = new Set(
  (
    'address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre search section ' +
    'select summary table tbody tfoot thead tr ul'
  ).split(' '),
);
const cells = new Set(['td', 'th']);

class TextReader {
  readonly #html: string;
  readonly #parts: string[] = [];
  /** The dropped element that is open, and how many of its name within each other. */
  #silent: string | null = null;
  #depth = 0;
  #foreignDepth = 0;
  #tag = '';

  constructor(html: string) {
    this.#html = html;
  }

  read(): string {
    const ignore = () => undefined;
    const tokenizer = new Tokenizer(
      {},
      {
        ontext: (start, end) => this.#say(this.#html.slice(start, end).replace(/\s+/g, ' ')),
        ontextentity: (codePoint) => this.#say(String.fromCodePoint(codePoint)),
        onopentagname: (start, end) => this.#open(this.#nameAt(start, end)),
        onclosetag: (start, end) => this.#close(this.#nameAt(start, end)),
        onselfclosingtag: () => this.#closeItself(),
        isInForeignContext: () => this.#foreignDepth > 0,
        ...{ onattribdata: ignore, onattribentity: ignore, onattribend: ignore, onattribname: ignore },
        ...{ oncdata: ignore, oncomment: ignore, ondeclaration: ignore, onprocessinginstruction: ignore },
        ...{ onopentagend: ignore, onend: ignore },
      },
    );
    tokenizer.write(this.#html);
    tokenizer.end();
    return linesOf(this.#parts.join(''));
  }

  #nameAt(start: number, end: number): string {
    return this.#html.slice(start, end).toLowerCase();
  }

  #say(text: string): void {
    if (this.#silent === null) this.#parts.push(text);
  }

  #open(name: string): void {
    this.#tag = name;
    if (foreign.has(name)) this.#foreignDepth += 1;
    if (this.#silent === name) this.#depth += 1;
    if (this.#silent === null && dropped.has(name)) [this.#silent, this.#depth] = [name, 1];
    this.#break(name);
  }

  #close(name: string): void {
    if (foreign.has(name)) this.#foreignDepth = Math.max(0, this.#foreignDepth - 1);
    if (this.#silent === name) this.#depth -= 1;
    if (this.#depth === 0) this.#silent = null;
    this.#break(name);
  }

  /** `<style/>` is closed within SVG and MathML; elsewhere the stroke says nothing. */
  #closeItself(): void {
    if (this.#foreignDepth > 0) this.#close(this.#tag);
  }

  #break(name: string): void {
    if (blocks.has(name)) this.#say('\n');
    else if (cells.has(name)) this.#say(' ');
  }
}

function linesOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
