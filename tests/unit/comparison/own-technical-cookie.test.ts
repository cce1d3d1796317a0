import { describe, expect, test } from 'vitest';
import { isOwnTechnicalCookie } from '../../../lib/comparison/own-technical-cookie';

const isTechnical = (name: string, party: 'first-party' | 'third-party' = 'first-party') =>
  isOwnTechnicalCookie({ name, party, httpOnly: false });

describe('the site’s own technical cookies', () => {
  test.each([
    'PHPSESSID',
    'JSESSIONID',
    'ASP.NET_SessionId',
    'connect.sid',
    'session',
    'session_id',
    '__Host-session-token',
    '__Secure-sid',
    'XSRF-TOKEN',
    'csrftoken',
    'csrf_token',
    '__RequestVerificationToken_L2',
    'lang',
    'user_language',
    'NEXT_LOCALE',
    'CookieConsent',
    'FCCDCF',
    'didomi_token',
    'axeptio_cookies',
    'cookie_consent_status',
    'cmplz_banner-status',
  ])('%s is one', (name) => {
    expect(isTechnical(name)).toBe(true);
  });

  test.each([
    '_ga',
    'visitor_id',
    'session_replay',
    'track_session',
    'myapp_session',
    'consent_ads_uid',
    'lang_ab_test',
    'sidebar',
    'uid',
  ])('%s is none', (name) => {
    expect(isTechnical(name)).toBe(false);
  });

  test('an application’s own session cookie is one where scripts cannot read it', () => {
    expect(isOwnTechnicalCookie({ name: 'myapp_session', party: 'first-party', httpOnly: true })).toBe(true);
  });

  test('a third party’s session cookie is none', () => {
    expect(isTechnical('PHPSESSID', 'third-party')).toBe(false);
  });
});
