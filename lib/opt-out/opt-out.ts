/** How much of Google Analytics is kept from leaving: nothing, its hits, or the tag as well. */
export const blockings = ['none', 'hits', 'hits-and-tag'] as const;
export type Blocking = (typeof blockings)[number];

/** What a person has chosen about Google Analytics; plain JSON under one key of `storage.local`. */
export interface OptOutChoices {
  readonly everywhere: boolean;
  /** Of the switch for all sites. */
  readonly blockingEverywhere: Blocking;
  /** By site (registrable domain, or host where there is none); subdomains belong to it. */
  readonly sites: Readonly<Record<string, SiteChoice>>;
}

/** `allowed` is "not here": an exception to the switch for all sites. */
export interface SiteChoice {
  readonly analytics: 'off' | 'allowed';
  readonly blocking: Blocking;
}

/** What the popup may ask to change, for the site of one tab. */
export type OptOutChange =
  /** While the switch for all sites is on, `false` makes this site an exception and `true` ends that. */
  | { readonly kind: 'site'; readonly isOn: boolean }
  | { readonly kind: 'everywhere'; readonly isOn: boolean }
  /** Of whatever switch holds here. */
  | { readonly kind: 'blocking'; readonly level: Blocking }
  /** Takes the cookies of Google Analytics of this site out of every jar they are in. */
  | { readonly kind: 'delete-cookies' };

/** What went wrong in switching. */
export const optOutFaults = ['no-permission', 'script', 'cookie', 'blocking', 'storage', 'deletion'] as const;
export type OptOutFault = (typeof optOutFaults)[number];

/** Why hits still leave. */
export const leakReasons = ['own-host', 'foreign-frame', 'worker', 'other-product', 'unknown'] as const;
export type LeakReason = (typeof leakReasons)[number];

export interface Leak {
  readonly reason: LeakReason;
  readonly hits: number;
  /** Where they went. */
  readonly host: string;
  /** The third party whose frame sent them; `null` for the page itself. */
  readonly frame: string | null;
}

/** What is known of the opt-out on one page: from the choice to the proof. */
export type OptOutProof =
  /** `hits` were counted on this page; `hasTag`: a tag of Google Analytics was loaded or tried. */
  | { readonly kind: 'off'; readonly hits: number; readonly hasTag: boolean }
  /** It could not be switched on, or not wholly: see `faults`. */
  | { readonly kind: 'not-switched' }
  /** The page began before the switch was on. */
  | { readonly kind: 'reload-to-prove' }
  /** Not all that this page did was seen. */
  | { readonly kind: 'cannot-tell' }
  /** No tag and no hit was seen. */
  | { readonly kind: 'nothing-to-prove' }
  /**
   * It tried and no hit left since `since`, epoch milliseconds. `tag`: it was loaded, kept from loading, or is one that
   * cannot be told from the page's other scripts.
   */
  | { readonly kind: 'proven'; readonly since: number; readonly tag: 'loaded' | 'stopped' | 'not-seen' }
  | { readonly kind: 'not-effective'; readonly hits: number; readonly leaks: readonly Leak[] };

/** A cookie of Google Analytics that can be deleted. No value. */
export interface DeletableCookie {
  readonly name: string;
  readonly domain: string;
  /** The site whose partition it is in; `null` for none. */
  readonly partition: string | null;
}

/** The opt-out from Google Analytics as it stands on one page. */
export interface OptOutReport {
  /** What the switch is for: the registrable domain, or the host where there is none. */
  readonly site: string;
  /** Whether the switch can be used here, and why not. */
  readonly use: 'possible' | 'private-window' | 'no-permission';
  /** What holds on this page. */
  readonly on: 'site' | 'everywhere' | null;
  readonly everywhere: boolean;
  /** The switch for all sites is on, but not here. */
  readonly isException: boolean;
  /** In force on this page. */
  readonly blocking: Blocking;
  /** Requests kept back by blocking on this page, as far as the browser tells. */
  readonly held: number;
  /** Measurement ids known from the policy, the traffic and the page: `G-…`, `UA-…-n`. */
  readonly ids: readonly string[];
  /** Of `ids`, those whose opt-out cookie was read back from the jar. */
  readonly cookieIds: readonly string[];
  readonly proof: OptOutProof;
  readonly deletable: readonly DeletableCookie[];
  readonly faults: readonly OptOutFault[];
}
