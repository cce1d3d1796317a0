import type { ResponseHeader } from '../../catalogue/catalogue';
import { setCookieLines } from '../../observation/set-cookie';
import type { HarCookie, HarResponse } from './har-schema';

/**
 * What an answer sets, as `Set-Cookie` headers without values: its own headers, or, where the writer gives none, what
 * it lists as `cookies`. `at` is the answer's time in epoch milliseconds.
 */
export function setCookieHeaders({ headers, cookies }: HarResponse, at: number): readonly ResponseHeader[] {
  const lines = headers
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    .flatMap(({ value }) => setCookieLines(value.slice(0, mostText)).flatMap(unfolded).map(withoutValue));
  const told = lines.length > 0 ? lines : cookies.flatMap((cookie) => lineOf(cookie, at) ?? []);
  return told.map((value) => ({ name: 'set-cookie', value }));
}

const mostText = 65_536;

/** Some writers join several lines with commas; those stand behind an attribute, and in dates no name follows them. */
function unfolded(line: string): readonly string[] {
  const [pair = '', ...attributes] = line.split(';');
  const lines = [pair];
  for (const attribute of attributes) {
    const folded = foldedLine.exec(attribute);
    lines.push(`${lines.pop() ?? ''};${folded?.[1] ?? attribute}`);
    if (folded?.[2] !== undefined) lines.push(folded[2]);
  }
  return lines;
}

const foldedLine = /^(.*?),\s*([\w!#$%&'*+.^`|~-]+=.*)$/s;

function withoutValue(line: string): string {
  return line.slice(0, 8192).replace(/^([^=;]*=)[^;]*/, '$1');
}

/** `null` for a name that no header could carry. */
function lineOf({ name, path, domain, expires, httpOnly, secure, sameSite }: HarCookie, at: number): string | null {
  if (name === '' || !isPlain(name) || name.includes('=')) return null;
  const endsAt = Date.parse(expires ?? '');
  const parts = [
    `${name}=`,
    ...(path !== undefined && isPlain(path) ? [`Path=${path}`] : []),
    ...(domain !== undefined && isPlain(domain) ? [`Domain=${domain}`] : []),
    ...(Number.isNaN(endsAt) ? [] : [`Max-Age=${Math.max(0, Math.round((endsAt - at) / 1000))}`]),
    ...(httpOnly === true ? ['HttpOnly'] : []),
    ...(secure === true ? ['Secure'] : []),
    ...(sameSite !== undefined && isPlain(sameSite) ? [`SameSite=${sameSite}`] : []),
  ];
  return parts.join('; ');
}

function isPlain(text: string): boolean {
  return text.length <= 4096 && !/[;\r\n]/.test(text);
}
