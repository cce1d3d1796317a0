import type { HostingMatch } from '../catalogue/catalogue';
import type { ConsentState, ObservedConsent } from '../consent/consent';

/** Request types as webRequest names them, reduced to those both browsers know. */
export const requestTypes = [
  'main_frame',
  'sub_frame',
  'script',
  'stylesheet',
  'image',
  'font',
  'media',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'websocket',
  'webtransport',
  'other',
] as const;
export type RequestType = (typeof requestTypes)[number];

/** Why a ledger may hold less than the page did. */
export const gapReasons = [
  'opened-before-candor',
  'background-restarted',
  'no-permission',
  'no-permission-elsewhere',
  'browser-keeps-away',
  'private-window-not-allowed',
  'too-much',
  'timing-full',
  'storage-failed',
  'ambiguous-owner',
  'worker-unassigned',
  'imported-har',
  'imported-evidence',
] as const;
export type GapReason = (typeof gapReasons)[number];

export interface Gap {
  readonly reason: GapReason;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What this browser lets Candor see now. `this-site`: this page's own requests, but none to other hosts. */
export const accessKinds = ['all', 'this-site', 'none'] as const;
export type Access = (typeof accessKinds)[number];

/** `all`: watched from its first request on. `part`: something is or may be missing. `none`: could not look. */
export type Coverage =
  | { readonly kind: 'all'; readonly since: number }
  | { readonly kind: 'part'; readonly since: number; readonly gaps: readonly Gap[] }
  | { readonly kind: 'none'; readonly gaps: readonly Gap[] };

/**
 * What one document sent to one host, for one catalogue rule, from one place.
 * Counts are of requests; a redirect counts once for each hop.
 */
export interface Contact {
  readonly host: string;
  /** The catalogue rule that matched the URLs, `null` where none did. */
  readonly rule: string | null;
  readonly service: string | null;
  readonly party: 'first-party' | 'third-party';
  /** Registrable domain or host of the third party's frame that started it; `null` for the page and its own frames. */
  readonly broughtInBy: string | null;
  /** `worker`: asked for by a worker that names no page, and told to this one because no other fits. */
  readonly startedBy: 'page' | 'worker';
  /** Went out: `onSendHeaders` was seen. Only this makes a service active. */
  readonly sent: number;
  /** The page tried, and this browser or an extension stopped it before it left. */
  readonly stopped: number;
  /** Went out or was tried and failed for another reason (DNS, connection, timeout). */
  readonly failed: number;
  /** Known from the page's resource timing only: answered from the memory cache, or missed by us. */
  readonly listed: number;
  readonly types: Readonly<Partial<Record<RequestType, number>>>;
  readonly firstAt: number;
  readonly lastAt: number;
  /** A few URLs, scheme to path plus the names of query members: values never. */
  readonly samples: readonly string[];
  /** Hosts it was redirected to. */
  readonly redirectedTo: readonly string[];
  /** Browser error names with their counts, e.g. `net::ERR_BLOCKED_BY_CLIENT`. */
  readonly errors: Readonly<Record<string, number>>;
  /** Property ids seen in the query where the rule names the member (`G-…`, `GTM-…`). */
  readonly propertyIds: readonly string[];
  /** At least one request went over http. */
  readonly unencrypted: boolean;
  /** Of `sent`: how many at which state of consent. Absent is 0. */
  readonly byConsent: Readonly<Partial<Record<ConsentState, number>>>;
  /** Of `byConsent`: hits that say of themselves that storage is denied (Google's `gcs=G100`): no cookie, data all the same. */
  readonly cookieless: Readonly<Partial<Record<ConsentState, number>>>;
  /** Requests whose URL held what looks like an e-mail address, which is not kept. */
  readonly emailsInUrl: number;
}

/** Where a form of the page sends what is typed into it, or was seen to send it. Never a field's name or value. */
export interface ObservedForm {
  /** Host that gets it. */
  readonly host: string;
  readonly party: 'first-party' | 'third-party';
  readonly isEncrypted: boolean;
  readonly method: 'get' | 'post';
  /** Third party in whose frame the form is; `null` for the page and its own frames. */
  readonly frameOf: string | null;
  /** Forms of this kind found in the page when it was last looked into. */
  readonly inPage: number;
  /** Times one was seen being sent. */
  readonly sent: number;
}

export const storeKinds = ['local-storage', 'session-storage', 'indexed-db', 'cache-storage'] as const;

/** Names of what a page or frame keeps in one of its stores. Never a value. */
export interface ObservedStore {
  readonly kind: (typeof storeKinds)[number];
  /** Origin that it belongs to. */
  readonly origin: string;
  readonly party: 'first-party' | 'third-party';
  readonly keys: readonly string[];
  /** How many more there are than `keys` names. */
  readonly more: number;
}

/** Another name of a host of the site itself, on another registrable domain, as the name service gave it. */
export interface HostAlias {
  readonly host: string;
  readonly name: string;
}

/** What asking for other names of the site's own hosts brought. */
export interface ObservedAliases {
  readonly found: readonly HostAlias[];
  /** Hosts that answered with no name of another domain. */
  readonly without: number;
  /** Hosts that were not asked for, or gave no answer in time. */
  readonly unanswered: number;
}

/** A cookie that this document could see set or that sits in the jar for it. Never a value. */
export interface ObservedCookie {
  readonly name: string;
  /** Host it sits on, no leading dot. */
  readonly domain: string;
  readonly path: string;
  readonly hostOnly: boolean;
  readonly party: 'first-party' | 'third-party';
  /** `http`: a Set-Cookie of this document's requests. `script`: appeared while the page ran. `earlier`: was there before. */
  readonly setBy: 'http' | 'script' | 'earlier';
  /** Host of the request that set it, for `http`. */
  readonly setByHost?: string;
  /** Lifetime when set or, where that was not seen, what is left of it; `null` is a session cookie. */
  readonly lifetimeSeconds: number | null;
  /** The lifetime is what is stored (browsers cap it at 400 days), not what was sent. */
  readonly lifetimeIsStored: boolean;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'none' | 'lax' | 'strict' | 'unspecified';
  /** The site whose partition it is in. */
  readonly partition: string | null;
  /** It was there while the page was open, and went. */
  readonly deleted: boolean;
  /** Why it went, where that is known. */
  readonly removedBy?: 'deletion' | 'expiry' | 'eviction';
  /** An answer asked to set it, and the browser's jar does not hold it: it was refused (a blocked third party, a broken rule). */
  readonly notKept?: true;
  /** How often it was set anew while the page was open, after the first time. */
  readonly overwritten: number;
  /** State of consent when it was set; `unknown` for one that was there before. */
  readonly consent: ConsentState;
}

/** All that was seen of one document; plain JSON. What `compare` reads. */
export interface Observation {
  /** `null` where the browser gave none, e.g. before the first commit. */
  readonly documentId: string | null;
  readonly tabId: number;
  /** The document's URL without query values and fragment. */
  readonly url: string;
  readonly host: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly isPrivate: boolean;
  readonly access: Access;
  readonly coverage: Coverage;
  readonly contacts: readonly Contact[];
  readonly cookies: readonly ObservedCookie[];
  /** Whether the cookie jar could be read for this document. */
  readonly cookiesRead: boolean;
  readonly hosting: readonly HostingMatch[];
  /** Whether the document's own response headers were seen; where not, an empty `hosting` says nothing. */
  readonly headersSeen: boolean;
  /** What was seen lies in memory alone: the browser does not store it, so a stop of ours would cost it. */
  readonly isStorageFailing: boolean;
  /** What workers of this site sent that fits more than one open page, or none: not counted in `contacts`. */
  readonly workerContacts: readonly Contact[];
  readonly consent: ObservedConsent;
  readonly forms: readonly ObservedForm[];
  /** Whether the page and its frames were looked into for forms. */
  readonly formsRead: boolean;
  /** Names in the page's web storage; `null` where nobody asked to look. */
  readonly stores: readonly ObservedStore[] | null;
  /** Absent where nobody asked: this browser cannot, or its owner does not want it. */
  readonly aliases?: ObservedAliases;
  /** How many contacts, samples or cookies were cut by size limits. */
  readonly cut: { readonly contacts: number; readonly cookies: number };
  /** The last request's time; `null` where none was seen. */
  readonly lastAt: number | null;
}
