import type { ConsentState } from '../consent/consent';
import type { CookiePlace } from './cookie-place';
import type { ObservedCookie } from './observation';

/** What a cookie is like, as someone told it at a time. */
export interface CookieLook extends Pick<
  ObservedCookie,
  'hostOnly' | 'lifetimeSeconds' | 'secure' | 'httpOnly' | 'sameSite'
> {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A `Set-Cookie` of this page's requests. */
export interface AskedLook extends CookieLook {
  readonly host: string;
  readonly consent: ConsentState;
}

/**
 * What is known of one cookie on one page. Each fact is the latest of its kind or a count, so that it does not matter
 * in which order they arrive: browsers tell of answers and of their jar by different ways. Never a value.
 */
export interface CookieFacts extends CookiePlace {
  /** The site whose partition it is in; of what was only asked for, the one that `Partitioned` asks for. */
  readonly partition: string | null;
  /** The last answer that asked to set it, and how many did. */
  asked: AskedLook | null;
  askedTimes: number;
  /** The last answer that asked to delete it. */
  unasked: AskedLook | null;
  /** How the browser last stored it, whoever set it, and how often it did without an answer that explains it. */
  kept: CookieLook | null;
  otherTimes: number;
  /** The last time that the browser stored it and only this page, and no answer, can have set it. */
  own: { readonly at: number; readonly consent: ConsentState } | null;
  /** As it was when it last went from the jar. */
  gone: (CookieLook & { readonly by: NonNullable<ObservedCookie['removedBy']> }) | null;
}

export function noFacts({ name, domain, path }: CookiePlace, partition: string | null): CookieFacts {
  const nothing = { asked: null, askedTimes: 0, unasked: null, kept: null, otherTimes: 0, own: null, gone: null };
  return { name, domain, path, partition, ...nothing };
}

/** The later of two facts. */
export function later<Fact extends { readonly at: number }>(one: Fact | null, other: Fact | null): Fact | null {
  if (one === null || other === null) return one ?? other;
  return other.at >= one.at ? other : one;
}
