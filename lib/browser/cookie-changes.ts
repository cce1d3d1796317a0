import type { CookieChange } from '../observation/cookie-change';
import { cookiePlace } from '../observation/cookie-place';
import type { ObservedCookie } from '../observation/observation';
import type { Cookies } from './api';

/** What is left of a cookie's life in seconds; `null` until the browser is closed. */
export function lifetimeOf({ expirationDate }: Pick<Cookies.Cookie, 'expirationDate'>, now: number): number | null {
  return expirationDate === undefined ? null : Math.max(0, Math.round(expirationDate - now / 1000));
}

/** Its time is over: it goes along with nothing, although Firefox may still list it. */
export function isOver({ expirationDate }: Pick<Cookies.Cookie, 'expirationDate'>, now: number): boolean {
  return expirationDate !== undefined && expirationDate <= now / 1000;
}

export function sameSiteOf({ sameSite }: Pick<Cookies.Cookie, 'sameSite'>): ObservedCookie['sameSite'] {
  if ((sameSite as string) === 'no_restriction') return 'none';
  return sameSite === 'lax' || sameSite === 'strict' ? sameSite : 'unspecified';
}

/**
 * Makes neutral changes of what the browser tells; the value is dropped here.
 *
 * Firefox puts some cookies that are being deleted (empty, `Max-Age=0`) into the jar for a moment, as if they were set,
 * and tells later that they expired (seen in Firefox 153 for 12 of 1,500 answers): the first is a deletion, the second nothing.
 */
export class CookieChanges {
  #lastAt = 0;
  readonly #bornDead = new Set<string>();

  constructor(readonly now: () => number) {}

  /** `null` for what is of no account. */
  heard({ cookie, cause, removed }: Cookies.OnChangedChangeInfoType): CookieChange | null {
    this.#lastAt = Math.max(this.now(), this.#lastAt + tick);
    const { storeId, name, domain, path, expirationDate = 0 } = cookie;
    const id = [storeId, name, domain, path, expirationDate].join('\n');
    if (removed && this.#bornDead.delete(id)) return null;
    const isBornDead = !removed && cookie.value === '' && isOver(cookie, this.#lastAt);
    if (!isBornDead) return changeOf(cookie, causeOf(cause), removed, this.#lastAt);
    this.#bornDead.add(id);
    const [oldest] = this.#bornDead;
    if (this.#bornDead.size > mostBornDead && oldest !== undefined) this.#bornDead.delete(oldest);
    return changeOf(cookie, 'explicit', true, this.#lastAt);
  }
}

const mostBornDead = 100;
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
