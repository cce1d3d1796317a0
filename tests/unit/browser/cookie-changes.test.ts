import { expect, test } from 'vitest';
import { CookieChanges, isOver } from '../../../lib/browser/cookie-changes';

const now = 1_795_459_062_941;
const changes = () => new CookieChanges(() => now);
const cookie = (value: string, expirationDate?: number) => ({
  ...{ name: 'old', value, domain: 'shop.example', path: '/', hostOnly: true, secure: true, httpOnly: false },
  ...{ sameSite: 'lax', session: expirationDate === undefined, storeId: 'firefox-default', firstPartyDomain: '' },
  ...(expirationDate === undefined ? {} : { expirationDate }),
});
type Info = Parameters<CookieChanges['heard']>[0];
const info = (of: ReturnType<typeof cookie>, cause: string, removed: boolean) =>
  ({ cookie: of, cause, removed }) as unknown as Info;

test('a cookie that is put into the jar when its time is over is a deletion, and its end is nothing', () => {
  const seen = changes();
  const dead = cookie('', now / 1000 - 0.003);
  expect(seen.heard(info(dead, 'explicit', false))).toMatchObject({ name: 'old', removed: true, cause: 'explicit' });
  expect(seen.heard(info(dead, 'expired', true))).toBeNull();
  // Only of that one: another that ends has lived.
  expect(seen.heard(info(dead, 'expired', true))).toMatchObject({ removed: true, cause: 'expired' });
});

test('a cookie that lives, with a value or without, is set; one without an end too', () => {
  for (const of of [cookie('', now / 1000 + 60), cookie('1', now / 1000 - 0.003), cookie('')])
    expect(changes().heard(info(of, 'explicit', false))).toMatchObject({ removed: false });
});

test('no two changes have the same time, and no value goes further', () => {
  const seen = changes();
  const [one, other] = [cookie('secret'), cookie('secret')].map((of) => seen.heard(info(of, 'explicit', false)));
  expect(other?.at).toBeGreaterThan(one?.at ?? Infinity);
  expect(JSON.stringify([one, other])).not.toContain('secret');
});

test('a cookie is over at its end, and one of the session never', () => {
  expect([now / 1000 - 1, now / 1000, now / 1000 + 1].map((end) => isOver({ expirationDate: end }, now))).toEqual([
    true,
    true,
    false,
  ]);
  expect(isOver({}, now)).toBe(false);
});
