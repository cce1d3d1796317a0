import { safeUrl } from './safe-url';

export interface Redaction {
  /** Names of query members may tell what a site asks for; without this only `?…` says that there was a query. */
  readonly keepsQueryNames: boolean;
}

/** What is done where nobody asks for more. */
export const strictRedaction: Redaction = { keepsQueryNames: false };

const address = /[a-z][a-z0-9+.-]*:\/\/\S+|\bdata:[a-z]+\/\S*/gi;
const userInfo = /\/\/[^/]*@/;
const mayHide = /[?#@;]|%(?:25)*40|^data:/i;

/** A text in which no URL has query values, fragment or user info; all else stays word for word. Done twice is as once. */
export function redactText(text: string, { keepsQueryNames }: Redaction = strictRedaction): string {
  return text.replace(address, (url) => {
    if (!mayHide.test(url)) return url;
    const safe = safeUrl(URL.canParse(url) ? url : url.replace(userInfo, '//'));
    return keepsQueryNames ? safe : safe.replace(/\?.*$/s, '?…');
  });
}

/** A copy of plain JSON in which each text is as `redactText` leaves it. */
export function redacted<T>(value: T, redaction: Redaction): T;
export function redacted(value: unknown, redaction: Redaction): unknown {
  if (typeof value === 'string') return redactText(value, redaction);
  if (Array.isArray(value)) return value.map((item) => redacted<unknown>(item, redaction));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, redacted<unknown>(part, redaction)]));
}
