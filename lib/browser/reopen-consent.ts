import { reopeners } from '../consent/reopening';
import { browser } from './api';
import { mayLookInto } from './run-in-frames';

/** Asks the page's consent tool to show its dialog again; answers whether one took the call. */
export async function reopenConsent(tabId: number): Promise<boolean> {
  try {
    if (!(await mayLookInto(tabId))) return false;
    const paths = reopeners.map(({ path }) => path);
    const call = { target: { tabId }, world: 'MAIN', func: openDialog, args: [paths] };
    const [answer] = await browser.scripting.executeScript(
      call as unknown as Parameters<typeof browser.scripting.executeScript>[0],
    );
    return answer?.result === true;
  } catch {
    return false; // the page is gone, or the browser keeps extensions away from it
  }
}

/** Runs in the page's own world, where the tools live; uses nothing from here. */
function openDialog(paths: readonly string[]): boolean {
  const member = (from: unknown, name: string): unknown =>
    (typeof from === 'object' && from !== null) || typeof from === 'function' ? Reflect.get(from, name) : undefined;
  for (const path of paths) {
    const names = path.split('.');
    const owner = names.slice(0, -1).reduce<unknown>(member, window);
    const open = member(owner, names.at(-1) ?? '');
    if (typeof open !== 'function') continue;
    try {
      Reflect.apply(open, owner, []);
      return true;
    } catch {
      // the tool failed; another may be there
    }
  }
  const tcf: unknown = Reflect.get(window, '__tcfapi');
  if (typeof tcf !== 'function') return false;
  let isTaken = false;
  try {
    Reflect.apply(tcf, window, [
      'displayConsentUi',
      2,
      (_data: unknown, isDone: unknown) => (isTaken = isDone === true),
    ]);
  } catch {
    return false;
  }
  return isTaken;
}
