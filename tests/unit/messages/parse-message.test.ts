import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../../../lib/messages/answer';
import { parseMessage } from '../../../lib/messages/parse-message';
import type { Handlers } from '../../../lib/messages/protocol';

test.each([
  { name: 'tab-report', request: { tabId: 7, lookAgain: true } },
  { name: 'stores', request: { tabId: 7 } },
])('%j is a message', (message) => {
  expect(parseMessage(message)).toEqual(message);
});

test.each([
  { name: 'stores', request: { tabId: -1 } },
  { name: 'stores', request: { tabId: '7' } },
  { name: 'tab-report', request: { tabId: 7 } },
  { name: 'anything', request: { tabId: 7 } },
  { name: 'constructor', request: {} },
])('%j is none', (message) => {
  expect(parseMessage(message)).toBeNull();
});

test('nothing that a stranger sends makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(() => parseMessage(input)).not.toThrow();
    }),
  );
});

test('each message goes to its own handler', async () => {
  const noPage = (reason: 'no-tab' | 'file') => Promise.resolve({ kind: 'no-page', reason } as const);
  const handlers: Handlers = {
    'tab-report': () => noPage('file'),
    stores: () => noPage('no-tab'),
    'opt-out': () => noPage('file'),
    'reopen-consent': () => Promise.resolve(false),
    audit: () => Promise.resolve({ kind: 'no-site' }),
  };
  expect(await answer(handlers, { name: 'stores', request: { tabId: 1 } })).toMatchObject({ reason: 'no-tab' });
});
