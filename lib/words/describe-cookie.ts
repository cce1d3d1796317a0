import type { ObservedCookie } from '../observation/observation';
import { describeSeconds } from './describe-duration';
import type { Translate } from './translate';

/** Who set a cookie, whose it is, how long it lasts, what became of it, and its flags; never a value. */
export function describeCookie(t: Translate, cookie: ObservedCookie): readonly string[] {
  const { party, partition, overwritten, secure, httpOnly, sameSite } = cookie;
  const parts: string[] = [originOf(t, cookie)];
  if (wasSet(cookie) && cookie.consent === 'before-choice') parts.push(t('cookie_before_choice'));
  if (wasSet(cookie) && cookie.consent === 'refused') parts.push(t('cookie_after_refusal'));
  const lifetime = lifetimeOf(t, cookie);
  if (lifetime !== null) parts.push(lifetime);
  const ending = endingOf(t, cookie);
  if (ending !== null) parts.push(ending);
  if (overwritten > 0) parts.push(t.count('cookie_overwritten', overwritten));
  parts.push(t(party === 'first-party' ? 'cookie_first_party' : 'cookie_third_party'));
  if (partition !== null) parts.push(t('cookie_partition'));
  if (secure) parts.push(t('cookie_secure'));
  if (httpOnly) parts.push(t('cookie_http_only'));
  if (sameSite !== 'unspecified') parts.push(t('cookie_same_site', sameSite));
  return parts;
}

/** A cookie may have no name. */
export function describeCookieName(t: Translate, { name }: ObservedCookie): string {
  return name === '' ? t('cookie_nameless') : name;
}

/** It was there for a while: neither refused by the browser, nor only taken away by an answer. */
function wasSet(cookie: ObservedCookie): boolean {
  return cookie.notKept !== true && !wasOnlyEnded(cookie);
}

function wasOnlyEnded({ setBy, deleted, lifetimeSeconds }: ObservedCookie): boolean {
  return setBy === 'http' && deleted && lifetimeSeconds === 0;
}

function originOf(t: Translate, cookie: ObservedCookie): string {
  const { setBy, setByHost, party, partition, deleted, notKept } = cookie;
  if (wasOnlyEnded(cookie))
    return setByHost === undefined ? t('cookie_was_there') : t('cookie_ended_by_http', setByHost);
  if (setBy === 'script') return t('cookie_set_by_script');
  if (setBy === 'earlier') {
    if (deleted) return t('cookie_was_there');
    return t(party === 'third-party' && partition === null ? 'cookie_goes_along' : 'cookie_set_by_earlier');
  }
  if (setByHost === undefined) return t('cookie_set_by_answer');
  return t(notKept === true ? 'cookie_refused' : 'cookie_set_by_http', setByHost);
}

/** Browsers keep no cookie longer, measured in Chromium 156 and Firefox ESR 153, 2026-11-22. */
const longestSeconds = 400 * 86_400;
const roundingSeconds = 60;

/** As sent, as stored, or what is left of it; nothing of one that an answer only deleted, or that was only seen going. */
function lifetimeOf(t: Translate, cookie: ObservedCookie): string | null {
  const { lifetimeSeconds, lifetimeIsStored, setBy, deleted } = cookie;
  if (deleted && (lifetimeSeconds === 0 || setBy === 'earlier')) return null;
  if (lifetimeSeconds === null) return t('cookie_session');
  const length = describeSeconds(t, lifetimeSeconds);
  if (setBy === 'earlier') return t('cookie_left', length);
  if (lifetimeIsStored && lifetimeSeconds >= longestSeconds - roundingSeconds) return t('cookie_stored_longest');
  return t(!lifetimeIsStored && lifetimeSeconds > longestSeconds ? 'cookie_lasts_too_long' : 'cookie_lasts', length);
}

function endingOf(t: Translate, cookie: ObservedCookie): string | null {
  const { deleted, removedBy, setByHost } = cookie;
  if (!deleted || (wasOnlyEnded(cookie) && setByHost !== undefined)) return null;
  if (removedBy === 'expiry') return t('cookie_expired');
  return t(removedBy === 'eviction' ? 'cookie_evicted' : 'cookie_deleted');
}
