import { matchesHostPattern } from '../party/host-pattern';
import { type Choice, notTold, stillAsked } from './choice';
import type { ConsentSignal } from './consent';

/** What a hit to Google says of consent. */
export interface GoogleConsent {
  /** `null` where it tells nothing of a choice. */
  readonly signal: Pick<ConsentSignal, 'state' | 'isPartial' | 'source' | 'evidence' | 'since'> | null;
  /** It says that storage is denied: no cookie is set or read. Data goes to Google all the same. */
  readonly isCookieless: boolean;
}

/**
 * What a hit to Google says of the visitor's consent in its members `gcs` and `gcd`; `null` where it says nothing, and
 * on every host that is not Google's, where anybody may have written them.
 *
 * `service` is what the catalogue knows the URL as. `gcs=G1xy`: storage for ads (x) and for analytics (y) is granted
 * (1) or denied (0), whoever said so. `gcd` has a letter for each of ad_storage, analytics_storage, ad_user_data and
 * ad_personalization that tells how it came to be so. `G100` alone therefore tells that nothing is stored, and not
 * whether the visitor refused or was not asked yet.
 *
 * Source: Markus Baersch, https://www.simoahava.com/analytics/consent-mode-v2-google-tags/ ("Last updated March 7,
 * 2024"), and https://pietromingotti.com/consent-mode-parameters, read 2026-11-22. Google documents neither member.
 */
export function googleConsentIn(url: string, service: string | null): GoogleConsent | null {
  if (service !== null && !service.startsWith('google-')) return null;
  const hit = URL.parse(url);
  if (hit === null || !isConsentHost(hit)) return null;
  const [, ads, analytics] = /^G1([01-])([01-])$/.exec(hit.searchParams.get('gcs') ?? '') ?? [];
  const letters = lettersOf(hit.searchParams.get('gcd') ?? '');
  if (ads === undefined && letters === null) return null;
  const isAnalytics = analyticsHosts.some((pattern) => matchesHostPattern(pattern, hit.hostname));
  const storage = isAnalytics ? analytics : ads;
  const letter = letters?.charAt(isAnalytics ? 1 : 0) ?? '';
  const isCookieless = storage === undefined ? denied.includes(letter) && letter !== '' : storage === '0';
  return { signal: letters === null ? null : signalOf(letters, hit.searchParams.get('gcs')), isCookieless };
}

function signalOf(letters: string, gcs: string | null): GoogleConsent['signal'] {
  const choice = choiceOfLetters(letters);
  if (choice.state === 'unknown') return null;
  const told = [...(gcs === null ? [] : [`gcs=${gcs.slice(0, 4)}`]), `gcd=${letters}`];
  // Until it was asked and answered, the default held from the beginning on.
  const since = choice.state === 'before-choice' ? 'page-start' : 'now';
  return { ...choice, source: 'google-consent-mode', evidence: told.join(' '), since };
}

/** Letters of `gcd`: `l` not set · by default `p` denied, `t` granted · the others were updated. */
const denied = 'pqmu';
const updatedToDenied = 'qmu';
const updatedToGranted = 'rnv';

/**
 * The choice behind such letters, one for each kind of consent.
 *
 * Denied by default and not updated: not asked or not answered. Updated: somebody chose. Granted by default alone
 * tells of no choice. A kind whose letter nobody knows tells nothing.
 */
export function choiceOfLetters(letters: string): Choice {
  const known = [...letters];
  if (known.some((letter) => updatedToGranted.includes(letter)))
    return { state: 'accepted', isPartial: known.some((letter) => denied.includes(letter)) };
  if (known.some((letter) => updatedToDenied.includes(letter)))
    return known.includes('t') ? notTold : { state: 'refused', isPartial: false };
  return known.includes('p') ? stillAsked : notTold;
}

/** `13p3p3p3p5` → `pppp`; `null` for what has another form. */
function lettersOf(gcd: string): string | null {
  const [, ...letters] = /^1\d([a-z])\d([a-z])\d([a-z])\d([a-z])\d/.exec(gcd.slice(0, 20)) ?? [];
  return letters.length === 0 ? null : letters.join('');
}

const analyticsHosts = [
  'google-analytics.com',
  '*.google-analytics.com',
  'analytics.google.com',
  '*.analytics.google.com',
  'stats.g.doubleclick.net',
];

/** Where Google's tags send hits to. */
const hitHosts = [
  ...analyticsHosts,
  'www.googletagmanager.com',
  'doubleclick.net',
  '*.doubleclick.net',
  'googleadservices.com',
  '*.googleadservices.com',
  'googlesyndication.com',
  '*.googlesyndication.com',
];

/** `www.google.com` serves much else: of it, only the paths of its advertising. */
function isConsentHost({ hostname, pathname }: URL): boolean {
  if (hostname === 'www.google.com') return /^\/(ads|ccm|pagead|measurement)\//.test(pathname);
  return hitHosts.some((pattern) => matchesHostPattern(pattern, hostname));
}
