import { matchesCookieName } from '../catalogue/cookie-name';

/** Names of the cookies that Google Analytics keeps on a site, from its documents and what its scripts were seen to set. */
export const analyticsCookieNames = [
  '_ga',
  '_ga_*',
  '_gid',
  '_gat*',
  '_gac_*',
  '_dc_gtm_*',
  '__utm*',
  'AMP_TOKEN',
] as const;

export function isAnalyticsCookie(name: string): boolean {
  return analyticsCookieNames.some((pattern) => matchesCookieName(pattern, name));
}
