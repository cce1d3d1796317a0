/**
 * What a visitor chose about cookies and tracking, as far as the page tells.
 *
 * `before-choice`: a consent tool asks and has no answer yet. `refused`: nothing but the necessary was allowed.
 * `unknown`: nothing that tells was seen; it never stands for one of the others.
 */
export const consentStates = ['before-choice', 'accepted', 'refused', 'unknown'] as const;
export type ConsentState = (typeof consentStates)[number];

/** What told of the choice. */
export const consentSources = ['tcf', 'google-consent-mode', 'cookie', 'page'] as const;
export type ConsentSource = (typeof consentSources)[number];

/** One thing seen that tells of the visitor's choice. Never a cookie's value or a consent string itself. */
export interface ConsentSignal {
  readonly state: ConsentState;
  /** Some of what was asked was allowed and some not; `state` is `accepted` then. */
  readonly isPartial: boolean;
  readonly source: ConsentSource;
  /** The consent tool by name, e.g. `OneTrust`; `null` where the signal names none. */
  readonly manager: string | null;
  /** What was read, short, e.g. `gcs=G100` or `OptanonConsent`. */
  readonly evidence: string;
  /** `page-start`: it held when the page began. `now`: it holds from `at` on. */
  readonly since: 'page-start' | 'now';
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What was seen of consent on one page. */
export interface ObservedConsent {
  /** Now. */
  readonly state: ConsentState;
  readonly isPartial: boolean;
  /** Consent tools seen, by name. */
  readonly managers: readonly string[];
  /** What told of it, oldest first; the last few. */
  readonly signals: readonly ConsentSignal[];
  /** Global Privacy Control as this browser tells pages; `null` where no page was asked. */
  readonly gpc: boolean | null;
}

export const noConsentSeen: ObservedConsent = {
  state: 'unknown',
  isPartial: false,
  managers: [],
  signals: [],
  gpc: null,
};
