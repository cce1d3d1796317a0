import type { Contact, Observation } from '../observation/observation';
import { isHit } from './analytics-contacts';

/**
 * Hits that left for Google Analytics although the site's own opt-out stood when the page began: its cookie
 * `ga-disable-<ID>`, by the name that Google gives it, was there before, and the hit names that id.
 */
export function sentDespiteCookie({
  cookies,
  contacts,
}: Pick<Observation, 'cookies' | 'contacts'>): readonly Contact[] {
  const standing = cookies.filter(
    ({ party, setBy, deleted }) => party === 'first-party' && setBy === 'earlier' && !deleted,
  );
  const names = new Set(standing.map(({ name }) => name.toLowerCase()));
  return hitsIn(contacts).filter(({ propertyIds }) =>
    propertyIds.some((id) => names.has(`ga-disable-${id.toLowerCase()}`)),
  );
}

/** What left for Google Analytics. */
export function hitsIn(contacts: readonly Contact[]): readonly Contact[] {
  return contacts.filter((contact) => isHit(contact) && contact.sent > 0);
}
