import type { CookieChange } from '../observation/cookie-change';
import { cookiePlace } from '../observation/cookie-place';
import { type Cookies, browser } from './api';
import { lifetimeOf, sameSiteOf } from './cookie-jar';

/** Tells of every change of every jar; the value is dropped here. Registers at once, like `watchRequests`. */
export function watchCookies(handle: (change: CookieChange) => void): void {
  let lastAt = 0;
  browser.cookies.onChanged.addListener(({ cookie, cause, removed }) => {
    lastAt = Math.max(Date.now(), lastAt + tick);
    handle(changeOf(cookie, causeOf(cause), removed, lastAt));
  });
}

/** Changes come in their order: none has the time of another. A power of two, so that adding it loses nothing. */
const tick = 2 ** -10;

function changeOf(cookie: Cookies.Cookie, cause: CookieChange['cause'], removed: boolean, at: number): CookieChange {
  const { name, domain, path, hostOnly, secure, httpOnly, partitionKey, storeId } = cookie;
  return {
    ...cookiePlace(name, domain, path),
    hostOnly,
    secure,
    httpOnly,
    sameSite: sameSiteOf(cookie),
    lifetimeSeconds: lifetimeOf(cookie, at),
    partition:
      partitionKey?.topLevelSite === undefined
        ? null
        : {
            topLevelSite: partitionKey.topLevelSite,
            hasCrossSiteAncestor: partitionKey.hasCrossSiteAncestor ?? false,
          },
    storeId,
    cause,
    removed,
    at,
  };
}

/** Chromium tells of a deletion by `Max-Age=0` as `expired_overwrite`. */
function causeOf(cause: Cookies.OnChangedCause): CookieChange['cause'] {
  return cause === 'overwrite' || cause === 'expired' || cause === 'evicted' ? cause : 'explicit';
}
