import { type PlannedScript, scriptPrefix } from '../opt-out/plan-scripts';
import { browser } from './api';

/** A built script that runs in pages, and what the ids of its registrations begin with. */
export interface PagePart {
  readonly file: string;
  readonly prefix: string;
}

export const optOutPart: PagePart = { file: 'opt-out.js', prefix: scriptPrefix };

/**
 * Registers the page part as planned and nowhere else; answers whether anything had to be changed. Rejects where the
 * browser does not have it afterwards. Chromium forgets what was registered when the extension is loaded anew.
 */
export async function registerScripts(planned: readonly PlannedScript[], part = optOutPart): Promise<boolean> {
  const before = await registered(part);
  if (isAsPlanned(before, planned)) return false;
  const known = new Set(before.map(({ id }) => id));
  const gone = [...known].filter((id) => !planned.some((script) => script.id === id));
  if (gone.length > 0) await scripting.unregisterContentScripts({ ids: gone });
  // One that is there is changed at once, so that no page slips through in between.
  const there = planned.filter(({ id }) => known.has(id));
  if (there.length > 0) await scripting.updateContentScripts(there.map((script) => detailsOf(script, part)));
  const fresh = planned.filter(({ id }) => !known.has(id));
  if (fresh.length > 0) await scripting.registerContentScripts(fresh.map((script) => detailsOf(script, part)));
  if (!isAsPlanned(await registered(part), planned)) throw new Error('The page part is not registered as planned.');
  return true;
}

/** Puts the page part into one frame of a tab as soon as it can be. */
export async function runInFrame(tabId: number, frameId: number): Promise<void> {
  await scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [optOutPart.file],
    world: 'MAIN',
    injectImmediately: true,
  });
}

interface Details {
  readonly id: string;
  readonly matches: string[];
  readonly excludeMatches: string[];
  readonly js: string[];
  readonly world: 'MAIN';
  readonly runAt: 'document_start';
  readonly allFrames: true;
  readonly matchOriginAsFallback: true;
  readonly persistAcrossSessions: true;
}

/** As the browsers have it; the polyfill's types do not know all of it. */
interface Scripting {
  getRegisteredContentScripts(): Promise<readonly Partial<Details>[]>;
  registerContentScripts(scripts: readonly Details[]): Promise<void>;
  updateContentScripts(scripts: readonly Details[]): Promise<void>;
  unregisterContentScripts(filter: { readonly ids: readonly string[] }): Promise<void>;
  executeScript(injection: object): Promise<unknown>;
}

const scripting = browser.scripting as unknown as Scripting;

function detailsOf({ id, matches, excludeMatches }: PlannedScript, { file }: PagePart): Details {
  return {
    id,
    matches: [...matches],
    excludeMatches: [...excludeMatches],
    js: [file],
    world: 'MAIN',
    runAt: 'document_start',
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
}

async function registered({ prefix }: PagePart): Promise<readonly (Partial<Details> & { readonly id: string })[]> {
  const all = await scripting.getRegisteredContentScripts();
  return all.flatMap((script) => (script.id?.startsWith(prefix) === true ? [{ ...script, id: script.id }] : []));
}

function isAsPlanned(there: readonly Partial<Details>[], planned: readonly PlannedScript[]): boolean {
  return (
    there.length === planned.length &&
    planned.every((script) => {
      const one = there.find(({ id }) => id === script.id);
      return (
        one?.world === 'MAIN' &&
        isSame(one.matches ?? [], script.matches) &&
        isSame(one.excludeMatches ?? [], script.excludeMatches)
      );
    })
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join(' ') === [...other].sort().join(' ');
}
