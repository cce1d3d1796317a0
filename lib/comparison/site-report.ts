import type { CloudRegion, HostingMatch, Service } from '../catalogue/catalogue';
import type { ObservedConsent } from '../consent/consent';
import type { GpcSupport } from '../consent/gpc-support';
import type {
  Access,
  Contact,
  Coverage,
  HostAlias,
  ObservedAliases,
  ObservedCookie,
  ObservedForm,
  ObservedStore,
} from '../observation/observation';
import type { OptOutReport } from '../opt-out/opt-out';
import type { PolicyState } from '../policy/policy-state';
import type { Processor, Transfer } from '../policy/schema';
import type { ReportCounts } from './report-counts';
import type { ContactEvidence, CookieEvidence } from './seen-evidence';

export const declarations = ['declared', 'named-in-text', 'not-declared', 'no-declaration'] as const;
export type Declaration = (typeof declarations)[number];

/**
 * `active`: something was sent to it, answered from the cache, the document's own headers show it, or a cookie of it
 * was set while the page was open.
 * `stopped`: the page tried and nothing left: stopped by the browser or an extension, or failed (see `failed`).
 * `not-seen` is only said where all of the page was watched and there is something to recognise it by.
 */
export const activities = ['active', 'stopped', 'not-seen', 'not-looked', 'not-observable'] as const;
export type ActivityVerdict = (typeof activities)[number];

export const transferVerdicts = [
  'stated',
  'stated-none',
  'general-clause-only',
  'not-stated',
  'nothing-said',
  'does-not-fit',
  'lapsed',
  'unknown-word',
] as const;
export type TransferVerdict = (typeof transferVerdicts)[number];

/** One destination of a declared transfer. `country` is `*` for "other countries", `null` where nothing is said. */
export interface TransferReport {
  readonly country: string | null;
  readonly certainty: string | null;
  readonly verdict: TransferVerdict;
  /** The bases as stated: of the transfer itself, or of the general clause for `general-clause-only`. */
  readonly bases: readonly string[];
  readonly adequacyDecision: string | null;
  /** A copy of the safeguards can be had, Art. 13(1)(f): the link as stated. */
  readonly documentUrl: string | null;
  /** The declaration itself, word for word; `null` where the policy is silent. */
  readonly declared: Transfer | null;
  readonly pointer: string | null;
  /** Why it does not fit or lapsed: e.g. the act and its end date. */
  readonly reason: { readonly act: string; readonly ended: string | null; readonly url: string | null } | null;
}

/** One row of "Processors and other recipients": a declared processor, or a known service that is at work undeclared. */
export interface ProcessorReport {
  /** The policy's own id, or `service:<id>` for one that is not declared. */
  readonly id: string;
  readonly name: string;
  readonly declaration: Declaration;
  readonly activity: ActivityVerdict;
  /** Catalogue id, where one is known. */
  readonly service: Service | null;
  /** The declaration; `null` for an undeclared service. */
  readonly declared: Processor | null;
  readonly pointer: string | null;
  readonly contacts: readonly Contact[];
  readonly cookies: readonly ObservedCookie[];
  readonly hosting: readonly HostingMatch[];
  /** Hosts of the site itself that are another name for one of its hosts. */
  readonly aliases?: readonly HostAlias[];
  /** Requests sent, stopped, tried and failed for another reason, and known from the cache. */
  readonly sent: number;
  readonly stopped: number;
  readonly failed: number;
  readonly listed: number;
  /** `false`: neither the catalogue nor the policy's `domains` give anything to recognise it by, so it is never `not-seen`. */
  readonly isRecognisable: boolean;
  readonly transfers: readonly TransferReport[];
  /** Seat outside the EEA (ISO code) and no transfer stated. */
  readonly seatAbroad: string | null;
  /** Other declared processors that the same evidence fits: "one of". */
  readonly sharedWith: readonly string[];
  /** All that was seen of it fits `sharedWith` as well: one of them is at work. Counted once in `counts`. */
  readonly isOnlyShared: boolean;
  /** A third party whose frame brought it in, where all contacts came from there. */
  readonly broughtInBy: string | null;
}

/** Something was sent to a host that neither the catalogue nor the policy knows. */
export interface UnidentifiedRecipient {
  /** Registrable domain, or the host where there is none. */
  readonly domain: string;
  /** A name from third-party-web, where it has one. */
  readonly name: string | null;
  readonly activity: 'active' | 'stopped';
  readonly contacts: readonly Contact[];
  readonly cookies: readonly ObservedCookie[];
  readonly sent: number;
  readonly stopped: number;
  readonly failed: number;
  readonly listed: number;
  readonly broughtInBy: string | null;
  /** This device or the local network. */
  readonly isLocal: boolean;
}

