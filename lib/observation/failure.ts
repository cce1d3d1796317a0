/**
 * Whether a request that ended with `error` was stopped by this browser or an extension before it left.
 *
 * `wasSent` decides first: what went out was not stopped. `NS_ERROR_ABORT` is what Firefox reports for a request
 * that an extension cancelled (seen in ESR 153); Chromium says `net::ERR_BLOCKED_BY_CLIENT` (seen in 156).
 */
export function wasStopped(error: string, wasSent: boolean): boolean {
  return !wasSent && stopErrors.has(error);
}

const stopErrors = new Set([
  'net::ERR_BLOCKED_BY_CLIENT',
  'net::ERR_BLOCKED_BY_ADMINISTRATOR',
  'NS_ERROR_ABORT',
  'NS_ERROR_TRACKING_URI',
  'NS_ERROR_MALWARE_URI',
  'NS_ERROR_PHISHING_URI',
]);
