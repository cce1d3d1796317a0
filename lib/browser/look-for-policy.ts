import { type CacheEntry, isCacheEntry } from '../policy/cache';
import { findPolicy } from '../policy/find-policy';
import type { LookUpPorts } from '../policy/look-up';
import type { PolicyAttempt, PolicyState } from '../policy/policy-state';
import { browser } from './api';
import { readPolicyLinks } from './page-reader';
import { SessionCache, fetchPorts, sha256 } from './policy-ports';
import type { PageOfPolicy } from './policy-service';

/** Looks in the page, its headers and the well-known place; `lookAgain` asks the site past the cache. */
export async function lookForPolicy(tabId: number, page: PageOfPolicy, lookAgain: boolean): Promise<PolicyState> {
  const linkHrefs = await readPolicyLinks(tabId, page.documentId);
  const search = { pageUrl: page.url, linkHrefs: linkHrefs ?? [], linkHeader: page.linkHeader, lookAgain };
  const state = await findPolicy(search, portsFor(page.isPrivate ? privatePrefix : 'policy:'));
  if (state.kind !== 'none') return state;
  // "None" would claim that neither the page nor its headers name a policy file: both must have been read.
  const unread: PolicyAttempt[] = [];
  if (linkHrefs === null) unread.push({ way: 'link', url: page.url, failure: 'page-not-read' });
  if (!page.headersSeen) unread.push({ way: 'header', url: page.url, failure: 'page-not-read' });
  if (unread.length === 0) return state;
  return { kind: 'not-fetched', attempts: [...unread, ...state.attempts], checkedAt: state.checkedAt };
}

/** Nothing of a private window outlives it: for when the last one is closed. */
export async function forgetPrivatePolicies(): Promise<void> {
  const stored: Record<string, unknown> = await browser.storage.session.get(null);
  const keys = Object.keys(stored).filter((key) => key.startsWith(privatePrefix));
  if (keys.length > 0) await browser.storage.session.remove(keys);
}

const privatePrefix = 'private-policy:';

const portsFor = (prefix: string): LookUpPorts => ({
  ...fetchPorts,
  cache: new SessionCache<CacheEntry>(prefix, isCacheEntry),
  now: () => Date.now(),
  sha256,
});
