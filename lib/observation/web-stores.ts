import { partyOf } from '../party/party-of';
import { hasEmail } from './email-in-url';
import type { ObservedStore } from './observation';

/** The names that one frame of a page finds in its stores. */
export interface FrameStores {
  /** `'null'` for a frame that has no origin, and so no stores. */
  readonly origin: string;
  readonly stores: readonly Pick<ObservedStore, 'kind' | 'keys' | 'more'>[];
}

/** Most names of one store. */
export const maxStoreKeys = 200;
/** Most characters of one name. */
export const maxStoreKeyLength = 200;

/**
 * What a page on `topHost` and its frames keep, by origin and kind; the page's own first. Frames of one origin see the
 * same store, so their names are joined. A name that holds what looks like an e-mail address is kept as `…@…`.
 */
export function joinStores(frames: readonly FrameStores[], topHost: string): readonly ObservedStore[] {
  const joined = new Map<string, ObservedStore>();
  for (const { origin, stores } of frames) {
    const url = URL.parse(origin);
    if (url === null || url.hostname === '') continue;
    const party = partyOf(url.hostname, topHost);
    for (const { kind, keys, more } of stores) {
      const id = `${origin} ${kind}`;
      const known = joined.get(id);
      const names = [...new Set([...(known?.keys ?? []), ...keys.map(keptName)])].sort();
      const cut = names.length - Math.min(names.length, maxStoreKeys);
      joined.set(id, {
        kind,
        origin,
        party,
        keys: names.slice(0, maxStoreKeys),
        more: Math.max(known?.more ?? 0, more) + cut,
      });
    }
  }
  return [...joined.values()].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ party }: ObservedStore): number {
  return party === 'first-party' ? 0 : 1;
}

function keptName(name: string): string {
  const cut = name.length > maxStoreKeyLength ? `${name.slice(0, maxStoreKeyLength - 1)}…` : name;
  return hasEmail(`x://x/?${name.replaceAll('#', ' ')}`) ? '…@…' : cut;
}
