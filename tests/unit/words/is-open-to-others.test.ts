import { expect, test } from 'vitest';
import { isOpenToOthers } from '../../../lib/words/is-open-to-others';

test.each([
  ['http://shop.example/', true],
  ['https://shop.example/', false],
  ['http://192.168.0.7/', true],
  ['http://localhost:3000/', false],
  ['http://app.localhost/', false],
  ['http://127.0.0.1/', false],
  ['http://[::1]/', false],
  ['http://notlocalhost/', true],
])('others on the way can read %s: %s', (url, isOpen) => {
  expect(isOpenToOthers({ url, host: new URL(url).hostname })).toBe(isOpen);
});
