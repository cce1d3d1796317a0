import * as v from 'valibot';

/** How a closed word list becomes a schema: the author's rejects a word it does not know, the reader's keeps it. */
export type WordRule = (list: readonly string[]) => v.GenericSchema<string>;

/** An object with known members only. Plain `v.object` would take an array for an object without required members. */
export function record<const Entries extends v.ObjectEntries>(entries: Entries) {
  const schema = v.object(entries);
  return v.pipe(v.custom<v.InferInput<typeof schema>>(isRecord, 'Expected an object.'), schema);
}

/** An array of at most `maxEntries`. */
export function list<const Item extends v.GenericSchema>(item: Item, maxEntries: number) {
  return v.pipe(v.array(item), v.maxLength(maxEntries));
}

/** As `list`, and no entry twice; the issue names the second one. */
export function distinct<const Item extends v.GenericSchema<string> | v.GenericSchema<number>>(
  item: Item,
  maxEntries: number,
) {
  return v.pipe(
    v.array(item),
    v.maxLength(maxEntries),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const input = dataset.value;
      const seen = new Set<unknown>();
      for (const [key, value] of input.entries()) {
        if (seen.has(value)) addIssue({ message: 'The entry is there twice.', path: [arrayStep(input, key)] });
        seen.add(value);
      }
    }),
    v.metadata({ uniqueItems: true }),
  );
}

/** A string of at most `maxCharacters` Unicode characters, counted as JSON Schema counts them. */
export function atMost(maxCharacters: number) {
  return v.pipe(
    v.string(),
    v.check((value) => hasAtMost(value, maxCharacters), `At most ${maxCharacters} characters.`),
    v.metadata({ maxLength: maxCharacters }),
  );
}

function hasAtMost(value: string, maxCharacters: number): boolean {
  if (value.length <= maxCharacters) return true;
  return value.length <= 2 * maxCharacters && [...value].length <= maxCharacters;
}

function arrayStep(input: unknown[], key: number): v.ArrayPathItem {
  return { type: 'array', origin: 'value', input, key, value: input[key] };
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
