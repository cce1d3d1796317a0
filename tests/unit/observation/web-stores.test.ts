import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ObservedStore } from '../../../lib/observation/observation';
import { joinStores } from '../../../lib/observation/web-stores';

const store = (kind: ObservedStore['kind'], keys: readonly string[], more = 0) => ({ kind, keys, more });

test('frames of one origin see one store; the page’s own come first', () => {
  const frames = [
    { origin: 'https://embed.example', stores: [store('local-storage', ['x'])] },
    { origin: 'https://site.example', stores: [store('local-storage', ['a', 'b'], 3), store('indexed-db', ['db'])] },
    { origin: 'https://site.example', stores: [store('local-storage', ['b', 'c'], 3)] },
  ];
  expect(joinStores(frames, 'www.site.example')).toEqual([
    { kind: 'local-storage', origin: 'https://site.example', party: 'first-party', keys: ['a', 'b', 'c'], more: 3 },
    { kind: 'indexed-db', origin: 'https://site.example', party: 'first-party', keys: ['db'], more: 0 },
    { kind: 'local-storage', origin: 'https://embed.example', party: 'third-party', keys: ['x'], more: 0 },
  ]);
});

test('a frame without an origin has no store', () => {
  expect(joinStores([{ origin: 'null', stores: [store('local-storage', ['x'])] }], 'site.example')).toEqual([]);
});

test('an e-mail address in a name is not kept', () => {
  const names = ['user:jo@mail.de', 'user%3Ajo%40mail.de', 'a#jo@mail.de', 'logo@2x.png'];
  const [found] = joinStores(
    [{ origin: 'https://site.example', stores: [store('session-storage', names)] }],
    's.example',
  );
  expect(found?.keys).toEqual(['logo@2x.png', '…@…']);
});

test('names are few and short, and what was cut is counted', () => {
  const names = fc.array(fc.string({ maxLength: 400 }), { maxLength: 500 });
  fc.assert(
    fc.property(names, fc.nat(1000), (keys, more) => {
      const frames = [{ origin: 'https://site.example', stores: [store('local-storage', keys, more)] }];
      const [found] = joinStores(frames, 'site.example');
      expect(found?.keys.length).toBeLessThanOrEqual(200);
      expect(found?.keys.every((key) => key.length <= 200)).toBe(true);
      expect(found?.more).toBeGreaterThanOrEqual(more);
    }),
    { numRuns: 50 },
  );
});