export const findingIds = [
  'undeclared-processor',
  'unidentified-recipient',
  'undeclared-cookie',
  'undeclared-storage',
  'cookie-outlives-declaration',
  'no-cookies-contradicted',
  'other-country-than-declared',
  'other-host-than-declared',
  'loads-undeclared',
  'passed-on-despite-promise',
  'measure-contradicted',
  'second-property',
  'form-sends-elsewhere',
  'not-encrypted',
  'transfer-basis-not-stated',
  'policy-invalid',
  'policy-not-found',
  'policy-does-not-cover-host',
  'link-not-https',
  'observed-before-consent',
  'observed-after-refusal',
  'opt-out-not-effective',
  'observation-incomplete',
  'transfer-basis-lapsed',
  'transfer-basis-does-not-fit',
  'recipient-abroad-no-transfer-stated',
  'information-not-stated',
  'name-differs',
  'reference-without-target',
  'text-and-file-differ',
  'declared-never-seen',
] as const;
export type FindingId = (typeof findingIds)[number];

export interface Finding {
  readonly id: FindingId;
  /** Stable within one report: `<id>:<subject>`. */
  readonly key: string;
  readonly severity: 'note' | 'warning' | 'error';
  /** Who or what it is about: a processor id, a domain, a cookie name, a URL. */
  readonly subject: string;
  /** JSON pointer into the published file; `null` where the policy says nothing to point at. */
  readonly pointer: string | null;
  /** The policy's own words, where it has some. */
  readonly quote: string | null;
  readonly evidence: readonly Evidence[];
}

export type Evidence =
  | ContactEvidence
  | CookieEvidence
  /** Of its names only those that the finding is about. */
  | { readonly kind: 'store'; readonly store: ObservedStore }
  | { readonly kind: 'form'; readonly form: ObservedForm }
  /** A region with its country, and the host name or alias that it was read from. */
  | {
      readonly kind: 'region';
      readonly region: CloudRegion & { readonly country: string };
      readonly readFrom: string;
    }
  /** Where the policy says that data is kept, ISO codes. */
  | { readonly kind: 'declared-countries'; readonly countries: readonly string[] }
  /** How long the policy says that a cookie lasts; 0 ends with the visit. */
  | { readonly kind: 'declared-lifetime'; readonly seconds: number }
  /** What was read of a header, of a list or of the file, as it stands. */
  | { readonly kind: 'text'; readonly text: string }
  /** Another place of the policy that bears on it. */
  | { readonly kind: 'declaration'; readonly text: string; readonly pointer: string }
  /** An earlier walk through the site; epoch milliseconds. */
  | { readonly kind: 'run'; readonly startedAt: number; readonly pages: number }
  /** Why the finding may not hold. */
  | { readonly kind: 'doubt'; readonly doubt: Doubt };

export const doubts = ['unread-entries', 'claimed-as-own', 'told-by-google'] as const;
export type Doubt = (typeof doubts)[number];

export interface SiteReport {
  readonly format: 1;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  readonly site: {
    readonly url: string;
    readonly host: string;
    readonly registrableDomain: string | null;
    readonly isPrivate: boolean;
  };
  readonly policy: PolicyState;
  /** What Candor may see now; `coverage` says what it saw of this page. */
  readonly access: Access;
  readonly coverage: Coverage;
  /** Active first; then stopped, not seen, not looked, not observable. */
  readonly processors: readonly ProcessorReport[];
  readonly unidentified: readonly UnidentifiedRecipient[];
  /** Requests to the site itself: no recipients. With the rows above, every contact of the observation. */
  readonly ownContacts: readonly Contact[];
  /** The site's own cookies that nothing else claims. */
  readonly ownCookies: readonly ObservedCookie[];
  /** Cookies of third parties that no row above claims. */
  readonly otherCookies: readonly ObservedCookie[];
  /** Transfers as stated for the controller's own processing, by activity id. */
  readonly activityTransfers: Readonly<Record<string, readonly TransferReport[]>>;
  readonly cookiesRead: boolean;
  /** The browser does not store what is seen: see `Observation`. */
  readonly isStorageFailing: boolean;
  /** From workers of this site, not told which page: see `Observation`. */
  readonly workerContacts: readonly WorkerContact[];
  readonly consent: ObservedConsent;
  /** What the site says of Global Privacy Control; absent where it says nothing or was not asked. */
  readonly gpcSupport?: GpcSupport;
  readonly forms: readonly ObservedForm[];
  readonly formsRead: boolean;
  /** `null` where nobody asked to look. */
  readonly stores: readonly ObservedStore[] | null;
  /** See `Observation`: absent where nobody asked. */
  readonly aliases?: ObservedAliases;
  /** `null` where nothing is known of it (an imported file). */
  readonly optOut: OptOutReport | null;
  readonly findings: readonly Finding[];
  readonly counts: ReportCounts;
  readonly catalogueAsOf: string;
  readonly cut: { readonly contacts: number; readonly cookies: number };
}

/** A contact with the name of its service, since no row of the report gives it one; `null` where it is not known. */
export interface WorkerContact extends Contact {
  readonly serviceName: string | null;
}

/** What a tab shows: a report, or the reason why there is none. */
export type TabReport =
  | { readonly kind: 'report'; readonly report: SiteReport }
  | { readonly kind: 'no-page'; readonly reason: 'browser-page' | 'no-tab' | 'file' | 'private-window-not-allowed' };
