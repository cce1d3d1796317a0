import type { Policy } from './schema';

export const issueCodes = [
  'not-json',
  'too-large',
  'too-deep',
  'not-an-object',
  'not-a-policy',
  'unsupported-version',
  'missing',
  'invalid',
  'unknown-word',
  'covers-public-suffix',
  'duplicate-id',
  'unknown-reference',
] as const;
export type IssueCode = (typeof issueCodes)[number];

export interface PolicyIssue {
  readonly severity: 'error' | 'warning';
  /** JSON pointer into the published file, `''` for the whole. */
  readonly path: string;
  readonly code: IssueCode;
  /** English, for logs and authors; people are shown words made from `code`. */
  readonly message: string;
  /** The word or value as it stands, cut to 100 characters, where that helps. */
  readonly found?: string;
}

/** `draft`: not published, given by a tester to try it. */
export type DiscoveryWay = 'link' | 'header' | 'well-known' | 'draft';

/** Why a fetch gave no file; `page-not-read`: nobody could ask the page which files it names. */
export const fetchFailures = [
  'not-found',
  'html-instead',
  'wrong-type',
  'too-large',
  'timed-out',
  'redirected',
  'network',
  'server-error',
  'other-site',
  'not-https',
  'ip-address',
  'page-not-read',
] as const;
export type FetchFailure = (typeof fetchFailures)[number];

export interface PolicyAttempt {
  readonly way: DiscoveryWay;
  readonly url: string;
  readonly failure: FetchFailure | 'invalid';
  /** HTTP status where there was one. */
  readonly status?: number;
}

export interface ReadPolicy {
  readonly policy: Policy;
  readonly issues: readonly PolicyIssue[];
  /** Where parts of an array could not be read: array pointer in `policy` → positions in the published file. */
  readonly positions: Readonly<Record<string, readonly number[]>>;
}

/** What is known of this site's declaration. Not knowing has its own kinds. */
export type PolicyState =
  | { readonly kind: 'not-looked' }
  | { readonly kind: 'looking' }
  | ({
      readonly kind: 'read';
      readonly url: string;
      readonly way: DiscoveryWay;
      /** Epoch milliseconds. */
      readonly fetchedAt: number;
      readonly sha256: string;
      /** Other hits tried before this one, and a differing well-known file. */
      readonly attempts: readonly PolicyAttempt[];
      readonly applies: PolicyApplies;
      /** A second file (well-known) exists and differs from the one shown. */
      readonly differsFrom: string | null;
    } & ReadPolicy)
  | {
      readonly kind: 'broken';
      readonly url: string;
      readonly way: DiscoveryWay;
      readonly fetchedAt: number;
      readonly issues: readonly PolicyIssue[];
      readonly attempts: readonly PolicyAttempt[];
    }
  /** Every step answered "nothing there". */
  | { readonly kind: 'none'; readonly attempts: readonly PolicyAttempt[]; readonly checkedAt: number }
  /** At least one step could not be asked: that is not "none". */
  | { readonly kind: 'not-fetched'; readonly attempts: readonly PolicyAttempt[]; readonly checkedAt: number };

export type PolicyApplies = 'yes' | 'not-this-host' | 'draft' | 'superseded' | 'not-yet-valid';
