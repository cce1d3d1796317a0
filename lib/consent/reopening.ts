import type { ObservedConsent } from './consent';

/**
 * How a page's consent dialog is opened again: the tool's own function, by its path from `window`.
 *
 * Sources, read 2026-11-23: https://developer.onetrust.com/onetrust/docs/javascript-api ·
 * https://www.cookiebot.com/en/developer/ · https://usercentrics.com/docs/web/features/api/control-ui/ ·
 * https://klaro.org/docs/api/js_api · https://www.cookieyes.com/documentation/revisit-consent/ ·
 * https://developers.didomi.io/cmp/web-sdk/reference/api
 */
export const reopeners: readonly { readonly manager: string; readonly path: string }[] = [
  { manager: 'OneTrust', path: 'OneTrust.ToggleInfoDisplay' },
  { manager: 'Cookiebot', path: 'Cookiebot.renew' },
  { manager: 'Usercentrics', path: 'UC_UI.showSecondLayer' },
  { manager: 'Usercentrics', path: '__ucCmp.showSecondLayer' },
  { manager: 'Klaro', path: 'klaro.show' },
  { manager: 'CookieYes', path: 'revisitCkyConsent' },
  { manager: 'Didomi', path: 'Didomi.preferences.show' },
];

/** Whether the page has a consent tool whose dialog can be asked for. */
export function canReopen({ managers, signals }: ObservedConsent): boolean {
  const isKnown = managers.some((name) => reopeners.some(({ manager }) => manager === name));
  return isKnown || signals.some(({ source }) => source === 'tcf');
}
