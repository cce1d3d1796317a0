import type { Catalogue } from '../catalogue/catalogue';
import type { Contact } from './observation';
import { ClosedTabs } from './closed-tabs';
import { type Counting, type DocumentLedger, ledgerLimits, noteGap } from './document-ledger';
import { documentsAlive, hasUnknownPast, mayBeOfLeftFrame, originOf } from './documents-alive';
import { broughtIn } from './find-owner';
import { countConsent } from './record-consent';
import { addTo, contactFor, countFailure, countSent } from './record-contact';
import { recordCookies } from './record-cookies';
import type { RequestRecord, RequestStep } from './request';
import { shownAt } from './showings';
import { type TabLedgers, currentLedger } from './tab-ledgers';

/** What workers of one origin sent that fits no single page. Lives as long as a page or frame of that origin is open. */
export interface WorkerLedger {
  readonly host: string;
  readonly contacts: Record<string, Counting<Contact>>;
  cutContacts: number;
  cutContactMarks: string;
}

/** Plain JSON under one key of session storage; `isBusy` as in `TabLedgers`. */
export interface WorkerLedgers {
  readonly format: typeof workerFormat;
  readonly origins: Record<string, WorkerLedger>;
  /** Origins whose workers sent something last, so that a stop tells which pages may have lost it. */
  recent: readonly string[];
  isBusy: boolean;
}

export const workerFormat = 2;
const mostOrigins = 50;
const mostWaiting = 2000;
const mostAssigned = 500;
const mostRecent = 20;

interface Waiting {
  readonly request: RequestRecord;
  readonly steps: RequestStep[];
  /** Pages of its origin when it was heard of: one may be closed before it is given to anyone. */
  readonly fitting: readonly string[];
  isDue: boolean;
}

/**
 * Requests of service workers and other workers, which name no tab.
 *
 * Each waits for a while, because the page that it is for may not have taken its place yet. Then it goes to the one
 * open page of its origin (as its top document or a frame); where several fit, to a ledger of the origin's own.
 */
export class WorkerRequests {
  readonly ledgers: WorkerLedgers = { format: workerFormat, origins: {}, recent: [], isBusy: false };
  readonly #waiting = new Map<string, Waiting>();
  /** Where the later steps of a request go. */
  readonly #assigned = new Map<string, { readonly place: DocumentLedger | WorkerLedger; wasSent: boolean }>();

  constructor(
    readonly catalogue: Catalogue,
    readonly onchange: (tabId: number | 'workers') => void,
    readonly closed = new ClosedTabs(),
  ) {}

  record(request: RequestRecord, step: RequestStep, tabs: ReadonlyMap<number, TabLedgers>): void {
    const origin = originOf(request.initiator);
    if (origin === null) return; // the browser's own
    this.ledgers.recent = [origin, ...this.ledgers.recent.filter((one) => one !== origin)].slice(0, mostRecent);
    this.onchange('workers');
    const isAssigned = this.#assigned.has(request.requestId);
    const waiting = this.#waiting.get(request.requestId);
    if (isAssigned) this.#count(request, step);
    else if (waiting !== undefined) waiting.steps.push(step);
    else if (this.#waiting.size < mostWaiting) {
      const fitting = documentsAlive(tabs, origin, request.at).map(({ documentId }) => documentId);
      this.#waiting.set(request.requestId, { request, steps: [step], fitting, isDue: false });
    }
  }

