import type { Contact } from './observation';

/** Who stopped a request before it left. */
export const stoppers = ['extension', 'browser', 'unknown'] as const;
export type Stopper = (typeof stoppers)[number];

/**
 * Whether a request that ended with `error` was stopped by this browser or an extension before it left.
 * `wasSent` decides first: what went out was not stopped.
 */
export function wasStopped(error: string, wasSent: boolean): boolean {
  return !wasSent && Object.hasOwn(stopErrors, error);
}

/** Who stops a request with `error` before it leaves; `unknown` for an error that does not say so. */
export function stoppedBy(error: string): Stopper {
  return Object.hasOwn(stopErrors, error) ? (stopErrors[error] ?? 'unknown') : 'unknown';
}

/**
 * Of the stopped requests of a contact: how many by whom. Adds up to `stopped`.
 *
 * A request that an extension or the browser itself answered in place of the host leaves no error, and an error may
 * also be that of a request that failed after it was sent: what is not certain is `unknown`.
 */
export function stoppersOf({
  stopped,
  errors,
}: Pick<Contact, 'stopped' | 'errors'>): Readonly<Record<Stopper, number>> {
  const counts = { extension: 0, browser: 0, unknown: 0 };
  for (const [error, count] of Object.entries(errors)) if (wasStopped(error, false)) counts[stoppedBy(error)] += count;
  const named = counts.extension + counts.browser;
  if (named <= stopped) return { ...counts, unknown: stopped - named };
  const by = counts.browser === 0 ? 'extension' : counts.extension === 0 ? 'browser' : 'unknown';
  return { extension: 0, browser: 0, unknown: 0, [by]: stopped };
}

/**
 * Errors of requests that did not leave, by who stopped them.
 *
 * `ERR_BLOCKED_BY_CLIENT`: seen in Chromium 156 for what another extension blocks. Chromium's own lists have a name of
 * their own, and what Brave blocks it tells no extension (github.com/brave/brave-browser/issues/47985). What Edge's
 * tracking prevention says could not be tried.
 * `NS_ERROR_ABORT`: what Firefox sets where an extension cancels, by declarativeNetRequest or webRequest alike
 * (toolkit/components/extensions/ExtensionDNR.sys.mjs and webrequest/WebRequest.sys.mjs); seen in ESR 153. A page
 * that takes its request back before it leaves makes no event there.
 * `NS_ERROR_…_URI`: the lists of Firefox (netwerk/url-classifier/UrlClassifierCommon.cpp); the first was seen.
 * Read 2026-11-22.
 */
const stopErrors: Readonly<Record<string, Stopper>> = {
  'net::ERR_BLOCKED_BY_CLIENT': 'extension',
  NS_ERROR_ABORT: 'extension',
  'net::ERR_BLOCKED_BY_ADMINISTRATOR': 'browser',
  'net::ERR_BLOCKED_IN_INCOGNITO_BY_ADMINISTRATOR': 'browser',
  'net::ERR_BLOCKED_BY_FINGERPRINTING_PROTECTION': 'browser',
  'net::ERR_BLOCKED_BY_CSP': 'browser',
  'net::ERR_CLEARTEXT_NOT_PERMITTED': 'browser',
  'net::ERR_NETWORK_ACCESS_REVOKED': 'browser',
  'net::ERR_UNSAFE_PORT': 'browser',
  NS_ERROR_TRACKING_URI: 'browser',
  NS_ERROR_SOCIALTRACKING_URI: 'browser',
  NS_ERROR_EMAILTRACKING_URI: 'browser',
  NS_ERROR_FINGERPRINTING_URI: 'browser',
  NS_ERROR_CRYPTOMINING_URI: 'browser',
  NS_ERROR_MALWARE_URI: 'browser',
  NS_ERROR_PHISHING_URI: 'browser',
  NS_ERROR_UNWANTED_URI: 'browser',
  NS_ERROR_HARMFUL_URI: 'browser',
  NS_ERROR_BLOCKED_URI: 'browser',
};

/** Why a request did not end well, for people. */
export const failureReasons = [
  'cancelled',
  'no-such-host',
  'no-connection',
  'timed-out',
  'certificate',
  'answer-refused',
  'other',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/**
 * Why a request that was not stopped failed.
 *
 * `cancelled`: by the page, the person going on, or an extension once it was under way. `answer-refused`: it went out,
 * and this browser kept the answer from the page. Names: Chromium's net/base/net_error_list.h, Firefox's
 * xpcom/base/ErrorList.py, read 2026-11-22; those seen in Chromium 156 and ESR 153 are in the tests.
 */
export function failureReason(error: string): FailureReason {
  return patterns.find(([, pattern]) => pattern.test(error))?.[0] ?? 'other';
}

const patterns: readonly (readonly [FailureReason, RegExp])[] = [
  ['cancelled', /^(net::ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT)$/],
  ['no-such-host', /NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|UNKNOWN_HOST/],
  ['timed-out', /TIMED_OUT|NET_TIMEOUT/],
  ['certificate', /^net::ERR_(CERT|SSL|BAD_SSL)_|^(SEC|SSL|MOZILLA_PKIX)_ERROR_/],
  [
    'answer-refused',
    /^net::ERR_BLOCKED_BY_(RESPONSE|ORB|CSP)|_(XFO|CSP_FRAME_ANCESTOR)_VIOLATION$|DOM_CORP_FAILED$|CORRUPTED_CONTENT/,
  ],
  [
    'no-connection',
    /CONNECTION|ADDRESS_|INTERNET_DISCONNECTED|NETWORK_|EMPTY_RESPONSE|QUIC|SOCKET|TUNNEL|PROXY|NET_RESET|NET_INTERRUPT|OFFLINE/,
  ],
];
