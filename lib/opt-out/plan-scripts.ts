import { sitesWith } from './choices';
import type { OptOutChoices } from './opt-out';

/** The page part to register: in which pages it runs before anything of theirs. */
export interface PlannedScript {
  readonly id: string;
  /** Match patterns. */
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
}

/** Every script of the plan and of those before it has such an id. */
export const scriptPrefix = 'opt-out-';

/**
 * Where the page part has to run: for the switch of all sites in every frame but those of the exceptions; for a site's
 * own in its pages and frames, subdomains included. What other sites' frames in its pages need is done as they commit.
 */
export function planScripts(choices: OptOutChoices): readonly PlannedScript[] {
  const off = sitesWith(choices, 'off').flatMap(patternsOf);
  const own = off.length === 0 ? [] : [{ id: `${scriptPrefix}sites`, matches: off, excludeMatches: [] }];
  if (!choices.everywhere) return own;
  const excludeMatches = sitesWith(choices, 'allowed').flatMap(patternsOf);
  return [{ id: `${scriptPrefix}everywhere`, matches: ['<all_urls>'], excludeMatches }, ...own];
}

/** Match patterns for the pages of a site: a registrable domain with its subdomains, or an address alone. */
function patternsOf(site: string): readonly string[] {
  const isAddress = /^[0-9.]+$|^\[/u.test(site);
  return isAddress ? [`*://${site}/*`] : [`*://*.${site}/*`];
}