  /** Gives what has waited since the call before to whom it fits. */
  settle(tabs: ReadonlyMap<number, TabLedgers>): void {
    for (const [requestId, one] of this.#waiting) {
      if (!one.isDue) {
        one.isDue = true;
        continue;
      }
      this.#waiting.delete(requestId);
      const place = this.#placeOf(one, tabs);
      if (place === null) continue;
      this.#assigned.set(requestId, { place, wasSent: false });
      for (const step of one.steps) this.#count(one.request, step);
    }
    const [oldest] = this.#assigned.keys();
    if (this.#assigned.size > mostAssigned && oldest !== undefined) this.#assigned.delete(oldest);
  }

  /** Forgets origins that no open page has any more. */
  sweep(tabs: ReadonlyMap<number, TabLedgers>): void {
    for (const origin of Object.keys(this.ledgers.origins)) {
      if (documentsAlive(tabs, origin, Infinity).length > 0) continue;
      this.onchange('workers');
      delete this.ledgers.origins[origin];
    }
  }

  /** What may be this page's: of the origins of the page and its frames, since the page began. */
  contactsFor(tab: TabLedgers, ledger: DocumentLedger): readonly Contact[] {
    const frames = Object.values(tab.frames).filter(({ topDocumentId }) => topDocumentId === ledger.documentId);
    const origins = new Set([ledger, ...frames].map(({ url }) => originOf(url)));
    return Object.entries(this.ledgers.origins)
      .filter(([origin]) => origins.has(origin))
      .flatMap(([, { contacts }]) => Object.values(contacts))
      .filter(({ lastAt }) => lastAt >= ledger.startedAt);
  }

  #placeOf(
    { request, fitting: heard }: Waiting,
    tabs: ReadonlyMap<number, TabLedgers>,
  ): DocumentLedger | WorkerLedger | null {
    const origin = originOf(request.initiator);
    if (origin === null) return null;
    const fitting = documentsAlive(tabs, origin, request.at);
    const [only] = fitting;
    if (only === undefined) return null; // sent after its last page was closed: no page's
    // One that took its place later may be another than the one that it was for.
    const tab = tabs.get(only.tabId);
    const wasShown = tab !== undefined && shownAt(tab, request.at) === only && isEndKnown(tab, only);
    const isAlone = fitting.length === 1 && heard.every((id) => id === only.documentId);
    const mayBeOfUnknown = hasUnknownPast(tabs, request.at);
    const mayBeOfLeft = this.closed.mayHaveSent(origin, request.at) || mayBeOfLeftFrame(tabs, origin, request.at);
    if (isAlone && wasShown && !mayBeOfLeft && !mayBeOfUnknown) return only;
    const ledger = this.#ledgerOf(origin);
    const isOwn = URL.canParse(request.url) && new URL(request.url).hostname === ledger?.host;
    if (!isOwn) {
      for (const one of fitting) {
        this.onchange(one.tabId);
        noteGap(one, { reason: 'worker-unassigned', at: request.at });
      }
    }
    return ledger;
  }

  #ledgerOf(origin: string): WorkerLedger | null {
    const known = this.ledgers.origins[origin];
    if (known !== undefined) return known;
    if (Object.keys(this.ledgers.origins).length >= mostOrigins) return null;
    const fresh = { host: new URL(origin).hostname, contacts: {}, cutContacts: 0, cutContactMarks: '' };
    this.ledgers.origins[origin] = fresh;
    return fresh;
  }

  #count(request: RequestRecord, step: RequestStep): void {
    const flight = this.#assigned.get(request.requestId);
    if (flight === undefined) return;
    const { place } = flight;
    this.onchange('tabId' in place ? place.tabId : 'workers');
    if (step.kind === 'headers') {
      if ('cookies' in place) recordCookies(place, request.url, step.headers, request.at);
      return;
    }
    if (step.kind === 'completed' || step.kind === 'failed') this.#assigned.delete(request.requestId);
    if (step.kind === 'completed') return;
    const by = broughtIn(request.initiator ?? '', place.host, null);
    const contact = contactFor(place, request, by, this.catalogue, 'worker');
    if (contact === null) return;
    if (step.kind === 'sent') {
      flight.wasSent = true;
      countSent(contact, request, this.catalogue);
      if ('consent' in place) countConsent(place, contact, request, contact.service);
    } else if (step.kind === 'redirected') {
      const to = URL.canParse(step.to) ? new URL(step.to).hostname : '';
      contact.redirectedTo = addTo(contact.redirectedTo, to, ledgerLimits.redirects);
    } else {
      countFailure(contact, request, { error: step.error, wasSent: flight.wasSent }, this.catalogue);
    }
  }
}

/** It is still shown, or its successor's beginning was seen: it was not left unseen before. */
function isEndKnown(tab: TabLedgers, ledger: DocumentLedger): boolean {
  const shown = currentLedger(tab);
  return shown === ledger || shown?.seenFromStart === true;
}
