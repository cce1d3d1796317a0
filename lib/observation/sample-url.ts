/**
 * A URL that can be kept and shown: scheme, host, path and the names of query members.
 *
 * Query values, fragment, user name and password never come out; a path longer than 200 characters and more than
 * 20 names are cut with `…`. A path segment or member name with an `@`, however often encoded, becomes `…@…` (it may be
 * an e-mail address), a segment's parameters `;…`. Answers `''` for what is no URL, and only the scheme for `data:` and
 * `blob:`.
 */
export function sampleUrl(url: string): string {
  const parsed = parse(url);
  if (parsed === null) return '';
  if (!/^(https?|wss?):$/.test(parsed.protocol)) return parsed.protocol;
  const members = parsed.search
    .slice(1)
    .split('&', maxNames + 1)
    .filter((member) => member !== '');
  const query = [...new Set(members.slice(0, maxNames).map(memberName))];
  if (members.length > maxNames) query.push('…');
  const path = cut(hideAddresses(parsed.pathname), maxPath);
  return `${parsed.protocol}//${parsed.host}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** A document's URL without query, fragment and user info: what a ledger keeps of the page itself. */
export function pageUrl(url: string): string {
  const parsed = parse(url);
  if (parsed === null) return '';
  if (!/^https?:$/.test(parsed.protocol))
    return parsed.protocol === 'about:' ? `about:${parsed.pathname}` : parsed.protocol;
  return `${parsed.protocol}//${parsed.host}${cut(hideAddresses(parsed.pathname), 500)}`;
}

const maxNames = 20;
const maxPath = 200;
/** Plain or percent-encoded any number of times. */
const atSign = /@|%(?:25)*40/i;

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

function hideAddresses(path: string): string {
  return path
    .split('/')
    .map((segment) => (atSign.test(segment) ? '…@…' : segment.replace(/;.*$/, ';…')))
    .join('/');
}

/** A member without `=` is all value. */
function memberName(member: string): string {
  const end = member.indexOf('=');
  if (end < 0) return '…';
  const name = member.slice(0, end);
  return `${atSign.test(name) ? '…@…' : cut(name, 40)}=…`;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** Firefox tells the URL of the document, Chromium its origin alone. */
export function isFullUrl(initiator: string | null): initiator is string {
  return initiator !== null && URL.canParse(initiator) && new URL(initiator).pathname !== '/';
}

/** Of a page or worker of an extension. */
export function isExtensionUrl(url: string | null): boolean {
  return url !== null && /^(chrome|moz|safari-web)-extension:/.test(url);
}
