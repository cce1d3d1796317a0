/** Whether `host` is an IPv4 or IPv6 address; IPv6 with brackets, as `URL` writes it, or without. */
export function isIp(host: string): boolean {
  return ipv4Bytes(host) !== null || ipv6Groups(host) !== null;
}

/** The four numbers of a dotted decimal IPv4 address, or `null`. Other spellings are normalised by `URL` before. */
export function ipv4Bytes(host: string): readonly number[] | null {
  const parts = host.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

/** The eight 16-bit groups of an IPv6 address as `URL` writes it (hex groups, at most one `::`), or `null`. */
export function ipv6Groups(host: string): readonly number[] | null {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  if (bare.length < 2 || bare.length > 39) return null;
  const halves = bare.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (head === undefined) return null;
  const parts = [...head, ...(tail ?? [])];
  if (!parts.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part))) return null;
  const missing = 8 - parts.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const zeros = new Array<string>(tail === undefined ? 0 : missing).fill('0');
  return [...head, ...zeros, ...(tail ?? [])].map((part) => Number.parseInt(part, 16));
}
