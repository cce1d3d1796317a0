import type { Contact, ObservedCookie, Observation } from '../observation/observation';
import { contactKey } from './merge-contacts';
import { cookieKey } from './merge-cookies';

/**
 * What is known of a document after another look at it: the newer look, with what only the one before knew. A page
 * that was left knows its cookies and stores no more; a background that was stopped may have lost what it had not kept.
 */
export function newerLook(before: Observation, now: Observation): Observation {
  return {
    ...now,
    startedAt: Math.min(before.startedAt, now.startedAt),
    contacts: newerContacts(before.contacts, now.contacts),
    cookies: now.cookiesRead || !before.cookiesRead ? newerCookies(before.cookies, now.cookies) : before.cookies,
    cookiesRead: now.cookiesRead || before.cookiesRead,
    stores: now.stores ?? before.stores,
  };
}

/** Counts of one document only grow: where they fell, something was lost since. */
function newerContacts(before: readonly Contact[], now: readonly Contact[]): readonly Contact[] {
  const left = new Map(before.map((contact) => [contactKey(contact), contact]));
  const known = now.map((contact) => {
    const key = contactKey(contact);
    const old = left.get(key);
    left.delete(key);
    return old !== undefined && knowsMore(old, contact) ? old : contact;
  });
  return left.size === 0 ? known : [...known, ...left.values()];
}

/** What was lost may come again from the page's resource timing, as `listed`: what was seen being sent outweighs it. */
function knowsMore(old: Contact, contact: Contact): boolean {
  return seenOf(old) === seenOf(contact) ? old.listed > contact.listed : seenOf(old) > seenOf(contact);
}

function seenOf({ sent, stopped, failed }: Contact): number {
  return sent + stopped + failed;
}

function newerCookies(before: readonly ObservedCookie[], now: readonly ObservedCookie[]): readonly ObservedCookie[] {
  const left = new Map(before.map((cookie) => [cookieKey(cookie), cookie]));
  const known = now.map((cookie) => {
    const key = cookieKey(cookie);
    const old = left.get(key);
    left.delete(key);
    return old === undefined ? cookie : newerCookie(old, cookie);
  });
  // One that was there before, and is no longer, is of no account; one that was seen being set was set all the same.
  return [...known, ...[...left.values()].filter(({ setBy }) => setBy !== 'earlier')];
}

function newerCookie(old: ObservedCookie, cookie: ObservedCookie): ObservedCookie {
  if (cookie.setBy !== 'earlier') return cookie;
  if (old.setBy !== 'earlier') return { ...old, deleted: cookie.deleted };
  // What is left of its life shrinks with every look, and nothing happened.
  const isAgeing = (old.lifetimeSeconds ?? 0) > (cookie.lifetimeSeconds ?? Infinity);
  return isAgeing ? { ...cookie, lifetimeSeconds: old.lifetimeSeconds } : cookie;
}
