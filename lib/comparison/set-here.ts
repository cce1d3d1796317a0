import type { ObservedCookie } from '../observation/observation';

/**
 * Whether a cookie was set while this page was open and stayed: something of its service was at work here. What lay
 * there before, what the browser refused, and what was taken away again says nothing of this page.
 */
export function isSetHere({ setBy, deleted, removedBy, notKept }: ObservedCookie): boolean {
  return setBy !== 'earlier' && notKept !== true && (!deleted || removedBy === 'expiry');
}
