import { isIp } from './is-ip';

/**
 * Whether `pattern` covers `host` (as `hostOf` gives it): `a.example` is that host alone, `*.a.example` every host
 * below it and not itself. Whole labels only: `*.a.example` does not cover `nota.example`.
 */
export function matchesHostPattern(pattern: string, host: string): boolean {
  if (!isWildcard(pattern)) return pattern === host;
  const ending = pattern.slice(1);
  return host.length > ending.length && host.endsWith(ending) && !isIp(host);
}

/** How narrow a pattern is: of those that match one host, the greatest wins, and the host itself beats any wildcard. */
export function specificity(pattern: string): number {
  return baseOf(pattern).length;
}

/** Whether it names every host below another. */
export function isWildcard(pattern: string): boolean {
  return pattern.startsWith('*.');
}

/** The host that a pattern is built on. */
export function baseOf(pattern: string): string {
  return isWildcard(pattern) ? pattern.slice(2) : pattern;
}
