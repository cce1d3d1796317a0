import type { Catalogue } from '../catalogue/catalogue';
import { compare } from '../comparison/compare';
import type { TabReport } from '../comparison/site-report';
import { mergeTiming } from '../observation/merge-timing';
import { noteFormsInPage } from '../observation/record-forms';
import { type DocumentLedger, noteGap } from '../observation/document-ledger';
import type { Access, GapReason, Observation } from '../observation/observation';
import { observe, observeDocument } from '../observation/observe';
import type { Recorder } from '../observation/recorder';
import { pageUrl } from '../observation/sample-url';
import { type TabLedgers, currentLedger } from '../observation/tab-ledgers';
import { inForce } from '../opt-out/choices';
import type { OptOutChange } from '../opt-out/opt-out';
import { siteOf } from '../opt-out/opt-out-report';
import { type Tabs, browser } from './api';
import { ConsentService } from './consent-service';
import { readJar } from './cookie-jar';
import type { OptOutPage, OptOutService } from './opt-out-service';
import { GpcSupportService } from './gpc-support';
import { readTiming } from './page-reader';
import { readForms } from './read-forms';
import { readStores } from './read-stores';
import { StoresService } from './stores-service';
import type { PolicyService } from './policy-service';
import type { AliasService } from './resolve-cname';
import { existingDocuments } from './watch-navigation';

/** Makes the one report of a tab from all that is known of it now. */
export class ReportService {
  constructor(
    readonly recorder: Recorder,
    readonly policies: PolicyService,
    readonly catalogue: Catalogue,
    readonly isStorageFailing: () => boolean,
    readonly names: AliasService,
    readonly optOut: OptOutService,
    readonly stores = new StoresService(readStores),
    readonly consent = new ConsentService(recorder),
    readonly gpcSupport = new GpcSupportService(),
  ) {}

  /** The report as things stand; asks the site for nothing. */
  async make(tabId: number): Promise<TabReport> {
    const page = await this.#pageOf(tabId);
    if ('reason' in page) return { kind: 'no-page', reason: page.reason };
    const observation = await this.#observe(page);
    const policy = this.policies.known(page.ledger.documentId);
    const optOut = this.optOut.factsFor(this.#optOutPage(page));
    const report = compare(policy, observation, this.catalogue, Date.now(), { optOut });
    const gpcSupport = page.tab.incognito ? null : this.gpcSupport.known(page.ledger.url);
    return { kind: 'report', report: gpcSupport === null ? report : { ...report, gpcSupport } };
  }

  /** Changes what is done about Google Analytics on the site of the page in the tab. */
  async changeOptOut(tabId: number, change: OptOutChange): Promise<void> {
    const page = await this.#pageOf(tabId);
    if ('reason' in page) return;
    const policy = this.policies.known(page.ledger.documentId);
    await this.optOut.change(this.#optOutPage(page), change, await this.#observe(page), policy);
  }

  /** Looks into the page for what the opt-out needs to know of it, and asks the site what it says of GPC. */
  async lookAtOptOut(tabId: number): Promise<void> {
    const page = await this.#pageOf(tabId);
    if ('reason' in page) return;
    if (!page.tab.incognito) await this.gpcSupport.look(page.ledger.url);
    const policy = this.policies.known(page.ledger.documentId);
    await this.optOut.look(this.#optOutPage(page), await this.#observe(page), policy);
  }

  /** Where the site's switch is on: an id that is new on this page gets its cookie too. */
  async followOptOut(tabId: number): Promise<void> {
    const host = currentLedgerOf(this.recorder, tabId)?.host ?? '';
    if (inForce(this.optOut.choices, siteOf(host)).on === 'site') await this.lookAtOptOut(tabId);
  }

  #optOutPage({ tab, ledger, access }: Page): OptOutPage {
    const { documentId, url, host, tabId } = ledger;
    const isSettled = !this.recorder.waiting.hasOf(tabId);
    return { tab, documentId, url, host, hasAccess: access !== 'none', isSettled };
  }

  async #pageOf(tabId: number): Promise<Page | { readonly reason: Obstacle }> {
    const tab = await tabOf(tabId);
    if (tab === null) return { reason: 'no-tab' };
    const documents = await existingDocuments(tabId, Date.now());
    const address = documents[0]?.url ?? tab.url ?? '';
    const obstacle = obstacleAt(address);
    if (obstacle !== null) return { reason: obstacle };
    this.recorder.adoptExisting(documents, 'opened-before-candor');
    const ledgers = this.recorder.tabs.get(tabId);
    const ledger = ledgers === undefined ? null : currentLedger(ledgers);
    // Where the browser tells no document (a discarded tab), what is kept must at least be of the page it names.
    const isAnother = documents.length === 0 && ledger !== null && pageUrl(address) !== ledger.url;
    if (ledgers === undefined || ledger === null || isAnother) return { reason: 'no-tab' };
    const access = await accessTo(address);
    if (access !== 'all') this.#note(ledger, access === 'none' ? 'no-permission' : 'no-permission-elsewhere');
    return { tab, ledgers, ledger, access };
  }

  async #observe({ tab, ledgers, ledger, access }: Page): Promise<Observation | null> {
    // Without permission the jar answers as if it were empty.
    const jar = access !== 'none' ? await readJar(tab, ledger, Date.now()) : null;
    return observe(ledgers, {
      isPrivate: tab.incognito,
      access,
      jar,
      jarCompleteAt: access === 'all' ? Date.now() : null,
      gaps: [],
      isStorageFailing: this.isStorageFailing(),
      workerContacts: this.recorder.workers.contactsFor(ledgers, ledger),
      stores: this.stores.known(ledger.documentId),
      aliases: this.names.known(ledger),
    });
  }

