import { parse } from 'tldts';

/**
 * Whether `host` lies below a public suffix that a registry runs (`shop.de`, `a.github.io`), or below one that is
 * set aside for examples (RFC 2606 §2, read 2026-11-22): so not `2x.png` and not `1.2.3`.
 */
export function isPublicName(host: string): boolean {
  const { domain, isIcann, publicSuffix } = parse(host, { validateHostname: true });
  return domain !== null && (isIcann === true || publicSuffix === 'example' || publicSuffix === 'test');
}
