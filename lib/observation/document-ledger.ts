import type { HostingMatch } from '../catalogue/catalogue';
import { type ObservedConsent, noConsentSeen } from '../consent/consent';
import { type ConsentBook, emptyConsentBook } from './consent-book';
import type { CookieFacts } from './cookie-facts';
import type { Contact, Gap, ObservedForm } from './observation';

/** Lets the ledger count in place; what leaves it is read-only. */
export type Counting<T> = { -readonly [K in keyof T]: T[K] };

/** All that is kept of one top document, its frames included; plain JSON, so that it can be stored as it is. */
export interface DocumentLedger {
  readonly documentId: string;
  readonly tabId: number;
  url: string;
  readonly host: string;
  readonly startedAt: number;
  /** Its commit was seen: every request since then is in here, unless a gap says otherwise. */
  seenFromStart: boolean;
  /** When the tab began to show it, again and again, epoch milliseconds; see `showings.ts`. */
  shownFrom: readonly number[];
  gaps: Gap[];
  readonly contacts: Record<string, Counting<Contact>>;
  /** By `cookieKey`; `observedCookies` makes of them what is told. */
  readonly cookies: Record<string, CookieFacts>;
  consent: ObservedConsent;
  readonly consentBook: ConsentBook;
  readonly forms: Record<string, Counting<ObservedForm>>;
  formsRead: boolean;
  hosting: readonly HostingMatch[];
  /** The request that brought the document itself; `null` where none was seen (service worker, taken in later). */
  navigationId: string | null;
  /** The headers of the document itself were seen: only then does "no hosting found" mean that none was there. */
  headersSeen: boolean;
  /** The main response's `Link` header, where it names a privacy policy. */
  linkHeader: string | null;
  lastAt: number | null;
  cutContacts: number;
  /** Which hosts `cutContacts` counts; see `cut-marks.ts`. */
  cutContactMarks: string;
  cutCookies: number;
  /** Which cookies `cutCookies` counts; see `cut-marks.ts`. */
  cutCookieMarks: string;
}

/** Size limits of one document's ledger; what is past them is counted, not kept. */
export const ledgerLimits = { contacts: 600, cookies: 300, samples: 3, redirects: 5, ids: 5, errors: 5 } as const;

export function createLedger(
  about: Pick<DocumentLedger, 'documentId' | 'tabId' | 'url' | 'host' | 'startedAt' | 'seenFromStart'>,
): DocumentLedger {
  return {
    ...about,
    shownFrom: [],
    gaps: [],
    contacts: {},
    cookies: {},
    consent: noConsentSeen,
    consentBook: emptyConsentBook(),
    forms: {},
    formsRead: false,
    hosting: [],
    navigationId: null,
    headersSeen: false,
    linkHeader: null,
    lastAt: null,
    cutContacts: 0,
    cutContactMarks: '',
    cutCookies: 0,
    cutCookieMarks: '',
  };
}

/** Notes why this ledger may hold less than the page did; one entry for each reason. */
export function noteGap(ledger: DocumentLedger, gap: Gap): void {
  if (!ledger.gaps.some(({ reason }) => reason === gap.reason)) ledger.gaps.push(gap);
}
