import { ipv4Bytes, ipv6Groups } from './is-ip';

/**
 * Whether `host` (as `hostOf` gives it) is this device or the network it is on: `localhost`, `*.localhost`, `*.local`,
 * single labels, and loopback, private, link-local and unspecified addresses. Such hosts are nobody's recipient.
 *
 * Sources: RFC 6761 §6.3 (localhost), RFC 6762 §3 (.local), RFC 1918, RFC 3927, RFC 6598 (100.64/10, carrier networks:
 * not ours, so not local), RFC 4193 (fc00::/7), RFC 4291 (fe80::/10, ::1), read 2026-11-22.
 */
export function isLocal(host: string): boolean {
  const ipv4 = ipv4Bytes(host);
  if (ipv4 !== null) return isLocalIpv4(ipv4);
  const ipv6 = ipv6Groups(host);
  if (ipv6 !== null) return isLocalIpv6(ipv6);
  if (host === '') return false;
  return !host.includes('.') || host.endsWith('.localhost') || host.endsWith('.local');
}

/** Whether `host` is this device itself: nobody on the way can read what is sent there. */
export function isThisDevice(host: string): boolean {
  const first = ipv4Bytes(host)?.[0];
  return first === 127 || host === 'localhost' || host.endsWith('.localhost') || host === '[::1]';
}

function isLocalIpv4([first = 0, second = 0]: readonly number[]): boolean {
  if (first === 127 || first === 10 || first === 0) return true;
  if (first === 172) return second >= 16 && second <= 31;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}

function isLocalIpv6(groups: readonly number[]): boolean {
  const [first = 0] = groups;
  if ((first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80) return true;
  const [a = 0, b = 0] = groups.slice(6);
  if (groups.slice(0, 6).every((group) => group === 0)) return a === 0 && b <= 1;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped && isLocalIpv4([a >> 8, a & 255, b >> 8, b & 255]);
}
