/**
 * What Google's tags ask before they send, set so that they do not; runs in the page's own world before any script of
 * the page. Done twice it does what it does once. It writes to nobody and reads no more than the names of the
 * opt-out cookies.
 *
 * `_gaUserPrefs` and the flags are accessors whose setters do nothing: what a page assigns neither undoes the opt-out
 * nor fails, in strict code either. They do not show up where a page lists its own properties.
 */
export function optOutInPage(): void {
  const prefs = {};
  keep(prefs, 'ioo', () => true);
  keep(window, '_gaUserPrefs', prefs);
  for (const name of disablingCookies()) keep(window, name, true);
  mark();
  // The root may not be there yet, and a page can write itself anew.
  new MutationObserver(mark).observe(document, { childList: true });
}

const attribute = 'data-google-analytics-opt-out';

/** A property that stays as it is. One that the page fixed before us stays the page's. */
function keep(target: object, name: string, value: unknown): void {
  const get = () => value;
  const set = () => undefined;
  Reflect.defineProperty(target, name, { get, set, enumerable: false, configurable: false });
}

/** Names of the cookies `ga-disable-<ID>=true` of this document; an opaque frame has none, and says so by throwing. */
function disablingCookies(): readonly string[] {
  try {
    return document.cookie
      .split(';')
      .map((cookie) => cookie.trim())
      .filter((cookie) => /^ga-disable-[\w-]+=true$/.test(cookie))
      .map((cookie) => cookie.slice(0, cookie.indexOf('=')));
  } catch {
    return [];
  }
}

function mark(): void {
  const root = document.documentElement as Element | null;
  if (root !== null && !root.hasAttribute(attribute)) root.setAttribute(attribute, '');
}
