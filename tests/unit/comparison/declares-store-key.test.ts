import { expect, test } from 'vitest';
import { declaresStoreKey } from '../../../lib/comparison/declares-store-key';
import type { DeviceStorage, Processor } from '../../../lib/policy/schema';

const ofSite = { origin: 'https://shop.example', party: 'first-party' } as const;
const ofEmbed = { origin: 'https://embed.example', party: 'third-party' } as const;
const web = (identifier: string, domains?: readonly string[]): DeviceStorage =>
  ({ identifier, type: 'web', ...(domains === undefined ? {} : { domains }) }) as DeviceStorage;
const chat: Processor = { id: 'chat', name: 'Chat', storage: [web('chat_*', ['embed.example'])] };
const policy = {
  storage: [web('basket', ['*']), { identifier: 'sid', type: 'cookie' } as DeviceStorage],
  processors: [chat],
};

test('the site’s own entry covers its own host', () => {
  expect(declaresStoreKey(policy, ofSite, 'basket')).toBe('site');
  expect(declaresStoreKey(policy, ofEmbed, 'basket')).toBeNull();
});

test('a processor’s entry covers names with a wildcard on its hosts', () => {
  expect(declaresStoreKey(policy, ofEmbed, 'chat_17')).toBe(chat);
  expect(declaresStoreKey(policy, ofSite, 'chat_17')).toBeNull();
});

test('an entry for a cookie covers no name in web storage', () => {
  expect(declaresStoreKey(policy, ofSite, 'sid')).toBeNull();
});

test('a name of wildcards alone covers nothing', () => {
  expect(declaresStoreKey({ storage: [web('*')], processors: [] }, ofSite, 'x')).toBeNull();
});

test('an entry without hosts covers any', () => {
  expect(declaresStoreKey({ storage: [web('theme')], processors: [] }, ofEmbed, 'theme')).toBe('site');
});
