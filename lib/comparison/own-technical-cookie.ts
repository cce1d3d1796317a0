import { isConsentCookie } from '../consent/is-consent-cookie';
import type { ObservedCookie } from '../observation/observation';

/**
 * Whether it is, by its name, the site's own session, CSRF, language or consent cookie: what a site may set without
 * asking and seldom lists. A name is no proof of use, so this only keeps a finding from being raised.
 *
 * Sources: the defaults of the frameworks and consent tools named beside each, from their public documentation,
 * read 2026-11-22; the pattern covers the same words with a prefix or an ending.
 */
export function isOwnTechnicalCookie({
  name,
  party,
  httpOnly,
}: Pick<ObservedCookie, 'name' | 'party' | 'httpOnly'>): boolean {
  if (party !== 'first-party' || name.length > 100) return false;
  if (isConsentCookie(name) || exactNames.has(name) || beginnings.some((start) => name.startsWith(start))) return true;
  const words = name
    .replace(/^__(Host|Secure)-/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  // Frameworks put the application's name before it; a cookie that scripts cannot read is no tracking script's.
  if (httpOnly && sessionWords.includes(words.at(-1) ?? '')) return true;
  return words.some((word) => telling.has(word)) && words.every((word) => telling.has(word) || harmless.has(word));
}

const exactNames = new Set([
  'PHPSESSID',
  'JSESSIONID',
  'ASP.NET_SessionId',
  'connect.sid', // Express
  'laravel_session',
  'ci_session', // CodeIgniter
  'fe_typo_user', // TYPO3
  'XSRF-TOKEN', // Angular, Laravel
  'csrftoken', // Django
  'NEXT_LOCALE', // Next.js
  'pll_language', // Polylang
  'wp-wpml_current_language',
  'usprivacy',
  'cookie_notice_accepted',
]);

const beginnings = [
  'SSESS', // Drupal, over https
  '__RequestVerificationToken', // ASP.NET
  '.AspNetCore.Antiforgery.',
  '.AspNetCore.Culture',
  'cmplz_', // Complianz
  'cookielawinfo-',
  '_iub_cs-', // iubenda
  'real_cookie_banner',
];

const sessionWords = ['session', 'sessionid', 'sess', 'sessid', 'sid'];

const telling = new Set([
  ...sessionWords,
  ...['csrf', 'csrftoken', 'xsrf', 'antiforgery'],
  ...['lang', 'language', 'locale', 'i18n'],
  ...['consent', 'cookieconsent'],
]);

/** Words that may stand beside a telling one without changing what it is. */
const harmless = new Set(
  'id token cookie cookies key site app web my user www current preferred preference prefs banner gdpr status v1 v2'.split(
    ' ',
  ),
);
