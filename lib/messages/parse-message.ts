import * as v from 'valibot';
import type { Message } from './protocol';

/** A message that our own pages may send; `null` for anything else. */
export function parseMessage(input: unknown): Message | null {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : null;
}

const schema = v.object({
  name: v.literal('tab-report'),
  request: v.object({ tabId: v.pipe(v.number(), v.integer(), v.minValue(0)), lookAgain: v.boolean() }),
});
