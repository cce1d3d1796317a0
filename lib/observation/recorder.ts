import type { Catalogue } from '../catalogue/catalogue';
import { BegunRequests } from './begun-requests';
import { ClosedTabs } from './closed-tabs';
import { countStep } from './count-step';
import { type DocumentLedger, createLedger, noteGap } from './document-ledger';
import { type Owner, broughtIn, findOrGuess, findOwner, isShownAnywhere, tabOf } from './find-owner';
import type { GapReason } from './observation';
import { adopt, recordNavigation } from './pending-navigation';
import type { Commit, RequestRecord, RequestStep } from './request';
import { isExtensionUrl, pageUrl } from './sample-url';
import { noteFormCommit, noteFormRequest } from './sent-forms';
import { doubtBeginning, isBeginningOf, show } from './show-document';
import { type TabLedgers, createTabLedgers, currentLedger, dropOldDocuments, maxFramesOfPage } from './tab-ledgers';
import { WaitingRequests } from './waiting-requests';
import { WorkerRequests } from './worker-requests';

/** A document that was already there when watching began. */
export type ExistingDocument = Omit<Commit, 'isPrerendered' | 'isReturn' | 'isOutermost'> &
  Partial<Pick<Commit, 'isPrerendered' | 'isOutermost'>>;

/**
 * Keeps the ledgers of all tabs, fed with neutral records in any order of arrival; knows no browser and no clock.
 *
 * `onchange` is told the tab (or the workers' ledgers) for each change, before it is made. What cannot be credited yet
 * (its document's commit has not arrived) waits in memory until `settle`.
 */
export class Recorder {
  readonly tabs = new Map<number, TabLedgers>();
  readonly workers: WorkerRequests;
  /** When what was kept could not be read: pages whose own request was not seen may have begun before; epoch ms. */
  missedAt: number | null = null;
  /** It was just started, and not all tabs have yet been asked what they show. */
  isComingBack = false;
  /** Those that have, or told it by themselves. */
  readonly #checked = new Set<number>();
  readonly waiting = new WaitingRequests();
  readonly #begun = new BegunRequests();
  readonly #closed = new ClosedTabs();

