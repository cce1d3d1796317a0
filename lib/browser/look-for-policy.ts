import { type CacheEntry, isCacheEntry } from '../policy/cache';
import { findPolicy } from '../policy/find-policy';
import type { LookUpPorts } from '../policy/look-up';
import type { PolicyState } from '../policy/policy-state';
import { readPolicyLinks } from './page-reader';
import { SessionCache, sha256 } from './policy-ports';
import type { PageOfPolicy } from './policy-service';

/** Looks in the page, its headers and the well-known place; `lookAgain` asks the site past the cache. */
export async function lookForPolicy(tabId: number, page: PageOfPolicy, lookAgain: boolean): Promise<PolicyState> {
  const linkHrefs = await readPolicyLinks(tabId);
  const search = { pageUrl: page.url, linkHrefs: linkHrefs ?? [], linkHeader: page.linkHeader, lookAgain };
  const state = await findPolicy(search, ports);
  if (linkHrefs !== null || state.kind !== 'none') return state;
  // "None" would claim that the page names no policy file, and nobody could read the page.
  const unread = { way: 'link', url: page.url, failure: 'page-not-read' } as const;
  return { kind: 'not-fetched', attempts: [unread, ...state.attempts], checkedAt: state.checkedAt };
}

const ports: LookUpPorts = {
  fetch: (url, request) => fetch(url, request),
  timeoutSignal: (ms) => AbortSignal.timeout(ms),
  cache: new SessionCache<CacheEntry>('policy:', isCacheEntry),
  now: () => Date.now(),
  sha256,
};
