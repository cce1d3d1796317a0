import type { Catalogue } from '../catalogue/catalogue';
import { compare } from '../comparison/compare';
import type { TabReport } from '../comparison/site-report';
import { mergeTiming } from '../observation/merge-timing';
import type { Gap } from '../observation/observation';
import { observe } from '../observation/observe';
import type { Recorder } from '../observation/recorder';
import { currentLedger } from '../observation/tab-ledgers';
import { type Tabs, browser } from './api';
import { readJar } from './cookie-jar';
import { readTiming } from './page-reader';
import type { PolicyService } from './policy-service';
import { existingDocuments } from './watch-navigation';

/** Makes the one report of a tab from all that is known of it now. */
export class ReportService {
  constructor(
    readonly recorder: Recorder,
    readonly policies: PolicyService,
    readonly catalogue: Catalogue,
    readonly storageGaps: () => readonly Gap[],
  ) {}

  /** The report as things stand; asks the site for nothing. */
  async make(tabId: number): Promise<TabReport> {
    const tab = await tabOf(tabId);
    if (tab === null) return { kind: 'no-page', reason: 'no-tab' };
    const documents = await existingDocuments(tabId, Date.now());
    const address = documents[0]?.url ?? tab.url ?? '';
    const obstacle = obstacleAt(address);
    if (obstacle !== null) return { kind: 'no-page', reason: obstacle };
    this.recorder.adoptExisting(documents, 'opened-before-candor');
    const ledgers = this.recorder.tabs.get(tabId);
    const ledger = ledgers === undefined ? null : currentLedger(ledgers);
    if (ledgers === undefined || ledger === null) return { kind: 'no-page', reason: 'no-tab' };
    const gaps = [...this.storageGaps(), ...(await permissionGaps())];
    const jar = await readJar(tab, ledger, new Set(Object.keys(ledger.cookies)), Date.now());
    const observation = observe(ledgers, { isPrivate: tab.incognito, jar, gaps });
    const policy = this.policies.known(ledger.documentId);
    return { kind: 'report', report: compare(policy, observation, this.catalogue, Date.now()) };
  }

  /** Looks for the policy of the page in the tab; `isFresh` goes past the cache. */
  async lookForPolicy(tabId: number, isFresh: boolean, onchange: () => void): Promise<void> {
    await this.make(tabId); // so that a page opened before us has its ledger
    const tab = this.recorder.tabs.get(tabId);
    const ledger = tab === undefined ? null : currentLedger(tab);
    if (ledger !== null && ledger.host !== '') await this.policies.find(tabId, ledger, isFresh, onchange);
  }

  /** Adds what only the page's resource timing knows; answers whether there was anything. */
  async readTiming(tabId: number): Promise<boolean> {
    const frames = await readTiming(tabId);
    const tab = this.recorder.tabs.get(tabId);
    if (frames === null || tab === undefined) return false;
    this.recorder.onchange(tabId);
    return mergeTiming(tab, frames, this.catalogue);
  }
}

type Obstacle = Extract<TabReport, { kind: 'no-page' }>['reason'];

/** Pages that no extension may look into: the browser's own and its extension shops. */
function obstacleAt(url: string): Obstacle | null {
  if (url.startsWith('file:')) return 'file';
  if (!/^https?:/.test(url)) return 'browser-page';
  return closedHosts.has(new URL(url).hostname) ? 'browser-page' : null;
}

const closedHosts = new Set(['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com']);

async function tabOf(tabId: number): Promise<Tabs.Tab | null> {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    return null; // closed, or in a window that this extension may not see
  }
}

async function permissionGaps(): Promise<readonly Gap[]> {
  const isAllowed = await browser.permissions.contains({ origins: ['<all_urls>'] });
  return isAllowed ? [] : [{ reason: 'no-permission', at: Date.now() }];
}
