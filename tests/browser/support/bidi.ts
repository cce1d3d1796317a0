import type { Browser, Page } from 'puppeteer-core';
import * as v from 'valibot';

/** Sends one WebDriver BiDi command and answers its result. */
export type SendBidi = (method: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;

interface Connection {
  send(method: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown>;
}

const connection = v.custom<Connection>(
  (value) => typeof value === 'object' && value !== null && typeof Reflect.get(value, 'send') === 'function',
);
const answer = v.object({ result: v.unknown() });
const tree = v.object({ contexts: v.tupleWithRest([v.looseObject({ context: v.string() })], v.unknown()) });
const evaluated = v.variant('type', [
  v.object({ type: v.literal('success'), result: v.looseObject({ value: v.optional(v.unknown()) }) }),
  v.object({ type: v.literal('exception'), exceptionDetails: v.looseObject({ text: v.string() }) }),
]);

/** Puppeteer's own connection: its public API has no door to commands that it does not know. */
export function bidiOf(browser: Browser): SendBidi {
  const inner = v.parse(connection, Reflect.get(browser, 'connection'));
  return async (method, parameters) => v.parse(answer, await inner.send(method, parameters)).result;
}

/** Runs expressions with Firefox's own rights, in its main window. */
export async function chromeScope(send: SendBidi): Promise<(expression: string) => Promise<unknown>> {
  const [{ context }] = v.parse(tree, await send('browsingContext.getTree', { 'moz:scope': 'chrome' })).contexts;
  return async (expression) => {
    const parameters = { expression, target: { context }, awaitPromise: true };
    const outcome = v.parse(evaluated, await send('script.evaluate', parameters));
    if (outcome.type === 'exception') throw new Error(`Firefox answered: ${outcome.exceptionDetails.text}`);
    return outcome.result.value;
  };
}

export async function navigateWithoutWaiting(send: SendBidi, page: Page, url: string): Promise<void> {
  const context = v.parse(v.string(), Reflect.get(page.mainFrame(), '_id'));
  await send('browsingContext.navigate', { context, url, wait: 'none' });
}
