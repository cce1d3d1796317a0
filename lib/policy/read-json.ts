import type { PolicyIssue } from './policy-state';

/** Of a policy file, in bytes. */
export const maxPolicyBytes = 256 * 1024;
const maxDepth = 16;

export type JsonRead =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly issue: PolicyIssue };

/** The JSON value in `bytes` (UTF-8, a BOM is tolerated), refused before it is built where it is too large or deep. */
export function readJsonBytes(bytes: Uint8Array): JsonRead {
  if (bytes.byteLength > maxPolicyBytes)
    return refused('too-large', `The file is larger than ${maxPolicyBytes} bytes.`);
  return readJsonText(decodeUtf8(bytes));
}

/** The JSON value in `text`; `null` stands for bytes that were not UTF-8. Refused before it is built where too deep. */
export function readJsonText(text: string | null): JsonRead {
  if (text === null) return refused('not-json', 'The file is not UTF-8 text.');
  if (text.length > maxPolicyBytes) return refused('too-large', `The file is larger than ${maxPolicyBytes} bytes.`);
  if (depthOf(text) > maxDepth) return tooDeep();
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    // The engines quote the text in the message: it is capped like every other found text.
    return refused('not-json', error instanceof Error ? error.message.slice(0, 200) : 'The file is not JSON.');
  }
}

/** The text in `bytes` without a BOM, or `null` where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder has no other way to say that a byte does not belong.
    return null;
  }
}

/**
 * A copy of `value` made of plain data, refused where it is too deep or holds more than a file could.
 *
 * The check walks with a list of its own, so that no nesting can exhaust the stack; cycles are "too deep".
 */
export function copyJsonValue(value: unknown): JsonRead {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  let size = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    size += typeof next.value === 'string' ? next.value.length + 1 : 1;
    if (typeof next.value === 'object' && next.value !== null) {
      if (next.depth > maxDepth) return tooDeep();
      for (const [key, part] of Object.entries(next.value)) {
        size += Array.isArray(next.value) ? 0 : key.length;
        if (size + pending.length > maxPolicyBytes) return refused('too-large', 'The value holds too much.');
        pending.push({ value: part, depth: next.depth + 1 });
      }
    }
    if (size > maxPolicyBytes) return refused('too-large', 'The value holds too much.');
  }
  return { ok: true, value: copied(value) };
}

/** How deep brackets nest, by one pass over the text; what is inside strings does not count. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}

/** `Object.fromEntries` defines own members, so that a member called `__proto__` stays a member. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)]));
}

function tooDeep(): JsonRead {
  return refused('too-deep', `The file nests deeper than ${maxDepth} levels.`);
}

function refused(code: PolicyIssue['code'], message: string): JsonRead {
  return { ok: false, issue: { severity: 'error', path: '', code, message } };
}
