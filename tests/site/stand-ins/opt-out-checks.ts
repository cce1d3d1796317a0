/** `old`: as Google's scripts were before they knew the attribute. */
export type TagVariant = 'new' | 'old';

/**
 * `isOff(id)` as Google's tags ask it each time before they send, in their order: the preferences, the flag of the id
 * as a strict boolean, then the attribute. No tag reads a cookie `ga-disable-<id>`.
 *
 * Left out are the ways that only Google's own add-on and AMP use: `external._gaUserPrefs`, `AMP_TOKEN`, `#__gaOptOutExtension`.
 */
export const optOutChecks = (variant: TagVariant) => `const isOff = (id) => {
  const preferences = window._gaUserPrefs;
  if (preferences && preferences.ioo && preferences.ioo()) return true;
  if (window['ga-disable-' + id] === true) return true;
  return ${variant === 'new' ? "document.documentElement.hasAttribute('data-google-analytics-opt-out')" : 'false'};
};`;

/** `setCookie(name, value, maxAge)`; a document without an origin has no cookies, and says so by throwing. */
export const setCookie = `const setCookie = (name, value, maxAge) => {
  try {
    document.cookie = name + '=' + value + '; Path=/; Max-Age=' + maxAge + '; SameSite=Lax; Secure';
  } catch {}
};`;