  constructor(
    readonly catalogue: Catalogue,
    readonly onchange: (tabId: number | 'workers') => void,
  ) {
    this.workers = new WorkerRequests(catalogue, onchange, this.#closed);
  }

  /** One step in the life of a request. */
  record(request: RequestRecord, step: RequestStep): void {
    // A page that an extension opened is a page like any other; what extensions send besides is their own business.
    const isNavigation = request.type === 'main_frame' && request.documentId === null;
    if (isExtensionUrl(request.url) || (isExtensionUrl(request.initiator) && !isNavigation)) return;
    if (isNavigation && request.tabId >= 0) return this.#recordNavigation(request, step);
    // Fetched ahead by the page that it names.
    if (request.type === 'main_frame' && !isNavigation) return this.record({ ...request, type: 'other' }, step);
    const known = tabOf(this.tabs, request);
    if (known === undefined && request.tabId < 0) return this.#recordWithoutTab(request, step);
    const tab = known ?? this.#tab(request.tabId);
    if (tab === null) return;
    const owner = this.#begun.get(request.requestId) ?? findOwner(tab, request);
    if (owner === 'unknown-document') {
      this.#wait(tab, request, step);
      return;
    }
    if (owner !== null) this.#count(owner, request, step);
  }

  /** A document took its place in a tab or frame; a known one (bfcache, activation) keeps its ledger. */
  commit(commit: Commit): void {
    const tab = this.#tab(commit.tabId);
    if (tab === null) return;
    this.onchange(commit.tabId);
    const isUncertain = this.isComingBack && !this.#checked.has(commit.tabId);
    const sender = noteFormCommit(this.tabs, commit);
    if (sender !== null) this.onchange(sender);
    if (commit.isOutermost) {
      const known = tab.documents[commit.documentId];
      // One taken in as "already there" while the word of its beginning was on the way was seen after all.
      const wasOnTheWay = known !== undefined && isBeginningOf(known, commit);
      if (known === undefined || wasOnTheWay) this.#beginDocument(tab, commit, true, known);
      if (known === undefined && !commit.isPrerendered) tab.isLoading = true;
      if (!commit.isPrerendered) {
        show(tab, commit.documentId, commit.at);
        this.#checked.add(commit.tabId);
      }
      // What woke the background may be that a page was shown which had begun before.
      if ((known === undefined || wasOnTheWay) && (commit.isReturn || isUncertain)) doubtBeginning(tab, commit);
      dropOldDocuments(tab);
    } else if (commit.parentDocumentId !== null || !isUncertain) {
      // A frame that names no parent is of the page shown; where that is not certain, the frame is taken in later.
      this.#beginFrame(tab, commit);
    }
    for (const { request, step } of this.waiting.takeOf(commit.documentId)) this.record(request, step);
  }

  /** A document changed its own address (history.pushState); Firefox goes on telling the first one as who asked. */
  rename(tabId: number, documentId: string, to: string): void {
    const ledger = this.tabs.get(tabId)?.documents[documentId];
    if (ledger === undefined) return;
    this.onchange(tabId);
    ledger.url = pageUrl(to);
  }

  /** The page of this tab has loaded all that it loads at first. */
  complete(tabId: number): void {
    const tab = this.#tab(tabId);
    if (tab === null) return;
    this.onchange(tabId);
    tab.isLoading = false;
  }

  /** Takes in a page whose beginning was not seen, with the reason why. */
  adoptExisting(documents: readonly ExistingDocument[], reason: GapReason): void {
    for (const document of documents) {
      const tab = this.#tab(document.tabId);
      if (tab === null) return;
      this.#checked.add(document.tabId);
      const { documentId, at, isPrerendered = false, isOutermost = document.frameId === 0 } = document;
      const isShown = isOutermost && !isPrerendered;
      if (tab.frames[documentId] !== undefined) {
        if (isShown) show(tab, documentId, at);
        continue;
      }
      this.onchange(document.tabId);
      if (!isOutermost) {
        this.#beginFrame(tab, document);
        continue;
      }
      this.#beginDocument(tab, document, false);
      if (isShown) show(tab, documentId, at);
      const ledger = tab.documents[documentId];
      if (ledger !== undefined) noteGap(ledger, { reason, at });
    }
  }

  /**
   * Call once a second or so: credits what has waited long enough for its page's commit. `now` is epoch milliseconds;
   * without it, whatever names no document has waited long enough.
   */
  settle(now = Infinity): void {
    this.workers.settle(this.tabs);
    for (const { request, step } of this.waiting.takeDue(now - patienceMs)) {
      const tab = this.#tab(request.tabId);
      const owner = this.#begun.get(request.requestId) ?? (tab === null ? null : findOrGuess(tab, request));
      if (owner === null) continue;
      this.#begun.note(request, step, owner);
      for (const ledger of owner.alsoFits === undefined ? [] : [owner.ledger, ...owner.alsoFits])
        noteGap(ledger, { reason: 'ambiguous-owner', at: request.at });
      this.#count(owner, request, step);
    }
  }

  replaceTab(from: number, to: number): void {
    const tab = this.tabs.get(from);
    if (tab === undefined) return;
    this.tabs.delete(from);
    const documents = Object.entries(tab.documents).map(([id, ledger]) => [id, { ...ledger, tabId: to }] as const);
    this.tabs.set(to, { ...tab, tabId: to, documents: Object.fromEntries(documents) });
    this.onchange(from);
    this.onchange(to);
  }

  /** `at` is epoch milliseconds. */
  removeTab(tabId: number, at = 0): void {
    this.#closed.note(tabId, this.tabs.get(tabId), at);
    this.tabs.delete(tabId);
    this.onchange(tabId);
    this.workers.sweep(this.tabs);
  }

  /** A worker's; but workers name no document, send no ping, and have not the address of a page. */
  #recordWithoutTab(request: RequestRecord, step: RequestStep): void {
    const { documentId, initiator, at, type } = request;
    const isOfClosed = this.#closed.hadPage(initiator, at) && !isShownAnywhere(this.tabs, initiator);
    if (documentId === null && type !== 'ping' && !isOfClosed) this.workers.record(request, step, this.tabs);
  }

