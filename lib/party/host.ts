/** Schemes whose host the URL parser normalises; of any other scheme the host is opaque text and not a host for us. */
const schemesWithHost: readonly string[] = ['https:', 'http:', 'wss:', 'ws:', 'ftp:'];

/**
 * The host of `url`: lower-case ASCII (punycode), no port, no trailing dot; IPv6 in brackets, as `URL` writes it.
 *
 * Answers `null` for what is not an absolute URL or has no host (`data:`, `about:`, `blob:`, `file:`).
 * The URL parser comes first because tldts passes characters such as U+202E through.
 */
export function hostOf(url: string): string | null {
  const parsed = parse(url);
  if (parsed === null || !schemesWithHost.includes(parsed.protocol)) return null;
  const host = withoutTrailingDots(parsed.hostname);
  return host === '' ? null : host;
}

/** Parsed once; and `canParse` of Node 20, after many calls, refuses letters such as ü. */
function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

function withoutTrailingDots(host: string): string {
  let end = host.length;
  while (end > 0 && host[end - 1] === '.') end -= 1;
  return host.slice(0, end);
}
