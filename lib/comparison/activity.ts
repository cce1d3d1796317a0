import type { Coverage } from '../observation/observation';
import type { Sums } from './sums';
import type { ActivityVerdict } from './site-report';

export interface ActivityFacts extends Sums {
  readonly hosting: readonly unknown[];
  /** Cookies of it that were set while the page was open; see `isSetHere`. */
  readonly cookiesSet: readonly unknown[];
  /** As declared, else as our catalogue has it. */
  readonly observable: string;
  readonly isRecognisable: boolean;
  readonly coverage: Coverage;
  /** The document's own response headers were seen. */
  readonly headersSeen: boolean;
}

/**
 * What can be said of a recipient's activity. What was seen beats what was declared unobservable, and "not seen" is
 * said only where all was watched and there was something to recognise it by.
 *
 * A resource from the cache counts as active: it is at work in the page although nothing was sent this time. So does a
 * cookie of it that was set meanwhile, by the site's own server for example.
 */
export function activityOf(facts: ActivityFacts): ActivityVerdict {
  if (facts.sent > 0 || facts.listed > 0 || facts.hosting.length > 0 || facts.cookiesSet.length > 0) return 'active';
  if (facts.stopped > 0 || facts.failed > 0) return 'stopped';
  if (facts.observable === 'not-in-browser') return 'not-observable';
  const isLookedFor = facts.isRecognisable && (facts.observable !== 'first-party' || facts.headersSeen);
  return facts.coverage.kind === 'all' && isLookedFor ? 'not-seen' : 'not-looked';
}
