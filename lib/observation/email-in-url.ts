import { isPublicName } from '../party/is-public-name';

/**
 * Whether the path or query of `url` holds what looks like an e-mail address, plain or percent-encoded any number of
 * times. It is only noticed, never kept.
 *
 * The fragment never leaves the browser and does not count, nor does the user of a URL (`//user@host`), its own or one
 * in the query. Looks at the first 8,192 characters and 50 `@`; time grows with the length. What is encoded otherwise
 * (base64, hashed) is not found.
 */
export function hasEmail(url: string): boolean {
  const text = pathAndQuery(url);
  if (!/@|%(?:25)*40/i.test(text)) return false;
  const parts = decoded(text).split('@', mostSigns + 1);
  return parts.some((before, at) => {
    const after = parts[at + 1];
    return after !== undefined && endsInName(before.slice(-200)) && beginsWithDomain(after.slice(0, 255));
  });
}

const mostCharacters = 8192;
const mostSigns = 50;

function pathAndQuery(url: string): string {
  const host = url.indexOf('://') + 3;
  if (host < 3) return '';
  const capped = url.slice(host, host + mostCharacters);
  const start = capped.search(/[/?#]/);
  return start < 0 ? '' : (capped.slice(start).split('#', 1)[0] ?? '');
}

/** `%40`, `%2540` and so on become `@`; bytes beyond ASCII, which stand for letters, an `x`. */
function decoded(text: string): string {
  return text.replace(/%(?:25)*([0-9a-f]{2})/gi, (_, hex: string) => {
    const byte = Number.parseInt(hex, 16);
    return byte < 128 ? String.fromCharCode(byte) : 'x';
  });
}

function endsInName(before: string): boolean {
  const isUserOfUrl = /\/\/[^/?&=]*$/.test(before);
  return !isUserOfUrl && /[a-z0-9][\w.+'~-]*$/i.test(before) && /[\w+~-]$/.test(before);
}

/** A version (`1.2.3.dev`) or a pixel density (`2x.zip`) is no domain, although its end may be one. */
function beginsWithDomain(after: string): boolean {
  const domain = (/^[a-z0-9.-]+/i.exec(after)?.[0] ?? '').replace(/\.+$/, '').toLowerCase();
  return !/^(v?\d+\.\d+\.|\d+(\.\d+)?x\.)/.test(domain) && isPublicName(domain);
}
