import type { ObservedStore } from '../observation/observation';
import { type FrameStores, joinStores } from '../observation/web-stores';
import { runInFrames } from './run-in-frames';

/**
 * The names in the web storage of the page `page` and its frames: local and session storage, IndexedDB databases, caches.
 * Never a value. `null` where a script may not look into the page, or where the tab shows another one by now.
 */
export async function readStores(
  tabId: number,
  page: { readonly documentId: string | null; readonly host: string },
): Promise<readonly ObservedStore[] | null> {
  const answers = await runInFrames(tabId, listStores);
  const top = answers?.find(({ frameId }) => frameId === 0);
  if (answers === null || top === undefined) return null;
  if (top.documentId !== null && top.documentId !== page.documentId) return null;
  const frames = answers.map(({ result }) => result).filter(isFrameStores);
  return joinStores(frames, page.host);
}

function isFrameStores(result: unknown): result is FrameStores {
  return typeof result === 'object' && result !== null && 'stores' in result && Array.isArray(result.stores);
}

// Runs inside the page's isolated world: it may use nothing from this module.
async function listStores(): Promise<FrameStores> {
  const most = 200;
  const waitMs = 1000;
  const stores: { kind: ObservedStore['kind']; keys: string[]; more: number }[] = [];
  const note = (kind: ObservedStore['kind'], names: readonly string[], count: number) => {
    const keys = names.slice(0, most).map((name) => name.slice(0, 300));
    if (count > 0) stores.push({ kind, keys, more: count - keys.length });
  };
  const look = async (read: () => void | Promise<void>) => {
    try {
      await Promise.race([read(), new Promise((done) => setTimeout(done, waitMs))]);
    } catch {
      // A frame without an origin, or one that this browser allows no storage, has no such store.
    }
  };
  const noteStorage = (kind: ObservedStore['kind'], storage: Storage) => {
    const places = Array.from({ length: Math.min(storage.length, most) }, (_, at) => storage.key(at));
    const names = places.filter((name) => name !== null);
    note(kind, names, storage.length);
  };
  await look(() => noteStorage('local-storage', localStorage));
  await look(() => noteStorage('session-storage', sessionStorage));
  await look(async () => {
    const databases = await indexedDB.databases();
    const names = databases.flatMap(({ name }) => name ?? []);
    note('indexed-db', names, databases.length);
  });
  await look(async () => {
    const names = await caches.keys();
    note('cache-storage', names, names.length);
  });
  return { origin: self.origin, stores };
}