  /** The page in the tab, shown or left, with all that is known of it now. */
  async observeAll(tabId: number): Promise<readonly Observation[]> {
    const page = await this.#pageOf(tabId);
    const tab = this.recorder.tabs.get(tabId);
    const isPrivate = (await tabOf(tabId))?.incognito;
    if (tab === undefined || isPrivate === undefined) return [];
    const left = Object.values(tab.documents).filter(({ documentId }) => documentId !== tab.current);
    const shown = 'reason' in page ? null : await this.#observe(page);
    return [...left.map((ledger) => this.#observeLeft(ledger, isPrivate)), ...(shown === null ? [] : [shown])];
  }

  /** Its cookies and stores can no longer be read as its own. */
  #observeLeft(ledger: DocumentLedger, isPrivate: boolean): Observation {
    const stores = this.stores.known(ledger.documentId);
    const around = { isPrivate, access: 'all', jar: null, gaps: [] } as const;
    return observeDocument(ledger, { ...around, isStorageFailing: this.isStorageFailing(), stores });
  }

  /** Looks for the policy of the page in the tab; `isFresh` goes past the cache. */
  async lookForPolicy(tabId: number, isFresh: boolean, onchange: () => void): Promise<void> {
    await this.make(tabId); // so that a page opened before us has its ledger
    const isPrivate = (await tabOf(tabId))?.incognito ?? true;
    const ledger = currentLedgerOf(this.recorder, tabId);
    if (ledger !== null && ledger.host !== '')
      await this.policies.find(tabId, { ...ledger, isPrivate }, isFresh, onchange);
  }

  /** Asks for other names of the page's own hosts, where the person wants it; tells whether anything was asked. */
  async lookForNames(tabId: number): Promise<boolean> {
    await this.make(tabId); // so that a page opened before us has its ledger
    const ledger = currentLedgerOf(this.recorder, tabId);
    return ledger !== null && (await this.names.look(ledger));
  }

  /** Adds what only the page's resource timing knows; answers whether there was anything. */
  async readTiming(tabId: number): Promise<boolean> {
    const frames = await readTiming(tabId);
    const tab = this.recorder.tabs.get(tabId);
    if (tab === undefined) return false;
    const ledger = currentLedger(tab);
    // Neither its own request nor its inside could be seen: the browser keeps extensions away from this page.
    if (frames === null && ledger !== null && ledger.navigationId === null && (await accessTo(ledger.url)) === 'all')
      this.#note(ledger, 'browser-keeps-away');
    if (frames === null) return false;
    this.recorder.onchange(tabId);
    return mergeTiming(tab, frames, this.catalogue);
  }

  /** Notes where the forms of the page send what is typed into them. */
  async readForms(tabId: number): Promise<void> {
    const frames = await readForms(tabId);
    const tab = this.recorder.tabs.get(tabId);
    if (tab === undefined || frames === null) return;
    this.recorder.onchange(tabId);
    noteFormsInPage(tab, frames);
  }

  /** Looks into the web storage of the page in the tab. */
  async lookIntoStores(tabId: number): Promise<void> {
    const ledger = currentLedgerOf(this.recorder, tabId);
    if (ledger !== null) await this.stores.look(tabId, ledger);
  }

  /** Kept with the page: what was not seen stays unseen when the permission is back. */
  #note(ledger: DocumentLedger, reason: GapReason): void {
    if (ledger.gaps.some((gap) => gap.reason === reason)) return;
    this.recorder.onchange(ledger.tabId);
    noteGap(ledger, { reason, at: Date.now() });
  }
}

function currentLedgerOf({ tabs }: Recorder, tabId: number): DocumentLedger | null {
  const tab = tabs.get(tabId);
  return tab === undefined ? null : currentLedger(tab);
}

interface Page {
  readonly tab: Tabs.Tab;
  readonly ledgers: TabLedgers;
  readonly ledger: DocumentLedger;
  readonly access: Access;
}

type Obstacle = Extract<TabReport, { kind: 'no-page' }>['reason'];

/** Pages that are no website. Websites that the browser keeps extensions away from are found out by looking. */
function obstacleAt(url: string): Obstacle | null {
  if (url.startsWith('file:')) return 'file';
  return /^https?:/.test(url) ? null : 'browser-page';
}

async function tabOf(tabId: number): Promise<Tabs.Tab | null> {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    return null; // closed, or in a window that this extension may not see
  }
}

/** Chromium can give an extension one site alone, or none until it is clicked; Firefox can take all back. */
async function accessTo(url: string): Promise<Access> {
  if (await browser.permissions.contains({ origins: ['<all_urls>'] })) return 'all';
  const { protocol, hostname } = new URL(url);
  try {
    const isOwn = await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
    return isOwn ? 'this-site' : 'none';
  } catch {
    return 'none'; // a host that match patterns cannot name
  }
}
