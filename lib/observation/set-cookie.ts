import { parseCookieDate } from './cookie-date';

/** What a `Set-Cookie` line says of a cookie, without its value. */
export interface SetCookie {
  /** Empty for a cookie without a name, which browsers keep all the same. */
  readonly name: string;
  /** As given, no leading dot, lower case; `null` means the answering host only. */
  readonly domain: string | null;
  readonly path: string | null;
  /** Seconds from now; `null` is a session cookie; 0 deletes it. */
  readonly lifetimeSeconds: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'none' | 'lax' | 'strict' | 'unspecified';
  readonly partitioned: boolean;
}

/**
 * Reads one `Set-Cookie` line as browsers do (RFC 6265 §5.2); `null` for a line that names and holds nothing.
 *
 * `now` is epoch milliseconds, for `Expires`. `Max-Age` wins over `Expires`. Firefox hands several lines in one
 * header, split by line feeds: see `setCookieLines`. The value is never looked at beyond finding where it ends.
 */
export function parseSetCookie(line: string, now: number): SetCookie | null {
  const [pair = '', ...parts] = line.slice(0, 8192).split(';');
  if (pair.trim() === '') return null;
  const equals = pair.indexOf('=');
  const name = (equals < 0 ? '' : pair.slice(0, equals)).trim();
  if (name.length > 4096) return null; // browsers refuse longer ones
  const attributes = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const key = (at < 0 ? part : part.slice(0, at)).trim().toLowerCase();
    const value = at < 0 ? '' : part.slice(at + 1).trim();
    if (value.length <= 1024) attributes.set(key, value); // browsers pass over longer ones
  }
  const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase() ?? '';
  const path = attributes.get('path') ?? '';
  return {
    name,
    domain: domain === '' ? null : domain,
    path: path.startsWith('/') ? path : null,
    lifetimeSeconds: lifetime(attributes, now),
    secure: attributes.has('secure'),
    httpOnly: attributes.has('httponly'),
    sameSite: sameSiteOf(attributes.get('samesite')),
    partitioned: attributes.has('partitioned'),
  };
}

/** The single lines of a header value; Firefox joins them with line feeds. */
export function setCookieLines(value: string): readonly string[] {
  return value.split('\n').filter((line) => line.trim() !== '');
}

/** Beyond this no number says more. */
const longestSeconds = 1e12;

function lifetime(attributes: ReadonlyMap<string, string>, now: number): number | null {
  const maxAge = attributes.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Math.min(longestSeconds, Math.max(0, Number(maxAge)));
  const expires = parseCookieDate(attributes.get('expires') ?? '');
  return expires === null ? null : Math.max(0, Math.round((expires - now) / 1000));
}

function sameSiteOf(value: string | undefined): SetCookie['sameSite'] {
  const word = value?.toLowerCase();
  return word === 'none' || word === 'lax' || word === 'strict' ? word : 'unspecified';
}
