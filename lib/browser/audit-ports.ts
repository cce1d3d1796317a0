import { siteOf } from '../opt-out/opt-out-report';
import type { DocumentLedger } from '../observation/document-ledger';
import type { Observation } from '../observation/observation';
import { currentLedger } from '../observation/tab-ledgers';
import { fetchDraft } from '../policy/fetch-draft';
import { fetchPolicyPage } from '../policy/policy-page';
import { browser } from './api';
import type { AuditPorts } from './audit-service';
import { fetchPorts, sha256 } from './policy-ports';
import { cleanSite, openPrivateWindow, reloadSite } from './clean-site';
import type { ReportService } from './report-service';

const keyPrefix = 'audit:';
/** How often a page that stays is looked into anew. */
const lookEveryMs = 4000;
/** The same where a cookie says of the choice what the page did not tell yet. */
const inDoubtEveryMs = 800;

/** The audit's way to the browser and to what the background knows. */
export function auditPorts(service: ReportService): AuditPorts {
  const looked = new Map<string, number>();
  return {
    catalogue: service.catalogue,
    now: Date.now,
    pageOf: (tabId) => pageOf(service, tabId),
    sitesOf: (tabId) => {
      const documents = Object.values(service.recorder.tabs.get(tabId)?.documents ?? {});
      return documents.map(({ host }) => siteOf(host));
    },
    readConsent: (tabId) => service.consent.read(tabId),
    observe: async ({ site, isPrivate }) => {
      const seen: Observation[] = [];
      for (const tabId of await tabsOf(service, site, isPrivate)) {
        await lookInto(service, tabId, looked);
        const all = await service.observeAll(tabId);
        seen.push(...all.filter((one) => siteOf(one.host) === site && one.isPrivate === isPrivate));
      }
      return seen;
    },
    policy: async ({ site, isPrivate }, tabId, isFresh) => {
      const tabs = await tabsOf(service, site, isPrivate);
      const at = tabs.includes(tabId) ? tabId : tabs[0];
      if (at === undefined) return { kind: 'not-looked' };
      await service.lookForPolicy(at, isFresh, () => undefined);
      return service.policies.known(shownIn(service, at)?.documentId ?? null);
    },
    policyPage: (policyUrl, pageUrl) => fetchPolicyPage(policyUrl, pageUrl, fetchPorts),
    draftAt: (url) => fetchDraft(url, fetchPorts),
    clean: cleanSite,
    reload: reloadSite,
    openPrivate: openPrivateWindow,
    sha256: (text) => sha256(new TextEncoder().encode(text)),
    store: auditStore,
  };
}

async function pageOf(service: ReportService, tabId: number): ReturnType<AuditPorts['pageOf']> {
  await service.make(tabId); // so that a page opened before us has its ledger
  const host = shownIn(service, tabId)?.host ?? '';
  const isPrivate = await isInPrivate(tabId);
  return host === '' || isPrivate === null ? null : { site: siteOf(host), isPrivate };
}

/** Session storage: in memory, and gone with the browser. */
const auditStore: AuditPorts['store'] = {
  read: async () => {
    const stored: Record<string, unknown> = await browser.storage.session.get(null);
    const ours = Object.entries(stored).filter(([key]) => key.startsWith(keyPrefix));
    return Object.fromEntries(ours.map(([key, text]) => [key.slice(keyPrefix.length), JSON.parse(String(text))]));
  },
  write: (id, session) => browser.storage.session.set({ [keyPrefix + id]: JSON.stringify(session) }),
  remove: (ids) => browser.storage.session.remove(ids.map((id) => keyPrefix + id)),
};

/** Tabs that show or showed a page of the site, in private windows or in the others. */
async function tabsOf({ recorder }: ReportService, site: string, isPrivate: boolean): Promise<readonly number[]> {
  const ids = [...recorder.tabs]
    .filter(([, { documents }]) => Object.values(documents).some(({ host }) => siteOf(host) === site))
    .map(([tabId]) => tabId);
  const open = await Promise.all(ids.map(async (tabId) => ((await isInPrivate(tabId)) === isPrivate ? [tabId] : [])));
  return open.flat();
}

/** Reads from the page what only the page knows: its timing, forms, consent and the names in its web storage. */
async function lookInto(service: ReportService, tabId: number, looked: Map<string, number>): Promise<void> {
  const shown = shownIn(service, tabId);
  const documentId = shown?.documentId ?? null;
  if (documentId === null) return;
  const waitMs = (shown?.consentBook.doubt ?? null) === null ? lookEveryMs : inDoubtEveryMs;
  if (Date.now() - (looked.get(documentId) ?? 0) < waitMs) return;
  looked.set(documentId, Date.now());
  await Promise.all([
    service.readTiming(tabId),
    service.readForms(tabId),
    service.consent.read(tabId),
    service.lookIntoStores(tabId),
  ]);
}

function shownIn({ recorder }: ReportService, tabId: number): DocumentLedger | null {
  const tab = recorder.tabs.get(tabId);
  return tab === undefined ? null : currentLedger(tab);
}

/** `null` for a closed tab: whose it was is not known any more. */
async function isInPrivate(tabId: number): Promise<boolean | null> {
  try {
    return (await browser.tabs.get(tabId)).incognito;
  } catch {
    return null;
  }
}
