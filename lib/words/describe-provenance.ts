import type { ContactEvidence, CookieEvidence } from '../comparison/seen-evidence';
import type { Contact } from '../observation/observation';
import { term } from './term';
import type { Translate } from './translate';

/** How it is known whose a piece of evidence is; of a contact also what was sent when, and from where it came. */
export function describeProvenance(t: Translate, piece: ContactEvidence | CookieEvidence) {
  const { match } = piece;
  const known = match === undefined ? [] : [t('contact_rule_trust', match.rule, term(t, 'trust', match.trust))];
  if (piece.kind === 'cookie') return known;
  const { contact, redirectedFrom = [] } = piece;
  const isUnproven = match === undefined && contact.rule !== null;
  return [
    ...(isUnproven ? [t('contact_rule', contact.rule)] : known),
    ...(redirectedFrom.length === 0 ? [] : [t('contact_redirected_from', redirectedFrom.join(', '))]),
    ...otherConsent(t, contact),
  ];
}

/** What was sent in other states than those that stand beside the count (see `describeContact`). */
function otherConsent(t: Translate, { byConsent }: Contact): readonly string[] {
  const { accepted = 0, unknown = 0 } = byConsent;
  const isMixed = Object.entries(byConsent).some(([state, count]) => state !== 'unknown' && count > 0);
  return [
    ...(accepted > 0 ? [t.count('requests_after_consent', accepted)] : []),
    ...(unknown > 0 && isMixed ? [t.count('requests_consent_unknown', unknown)] : []),
  ];
}
