import { measurementIds } from '../opt-out/measurement-id';
import { browser } from './api';
import { mayLookInto, runInFrames } from './run-in-frames';

/** Whether the page shown in the tab says that Google's tags are to keep quiet; `null` where it cannot be asked. */
export async function isSetInPage(tabId: number): Promise<boolean | null> {
  try {
    if (!(await mayLookInto(tabId))) return null;
    const ask = { target: { tabId }, world: 'MAIN', func: asksToBeLeftAlone } as const;
    const answers = await Promise.race([
      browser.scripting.executeScript(ask as unknown as Parameters<typeof browser.scripting.executeScript>[0]),
      new Promise<null>((done) => setTimeout(() => done(null), patienceMs)),
    ]);
    const result: unknown = answers?.[0]?.result;
    return typeof result === 'boolean' ? result : null;
  } catch {
    return null; // the page is gone, or the browser keeps extensions away from it
  }
}

/** Measurement ids that stand in the scripts of the page and its frames. */
export async function idsInPage(tabId: number): Promise<readonly string[]> {
  const frames = (await runInFrames(tabId, idsOfScripts)) ?? [];
  return measurementIds(
    frames.flatMap(({ result }) => (Array.isArray(result) ? result.filter((id) => typeof id === 'string') : [])),
  );
}

const patienceMs = 2000;

/** Runs in the page's own world; uses nothing from here. */
function asksToBeLeftAlone(): boolean {
  const prefs = (window as { readonly _gaUserPrefs?: { readonly ioo?: unknown } })._gaUserPrefs;
  return typeof prefs?.ioo === 'function' && (prefs.ioo as () => unknown)() === true;
}

/** Runs in the page; uses nothing from here. */
function idsOfScripts(): readonly string[] {
  const texts = [...document.scripts].slice(0, 200).map(({ src, text }) => src + ' ' + text.slice(0, 100_000));
  const found = texts.flatMap((text) => text.match(/\b(?:G-[A-Z0-9]{4,14}|UA-[0-9]{4,12}-[0-9]{1,4})\b/g) ?? []);
  return [...new Set(found)].slice(0, 50);
}
