export interface VisibleText {
  readonly text: string;
  /** Characters before the cut, where the text was cut; else `null`. */
  readonly cutFrom: number | null;
}

/**
 * Foreign text made safe to read: controls that reorder or hide text are written out (`⟨U+202E⟩`), line breaks
 * and tabs become spaces, and what exceeds `maxLength` characters is cut.
 *
 * Covers C0 and C1 controls, bidirectional controls, zero-width and invisible characters, tags and lone surrogates.
 */
export function visibleText(source: string, maxLength = 4000): VisibleText {
  const characters = [...source.slice(0, maxLength * 2)];
  const isCut = source.length > maxLength && (characters.length > maxLength || source.length > maxLength * 2);
  const kept = isCut ? characters.slice(0, maxLength) : characters;
  return { text: kept.map(visibleCharacter).join(''), cutFrom: isCut ? source.length : null };
}

const whiteSpace = /[\t\n\r]/;
const hidden =
  /[\p{Cc}\p{Cs}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/u;

function visibleCharacter(character: string): string {
  if (whiteSpace.test(character)) return ' ';
  if (!hidden.test(character)) return character;
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
