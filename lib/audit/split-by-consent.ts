import { type ConsentState, consentStates } from '../consent/consent';
import type { Contact, Observation } from '../observation/observation';

/**
 * One document's observation for each state of consent that something was sent in, in the order of `consentStates`.
 * A page on which people choose has several. What bears no state (what never left, what was there before) belongs to
 * the state that the page ended in.
 */
export function splitByConsent(seen: Observation): readonly (readonly [ConsentState, Observation])[] {
  return consentStates
    .filter(
      (state) => state === seen.consent.state || seen.contacts.some((contact) => sentIn(contact, state, seen) > 0),
    )
    .map((state) => [state, partOf(seen, state)] as const);
}

function partOf(seen: Observation, state: ConsentState): Observation {
  const isLast = state === seen.consent.state;
  return {
    ...seen,
    contacts: seen.contacts.flatMap((contact) => contactIn(contact, state, seen)),
    cookies: seen.cookies.filter(({ consent, setBy }) => (setBy === 'earlier' ? isLast : consent === state)),
    consent: { ...seen.consent, state, isPartial: isLast && seen.consent.isPartial },
    forms: isLast ? seen.forms : [],
    stores: isLast ? seen.stores : null,
  };
}

function contactIn(contact: Contact, state: ConsentState, seen: Observation): readonly Contact[] {
  const sent = sentIn(contact, state, seen);
  const isLast = state === seen.consent.state;
  const { stopped, failed, listed, byConsent, cookieless } = contact;
  const rest = isLast ? { stopped, failed, listed } : { stopped: 0, failed: 0, listed: 0 };
  if (sent + rest.stopped + rest.failed + rest.listed === 0) return [];
  return [
    {
      ...contact,
      ...rest,
      sent,
      byConsent: only(byConsent, state),
      cookieless: only(cookieless, state),
      errors: isLast ? contact.errors : {},
    },
  ];
}

/** What was sent without a note of the state counts for the state that the page ended in. */
function sentIn({ sent, byConsent }: Contact, state: ConsentState, seen: Observation): number {
  const noted = consentStates.reduce((sum, it) => sum + (byConsent[it] ?? 0), 0);
  return (byConsent[state] ?? 0) + (state === seen.consent.state ? Math.max(0, sent - noted) : 0);
}

function only(counts: Contact['byConsent'], state: ConsentState): Contact['byConsent'] {
  const count = counts[state];
  return count === undefined ? {} : { [state]: count };
}
