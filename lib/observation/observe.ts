import { observedCookies } from './observed-cookies';
import { currentLedger, type TabLedgers } from './tab-ledgers';
import type { DocumentLedger } from './document-ledger';
import type {
  Access,
  Contact,
  Coverage,
  Gap,
  Observation,
  ObservedAliases,
  ObservedCookie,
  ObservedStore,
} from './observation';

/** What was learned of the tab besides its ledger, at the moment a report is made. */
export interface Surroundings {
  readonly isPrivate: boolean;
  readonly access: Access;
  /** Cookies of the jar that concern the page; `null` where the jar could not be read. */
  readonly jar: readonly ObservedCookie[] | null;
  /** See `JarReading.completeAt`. */
  readonly jarCompleteAt?: number | null;
  /** Reasons that hold for the whole browser now, e.g. `no-permission`. */
  readonly gaps: readonly Gap[];
  /** See `Observation`. */
  readonly isStorageFailing?: boolean;
  /** See `Observation.workerContacts`. */
  readonly workerContacts?: readonly Contact[];
  /** See `Observation.stores`. */
  readonly stores?: readonly ObservedStore[] | null;
  /** See `Observation.aliases`. */
  readonly aliases?: ObservedAliases | null;
}

/** The observation of the page that the tab shows; `null` where nothing is known of any page there. */
export function observe(tab: TabLedgers, around: Surroundings): Observation | null {
  const ledger = currentLedger(tab);
  return ledger === null ? null : observeDocument(ledger, around);
}

/** The observation of one page, shown or left. */
export function observeDocument(ledger: DocumentLedger, around: Surroundings): Observation {
  const { isPrivate, access, jar, gaps, isStorageFailing = false } = around;
  const { workerContacts = [], stores = null, aliases = null } = around;
  const reading = jar === null ? null : { cookies: jar, completeAt: around.jarCompleteAt ?? null };
  const { cookies, cut: cutCookies } = observedCookies(ledger, reading);
  const { documentId, tabId, url, host, startedAt, hosting, headersSeen, lastAt } = ledger;
  return {
    documentId,
    tabId,
    url,
    host,
    startedAt,
    isPrivate,
    access,
    coverage: coverageOf(ledger, gaps),
    contacts: Object.values(ledger.contacts),
    cookies,
    cookiesRead: jar !== null,
    hosting,
    headersSeen,
    isStorageFailing,
    workerContacts,
    consent: ledger.consent,
    forms: Object.values(ledger.forms),
    formsRead: ledger.formsRead,
    stores,
    ...(aliases !== null && { aliases }),
    cut: { contacts: ledger.cutContacts, cookies: ledger.cutCookies + cutCookies },
    lastAt,
  };
}

/** How much of the page its ledger holds. What began before watching and has no entry since was not looked at. */
export function coverageOf(ledger: DocumentLedger, more: readonly Gap[]): Coverage {
  const gaps = [...ledger.gaps, ...more];
  const cut = ledger.cutContacts + ledger.cutCookies > 0;
  if (cut && !gaps.some(({ reason }) => reason === 'too-much'))
    gaps.push({ reason: 'too-much', at: ledger.lastAt ?? ledger.startedAt });
  if (gaps.length === 0) return { kind: 'all', since: ledger.startedAt };
  const sawNothing = Object.keys(ledger.contacts).length === 0;
  const isBlind = gaps.some(({ reason }) => reason === 'no-permission' || reason === 'browser-keeps-away');
  if ((!ledger.seenFromStart || isBlind) && sawNothing) return { kind: 'none', gaps };
  return { kind: 'part', since: ledger.startedAt, gaps };
}
