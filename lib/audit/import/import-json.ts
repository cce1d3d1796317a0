import type { ImportIssueCode } from './import-issue';

/** Of a file that is read in, in UTF-16 units: Chromium carries no message of more than 64 MiB, and escapes each quote. */
export const maxImportLength = 40 * 1024 * 1024;

export type ImportJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ImportIssueCode; readonly message: string };

export const tooLarge = `The file holds more than ${maxImportLength} characters.`;

/** The JSON value in `text`, which may begin with a byte order mark; refused unread where it is too large. */
export function importJson(text: string): ImportJson {
  if (text.length > maxImportLength) return { ok: false, code: 'too-large', message: tooLarge };
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    // The engines quote the text in their messages, and the text may hold anything: it is not repeated.
    return { ok: false, code: 'not-json', message: 'The file is not JSON.' };
  }
}

/** A member of a JSON object; `undefined` for anything else. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
