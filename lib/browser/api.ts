import browser from 'webextension-polyfill';

/** The only door to the WebExtension API; everything else in `lib/browser` imports it from here. */
export { browser };
export type { Cookies, Dns, Runtime, Tabs, WebNavigation, WebRequest } from 'webextension-polyfill';
