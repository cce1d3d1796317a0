import type { CDPSession } from 'playwright';
import * as v from 'valibot';

/** Sends a DevTools command to one target and answers its result. */
export type AskTarget = (method: string, params?: Readonly<Record<string, unknown>>) => Promise<unknown>;

const answer = v.object({ id: v.number(), result: v.unknown() });

/** A worker, a popup and a page of a private window have no session in Playwright: their messages travel as text. */
export async function talkTo(devtools: CDPSession, targetId: string): Promise<AskTarget> {
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId });
  const waiting = new Map<number, (result: unknown) => void>();
  let last = 0;
  devtools.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = v.safeParse(answer, JSON.parse(event.message));
    if (message.success) waiting.get(message.output.id)?.(message.output.result);
  });
  return async (method, params = {}) => {
    const id = (last += 1);
    const result = new Promise<unknown>((done) => waiting.set(id, done));
    await devtools.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    return result;
  };
}
