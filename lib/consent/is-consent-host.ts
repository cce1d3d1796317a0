import { matchesHostPattern } from '../party/host-pattern';

/** Whether a consent tool that we know is served from this host: what asks for consent cannot wait for it. */
export function isConsentHost(host: string): boolean {
  return consentHosts.some((pattern) => matchesHostPattern(pattern, host));
}

/**
 * Hosts that serve consent tools and nothing else, as of 2026-11-22: as their makers' instructions for embedding name
 * them. Left out: tools that are served from the site's own host.
 */
const consentHosts = [
  'cdn.cookielaw.org', // OneTrust
  'geolocation.onetrust.com',
  '*.onetrust.com',
  '*.cookiepro.com',
  'consent.cookiebot.com',
  'consentcdn.cookiebot.com',
  'consent.cookiebot.eu',
  'consentcdn.cookiebot.eu',
  '*.usercentrics.eu',
  '*.usercentrics.com',
  'cdn-cookieyes.com', // CookieYes
  '*.cookieyes.com',
  'cs.iubenda.com',
  'cdn.iubenda.com',
  'idb.iubenda.com',
  'sdk.privacy-center.org', // Didomi
  'api.privacy-center.org',
  'cmp.osano.com',
  'consent.trustarc.com',
  'choices.trustarc.com',
  'consent-pref.trustarc.com',
  'consent.truste.com',
  'consent.cookiefirst.com',
  'edge.cookiefirst.com',
  'cdn.consentmanager.net',
  '*.delivery.consentmanager.net',
  'consensu.org', // IAB Europe, for tools and their lists
  '*.consensu.org',
  'fundingchoicesmessages.google.com',
  'cdn.privacy-mgmt.com', // Sourcepoint
  'cmp.inmobi.com',
  'cdn.cookie-script.com',
  'static.axept.io',
  'client.axept.io',
  'cc.cdn.civiccomputing.com',
  'cdn.kiprotect.com', // Klaro
  'app.termly.io',
];
