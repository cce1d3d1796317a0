import type { Match } from '../catalogue/catalogue';
import type { Contact, ObservedCookie } from '../observation/observation';

/** The rule of the catalogue that told whose something is, and how well it is supported. */
export type RuleMatch = Pick<Match, 'rule' | 'trust'>;

export interface ContactEvidence {
  readonly kind: 'contact';
  readonly contact: Contact;
  readonly match?: RuleMatch;
  /** Hosts that sent requests on to this one. */
  readonly redirectedFrom?: readonly string[];
}

export interface CookieEvidence {
  readonly kind: 'cookie';
  readonly cookie: ObservedCookie;
  readonly match?: RuleMatch;
}
