import { setTimeout as wait } from 'node:timers/promises';
import type { ColorScheme, Evaluate, ExtensionPage, Size } from './driver';
import { sourceOf } from './source-of';

/** What each automation library must offer for one page; the rest is common to both browsers. */
export interface Surface {
  /** Runs an expression, waits for its promise, answers plain JSON. */
  run(expression: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  press(key: string): Promise<void>;
  setViewport(size: Size): Promise<void>;
  setColorScheme(scheme: ColorScheme): Promise<void>;
  capture(path: string, fullPage: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A look costs the browser a layout: many tests share two cores. */
const pollMs = 150;

export function extensionPageOn(surface: Surface, size: Size, scheme: ColorScheme): ExtensionPage {
  const evaluate = evaluateOn((expression) => surface.run(expression));
  const text = () => evaluate(() => document.body.innerText);
  return {
    text,
    evaluate,
    click: (selector) => surface.click(selector),
    press: (key) => surface.press(key),
    unfold: () => evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true))),
    setViewport: (wanted) => surface.setViewport(wanted),
    screenshot: async (
      path,
      { width = size.width, height = size.height, dark = scheme === 'dark', isCut = false } = {},
    ) => {
      await surface.setViewport({ width, height });
      await surface.setColorScheme(dark ? 'dark' : 'light');
      await surface.capture(path, !isCut);
      await surface.setColorScheme(scheme);
      await surface.setViewport(size);
    },
    waitForText: async (expected, timeoutMs = 5000) => {
      const fits = (shown: string) => (typeof expected === 'string' ? shown.includes(expected) : expected.test(shown));
      let shown = '';
      const isThere = async () => fits((shown = await text()));
      if (await eventually(isThere, timeoutMs)) return shown;
      throw new Error(`After ${timeoutMs} ms the page does not show ${String(expected)}. It shows:\n${shown}`);
    },
    waitFor: async (selector, timeoutMs = 5000) => {
      const isThere = () => evaluate((wanted) => document.querySelector(wanted) !== null, selector);
      if (await eventually(isThere, timeoutMs)) return;
      throw new Error(`After ${timeoutMs} ms the page has no ${selector}. It shows:\n${await text()}`);
    },
    close: () => surface.close(),
  };
}

/** Types what `run` answers: the page's function is the only one who knows what it returns. */
export function evaluateOn(run: (expression: string) => Promise<unknown>): Evaluate {
  return async <T>(inPage: (argument: never) => T | Promise<T>, argument?: unknown) =>
    (await run(sourceOf(inPage, argument))) as T;
}

/** Asks again and again until the answer is yes; `false` when the time is over. */
export async function eventually(ask: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (!(await ask())) {
    if (Date.now() > end) return false;
    await wait(pollMs);
  }
  return true;
}
