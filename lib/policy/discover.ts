import { hostOf } from '../party/host';
import { policyLinksInHeader } from './link-header';
import type { DiscoveryWay, FetchFailure } from './policy-state';
import { targetRefusal } from './target-refusal';

/** A page may name a policy more than once; how many of each way are tried. */
const maxPerWay = 2;
const maxUrlLength = 2048;
const wellKnownPath = '/.well-known/privacy-policy.json';

/** Where a policy may be, or a place that was named and must not be asked. */
export interface Candidate {
  readonly way: DiscoveryWay;
  /** Absolute, without fragment, user name or password. */
  readonly url: string;
  readonly refusal: FetchFailure | null;
}

export interface PageToSearch {
  readonly pageUrl: string;
  /** `href` of each `<link rel="privacy-policy" type="application/json">`, in the page's order. */
  readonly linkHrefs: readonly string[];
  /** The document's `Link:` response header as it stands, `null` where there is none. */
  readonly linkHeader: string | null;
}

/**
 * Where the policy of a page may be, in the order in which a hit wins: link, header, well-known. No place twice.
 *
 * Relative addresses are resolved against the page. What is no address at all is passed over. Empty for a page that
 * is not of the web (`about:`, `data:`, a browser's own).
 */
export function candidates({ pageUrl, linkHrefs, linkHeader }: PageToSearch): readonly Candidate[] {
  if (hostOf(pageUrl) === null) return [];
  const named: readonly (readonly [DiscoveryWay, string])[] = [
    ...linkHrefs.slice(0, maxPerWay).map((href) => ['link', href] as const),
    ...policyLinksInHeader(linkHeader ?? '')
      .slice(0, maxPerWay)
      .map((href) => ['header', href] as const),
    ['well-known', wellKnownPath],
  ];
  const found = new Map<string, Candidate>();
  for (const [way, href] of named) {
    const url = resolved(href, pageUrl);
    if (url !== null && !found.has(url)) found.set(url, { way, url, refusal: targetRefusal(url, pageUrl) });
  }
  return [...found.values()];
}

/** The address of the policy file that every site may have, for the page at `pageUrl`. */
export function wellKnownUrl(pageUrl: string): string | null {
  return resolved(wellKnownPath, pageUrl);
}

function resolved(href: string, pageUrl: string): string | null {
  const trimmed = href.length > maxUrlLength ? '' : href.trim();
  if (trimmed === '' || !URL.canParse(trimmed, pageUrl)) return null;
  const url = new URL(trimmed, pageUrl);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href.length > maxUrlLength ? null : url.href;
}
