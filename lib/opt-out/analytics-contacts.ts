import type { Contact } from '../observation/observation';

/** The service in the catalogue that the opt-out is about. */
export const analyticsId = 'google-analytics';

const tagRules = ['tag', 'tag-universal', 'destination', 'tag-analytics-js', 'tag-ga-js'].map(ruleOf);

/** It carries data of a visit to Google Analytics; a request to its host that no rule knows counts as one. */
export function isHit({ rule, service }: AnalyticsContact): boolean {
  return service === analyticsId && !tagRules.includes(rule ?? '');
}

/** It loads the script of Google Analytics. */
export function isTag({ rule, service }: AnalyticsContact): boolean {
  return service === analyticsId && tagRules.includes(rule ?? '');
}

/** A hit that went to a host of the site's own, by the catalogue's rule for such. */
export function isProxied({ rule, party }: Pick<Contact, 'rule' | 'party'>): boolean {
  return party === 'first-party' || rule === ruleOf('proxied');
}

type AnalyticsContact = Pick<Contact, 'rule' | 'service'>;

/** The catalogue's name of one of its rules. */
export function ruleOf(name: string): string {
  return `${analyticsId}/${name}`;
}
