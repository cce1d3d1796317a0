import { describe, expect, test } from 'vitest';
import type { ObservedCookie } from '../../../lib/observation/observation';
import { describeCookie, describeCookieName } from '../../../lib/words/describe-cookie';
import { cookie } from '../../fixtures/observations/make';
import { english as t } from './english';

const day = 86_400;
const words = (parts: Partial<ObservedCookie>) =>
  describeCookie(t, cookie({ name: 'a', domain: 'shop.example', secure: false, sameSite: 'unspecified', ...parts }));

describe('who set it', () => {
  test.each<[string, Partial<ObservedCookie>]>([
    ['set by an answer of shop.example', { setBy: 'http', setByHost: 'shop.example' }],
    ['set by an answer', { setBy: 'http' }],
    [
      'an answer of ads.example asked for it; the browser did not keep it',
      { setBy: 'http', setByHost: 'ads.example', notKept: true },
    ],
    ['set by a script while the page ran', { setBy: 'script' }],
    ['set by a script of the page, or already there', { setBy: 'earlier' }],
    [
      'set by a script of the page, or already there',
      { setBy: 'earlier', party: 'third-party', partition: 'shop.example' },
    ],
    ['already there; the browser may send it along', { setBy: 'earlier', party: 'third-party' }],
    ['was already there', { setBy: 'earlier', deleted: true, removedBy: 'deletion' }],
  ])('%s', (expected, parts) => {
    expect(words(parts)[0]).toBe(expected);
  });
});

describe('how long it lasts', () => {
  test.each<[string, Partial<ObservedCookie>]>([
    ['until the browser is closed', { lifetimeSeconds: null }],
    ['lasts 30 days', { lifetimeSeconds: 30 * day }],
    ['asked to last 10 years; browsers keep it 400 days at most', { lifetimeSeconds: 3650 * day }],
    ['lasts 400 days', { lifetimeSeconds: 400 * day }],
    ['lasts 30 days', { setBy: 'script', lifetimeIsStored: true, lifetimeSeconds: 30 * day }],
    [
      'kept 400 days, the longest that browsers allow',
      { setBy: 'script', lifetimeIsStored: true, lifetimeSeconds: 400 * day - 1 },
    ],
    ['about 400 days left', { setBy: 'earlier', lifetimeIsStored: true, lifetimeSeconds: 400 * day - 1 }],
    ['lasts 30 days', { lifetimeSeconds: 30 * day, deleted: true, removedBy: 'deletion' }],
  ])('%s', (expected, parts) => {
    expect(words(parts)[1]).toBe(expected);
  });

  test('nothing is said of one that was only deleted', () => {
    const ended = { lifetimeSeconds: 0, deleted: true, consent: 'refused' } as const;
    expect(words({ ...ended, setByHost: 'site.example' })).toEqual([
      'an answer of site.example deleted it',
      'of this site',
    ]);
    expect(words(ended)).toEqual(['was already there', 'deleted while the page was open', 'of this site']);
    expect(words({ setBy: 'earlier', deleted: true })).not.toContain('until the browser is closed');
  });
});

describe('what became of it and whose it is', () => {
  test.each<[string, Partial<ObservedCookie>]>([
    ['deleted while the page was open', { deleted: true, removedBy: 'deletion' }],
    ['has run out since', { deleted: true, removedBy: 'expiry' }],
    ['dropped by the browser to make room', { deleted: true, removedBy: 'eviction' }],
    ['set anew once', { overwritten: 1 }],
    ['set anew 1,200 times', { overwritten: 1200 }],
    ['of this site', {}],
    ['of another site', { party: 'third-party' }],
    ['kept apart for this site', { partition: 'shop.example' }],
    ['secure only', { secure: true }],
    ['hidden from scripts', { httpOnly: true }],
    ['SameSite strict', { sameSite: 'strict' }],
  ])('%s', (expected, parts) => {
    expect(words(parts)).toContain(expected);
  });

  test('of a plain cookie nothing more is said than who set it, for how long and whose it is', () => {
    expect(words({ setByHost: 'shop.example' })).toEqual([
      'set by an answer of shop.example',
      'until the browser is closed',
      'of this site',
    ]);
  });

  test('one without a name is told as such', () => {
    expect(describeCookieName(t, cookie({ name: '', domain: 'shop.example' }))).toBe('(no name)');
    expect(describeCookieName(t, cookie({ name: 'sid', domain: 'shop.example' }))).toBe('sid');
  });
});
