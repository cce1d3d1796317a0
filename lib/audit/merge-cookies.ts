import type { ObservedCookie } from '../observation/observation';
import { compareText } from './merge-contacts';

/** One cookie for each name, domain, path and partition: how it was set where that was seen, and how it stood last. */
export function mergeCookies(cookies: readonly ObservedCookie[]): readonly ObservedCookie[] {
  const merged = new Map<string, ObservedCookie>();
  for (const cookie of cookies) {
    const key = cookieKey(cookie);
    const known = merged.get(key);
    merged.set(key, known === undefined ? cookie : joined(known, cookie));
  }
  return [...merged].sort(([one], [other]) => compareText(one, other)).map(([, cookie]) => cookie);
}

export function cookieKey({ name, domain, path, partition }: ObservedCookie): string {
  return [name, domain, path, partition ?? ''].join('|');
}

/**
 * The one that was seen being set tells who set it, for how long and at which state of consent; of two, the longer
 * life is kept. That it went is told only where the last page that knew it says so.
 */
function joined(before: ObservedCookie, now: ObservedCookie): ObservedCookie {
  const overwritten = before.overwritten + now.overwritten;
  const { deleted: _deleted, removedBy: _removedBy, notKept: _notKept, ...told } = tellingOf(before, now);
  return {
    ...told,
    deleted: now.deleted,
    ...(now.removedBy !== undefined && { removedBy: now.removedBy }),
    ...(before.notKept === true && now.notKept === true && { notKept: true as const }),
    overwritten,
  };
}

function tellingOf(before: ObservedCookie, now: ObservedCookie): ObservedCookie {
  const wasSeen = before.setBy !== 'earlier';
  const isSeen = now.setBy !== 'earlier';
  if (wasSeen !== isSeen) return wasSeen ? before : now;
  return (now.lifetimeSeconds ?? 0) > (before.lifetimeSeconds ?? 0) ? now : before;
}
