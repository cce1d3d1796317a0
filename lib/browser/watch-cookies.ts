import type { CookieChange } from '../observation/cookie-change';
import { browser } from './api';
import { CookieChanges } from './cookie-changes';

/** Tells of every change of every jar. Registers at once, like `watchRequests`. */
export function watchCookies(handle: (change: CookieChange) => void): void {
  const changes = new CookieChanges(Date.now);
  browser.cookies.onChanged.addListener((info) => {
    const change = changes.heard(info);
    if (change !== null) handle(change);
  });
}