  #recordNavigation(request: RequestRecord, step: RequestStep): void {
    const tab = this.#tab(request.tabId);
    if (tab === null) return;
    this.onchange(request.tabId);
    const sender = step.kind === 'sent' ? noteFormRequest(this.tabs, request) : null;
    if (sender !== null) this.onchange(sender);
    recordNavigation(tab, request, step, this.catalogue);
  }

  #beginDocument(tab: TabLedgers, document: ExistingDocument, seenFromStart: boolean, before?: DocumentLedger): void {
    const url = pageUrl(document.url);
    const host = /^https?:/.test(document.url) ? new URL(document.url).hostname : '';
    const { documentId, tabId, at } = document;
    const ledger = createLedger({ documentId, tabId, url, host, startedAt: at, seenFromStart });
    Object.assign(ledger.contacts, before?.contacts);
    tab.documents[documentId] = ledger;
    tab.frames[documentId] = { topDocumentId: documentId, frameId: 0, url, broughtInBy: null };
    if (seenFromStart) adopt(tab, ledger, document.url, this.catalogue);
    // Its own request was lost with a stop that this tab came through, however long ago (prerendered); more may have been.
    const wasCutOff = tab.missedAt !== null && ledger.navigationId === null && host !== '';
    if (wasCutOff) noteGap(ledger, { reason: 'background-restarted', at });
  }

  #beginFrame(
    tab: TabLedgers,
    { documentId, parentDocumentId, parentFrameId, frameId, url, at }: ExistingDocument,
  ): void {
    // A parent that is named and not known is of a page whose commit was missed: not of the one shown.
    if (parentDocumentId !== null && tab.frames[parentDocumentId] === undefined) return;
    const top = currentLedger(tab);
    const parent =
      (parentDocumentId === null ? undefined : tab.frames[parentDocumentId]) ??
      Object.values(tab.frames).findLast((one) => one.frameId === parentFrameId && one.topDocumentId === tab.current);
    const topDocumentId = parent?.topDocumentId ?? top?.documentId;
    const host = topDocumentId === undefined ? undefined : tab.documents[topDocumentId]?.host;
    if (topDocumentId === undefined || host === undefined) return;
    if (Object.keys(tab.frames).length >= maxFramesOfPage && top !== null) {
      noteGap(top, { reason: 'too-much', at });
      return;
    }
    const by = broughtIn(url, host, parent?.broughtInBy ?? null);
    tab.frames[documentId] = { topDocumentId, frameId, url: pageUrl(url), broughtInBy: by };
  }

  #count(owner: Owner, request: RequestRecord, step: RequestStep): void {
    const tab = this.#tab(owner.ledger.tabId);
    if (tab === null) return;
    this.onchange(tab.tabId);
    countStep(tab, owner, request, step, this.catalogue);
  }

  /** The tab is marked as changed: a stop of the background now would cost what waits. */
  #wait(tab: TabLedgers, request: RequestRecord, step: RequestStep): void {
    this.onchange(request.tabId);
    const ledger = currentLedger(tab);
    const hasRoom = this.waiting.add(request, step);
    if (!hasRoom && ledger !== null) noteGap(ledger, { reason: 'too-much', at: request.at });
  }

  /** `null` for a tab that was closed: what comes late from it does not open it again. */
  #tab(tabId: number): TabLedgers | null {
    const known = this.tabs.get(tabId);
    if (known !== undefined) return known;
    if (this.#closed.has(tabId)) return null;
    const fresh = { ...createTabLedgers(tabId), missedAt: this.missedAt };
    this.tabs.set(tabId, fresh);
    return fresh;
  }
}

/** How late the word of a page's beginning may come, after that of its first requests (Firefox). */
const patienceMs = 500;
