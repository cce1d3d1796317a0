/** What may be done with an address that a page or policy gave. `host` is the real one, in punycode. */
export type SafeLink =
  | { readonly kind: 'open'; readonly href: string; readonly host: string }
  | { readonly kind: 'not-encrypted' }
  | { readonly kind: 'refused' };

/** Only `https:` is opened, checked after normalising; `http:` and everything else stays text. Addresses with a user name are refused. */
export function safeLink(address: string): SafeLink {
  if (!URL.canParse(address)) return { kind: 'refused' };
  const url = new URL(address);
  if (url.protocol === 'http:') return { kind: 'not-encrypted' };
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return { kind: 'refused' };
  return { kind: 'open', href: url.href, host: url.host };
}

/** A `mailto:` that carries one plain address and nothing else; `null` where the address is not plain. */
export function mailLink(email: string): string | null {
  return /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,185}$/.test(email) ? `mailto:${email}` : null;
}
