/** Markup that is safe to put into a document; only `html` makes some. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = string | number | Html | readonly Html[];

/** Markup with what is put in made text, unless it is markup made the same way. */
export function html(literal: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = parts.map((part, at) => `${markupOf(part)}${literal[at + 1] ?? ''}`);
  return new Html(`${literal[0] ?? ''}${written.join('')}`);
}

function markupOf(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('');
  return escaped(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
