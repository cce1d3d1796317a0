import { expect, test } from 'vitest';
import type { PolicyState } from '../../../lib/policy/policy-state';
import { describeStores } from '../../../lib/words/describe-stores';
import { stateOf } from '../../fixtures/observations/read-policy';
import { english as t } from './english';

const stores = [
  { kind: 'local-storage', origin: 'https://shop.example', party: 'first-party', keys: ['basket', 'x'], more: 4 },
  { kind: 'indexed-db', origin: 'https://embed.example', party: 'third-party', keys: ['chat_1'], more: 0 },
] as const;
const policy = stateOf(
  {
    privacyPolicy: '1.0',
    updated: '2026-11-22',
    language: 'en',
    policyUrl: 'https://shop.example/privacy',
    controller: { name: 'Shop' },
    storage: [{ identifier: 'basket', type: 'web', domains: ['*'] }],
    processors: [{ id: 'chat', name: 'Chat', storage: [{ identifier: 'chat_*', type: 'web' }] }],
  },
  'shop.example',
);

test('nobody asked is not "none"', () => {
  expect(describeStores(t, { stores: null, policy })).toBeNull();
  expect(describeStores(t, { stores: [], policy })).toEqual([]);
});

test('each name is told with who declares it, by origin and kind', () => {
  expect(describeStores(t, { stores, policy })).toEqual([
    {
      key: 'https://shop.example local-storage',
      origin: 'https://shop.example',
      kind: 'local storage',
      names: [
        { name: 'basket', note: 'declared by the site' },
        { name: 'x', note: 'not named in the policy file' },
      ],
      count: '6 names',
      more: 'and 4 more',
    },
    {
      key: 'https://embed.example indexed-db',
      origin: 'https://embed.example',
      kind: 'database · of another site',
      names: [{ name: 'chat_1', note: 'declared for Chat' }],
      count: '1 name',
      more: null,
    },
  ]);
});

test('without a policy in force nothing is said to be missing in it', () => {
  const none: PolicyState = { kind: 'none', attempts: [], checkedAt: 0 };
  for (const { names } of describeStores(t, { stores, policy: none }) ?? [])
    expect(names.map(({ note }) => note)).toEqual(names.map(() => null));
});
