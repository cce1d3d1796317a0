import { expect, test } from 'vitest';
import { isSetHere } from '../../../lib/comparison/set-here';
import type { ObservedCookie } from '../../../lib/observation/observation';
import { cookie } from '../../fixtures/observations/make';

test.each<[string, Partial<ObservedCookie>, boolean]>([
  ['set by an answer', { setBy: 'http' }, true],
  ['set by a script', { setBy: 'script' }, true],
  ['that ran out since', { deleted: true, removedBy: 'expiry' }, true],
  ['that was there before', { setBy: 'earlier' }, false],
  ['deleted again', { deleted: true, removedBy: 'deletion' }, false],
  ['deleted, nobody knows how', { deleted: true }, false],
  ['that the browser refused', { notKept: true }, false],
])('a cookie %s: set here is %#', (_, parts, expected) => {
  expect(isSetHere(cookie({ name: 'a', domain: 'shop.example', ...parts }))).toBe(expected);
});
