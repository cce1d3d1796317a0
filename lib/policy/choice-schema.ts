import * as v from 'valibot';
import { scalars } from './scalars';
import type { WordRule } from './schema-kit';
import * as words from './vocabulary';

const { short, text, linkUrl, analyticsId } = scalars;
const knownTypes: readonly string[] = ['opt-out-cookie', 'instruction', ...words.linkChoices];

/** A way for people to stop a processor, of the types that the format knows. */
export function authorChoice(word: WordRule) {
  return v.variant('type', knownChoices(word));
}

/** As `authorChoice`, and any other type too, where it comes with a link or a text that people can be shown. */
export function readerChoice(word: WordRule) {
  return v.variant('type', [...knownChoices(word), unknownChoice]);
}

function knownChoices(word: WordRule) {
  return [
    v.object({
      type: v.literal('opt-out-cookie'),
      service: word(['google-analytics']),
      ids: v.pipe(v.array(analyticsId), v.minLength(1), v.maxLength(20)),
      url: v.exactOptional(linkUrl),
    }),
    v.object({ type: v.literal('instruction'), text, url: v.exactOptional(linkUrl) }),
    v.object({ type: v.picklist(words.linkChoices), url: linkUrl, label: v.exactOptional(short) }),
  ] as const;
}

const unknownChoice = v.pipe(
  v.object({
    type: v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(100),
      v.check((type) => !knownTypes.includes(type), 'Only for types that the format does not know.'),
    ),
    url: v.exactOptional(linkUrl),
    text: v.exactOptional(text),
    label: v.exactOptional(short),
  }),
  v.check((it) => it.url !== undefined || it.text !== undefined, 'Needs `url` or `text`.'),
);
