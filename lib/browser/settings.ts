import { type Settings, parseSettings } from '../settings/settings';
import { browser } from './api';

/** The one key of `storage.local` that holds settings. */
const key = 'settings';

/** The settings as stored; the defaults where storage does not answer. */
export async function readSettings(): Promise<Settings> {
  try {
    return parseSettings((await browser.storage.local.get(key))[key]);
  } catch {
    return parseSettings(undefined); // storage is broken: the defaults ask nothing of anyone
  }
}

/** Stores what is changed and keeps the rest. Rejects where it could not be stored. */
export async function writeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await readSettings()), ...change } });
}

/** Tells the settings as they are, and again with each change by whatever page; answers how to stop. */
export function watchSettings(tell: (settings: Settings) => void): () => void {
  let hasChanged = false;
  const listen: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
    if (area !== 'local' || !(key in changes)) return;
    hasChanged = true;
    tell(parseSettings(changes[key].newValue));
  };
  browser.storage.onChanged.addListener(listen);
  void readSettings().then((settings) => {
    if (!hasChanged) tell(settings);
  });
  return () => {
    browser.storage.onChanged.removeListener(listen);
  };
}
