import * as v from 'valibot';
import { blockings } from '../opt-out/opt-out';
import type { Message } from './protocol';

/** A message that our own pages may send; `null` for anything else. */
export function parseMessage(input: unknown): Message | null {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : null;
}

const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));

const change = v.variant('kind', [
  v.object({ kind: v.picklist(['site', 'everywhere']), isOn: v.boolean() }),
  v.object({ kind: v.literal('blocking'), level: v.picklist(blockings) }),
  v.object({ kind: v.literal('delete-cookies') }),
]);

const schema = v.variant('name', [
  v.object({ name: v.literal('tab-report'), request: v.object({ tabId, lookAgain: v.boolean() }) }),
  v.object({ name: v.literal('stores'), request: v.object({ tabId }) }),
  v.object({ name: v.literal('reopen-consent'), request: v.object({ tabId }) }),
  v.object({ name: v.literal('opt-out'), request: v.object({ tabId, change }) }),
]);
