import { safeUrl } from './safe-url';

export interface Redaction {
  /** Names of query members may tell what a site asks for; without this only `?…` says that there was a query. */
  readonly keepsQueryNames: boolean;
}

/** What is done where nobody asks for more. */
export const strictRedaction: Redaction = { keepsQueryNames: false };

/** A scheme has an end, so that time grows with the length of the text alone. */
const address = /[a-z][a-z0-9+.-]{0,20}:\/\/\S+|\bdata:[a-z]{1,20}\/\S*/gi;
const mayHide = /[?#@;]|%(?:25)*40|^data:/i;
const userInfo = /\/\/[^/]*@/;
/** Of an address without scheme and host. */
const query = /\?[^\s?=&#]+=\S*/g;

/** A text in which no URL has query values, fragment or user info; all else stays word for word. Done twice is as once. */
export function redactText(text: string, { keepsQueryNames }: Redaction = strictRedaction): string {
  const cut = (url: string) => (keepsQueryNames ? url : url.replace(/\?.*$/s, '?…'));
  return text
    .replace(address, (url) => {
      if (!mayHide.test(url)) return url;
      return cut(safeUrl(URL.canParse(url) ? url : url.replace(userInfo, '//')));
    })
    .replace(query, (members) => cut(safeUrl(`https://x/${members}`).slice('https://x/'.length)));
}

/** A copy of plain JSON in which each text is as `redactText` leaves it. */
export function redacted<T>(value: T, redaction: Redaction): T;
export function redacted(value: unknown, redaction: Redaction): unknown {
  if (typeof value === 'string') return redactText(value, redaction);
  if (Array.isArray(value)) return value.map((item) => redacted<unknown>(item, redaction));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, redacted<unknown>(part, redaction)]));
}
