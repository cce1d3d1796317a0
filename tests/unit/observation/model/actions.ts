import type { RequestStep } from '../../../../lib/observation/request';
import type { Action, outcomes, ways } from './any-action';
import type { FakeBrowser, Frame, Page, Tab } from './fake-browser';

const sent: RequestStep = { kind: 'sent' };
const ends: Readonly<Record<(typeof outcomes)[number], readonly RequestStep[]>> = {
  completed: [sent, { kind: 'completed', fromCache: false }],
  failed: [sent, { kind: 'failed', error: 'net::ERR_TIMED_OUT' }],
  stopped: [{ kind: 'failed', error: 'net::ERR_BLOCKED_BY_CLIENT' }],
  open: [sent],
};

const urlOf = (site: number, path: string) => `https://s${site.toString()}.test/${path}`;

/** Does one action; an action on a tab that is not there does nothing. Answers how long to let time pass. */
export function act(browser: FakeBrowser, action: Action): number {
  const tab = 'tab' in action ? [...browser.tabs.values()][action.tab % Math.max(1, browser.tabs.size)] : undefined;
  switch (action.do) {
    case 'open':
      return open(browser, urlOf(action.site, action.path));
    case 'wait':
      return action.ms;
    case 'kill':
      browser.kill(action.lost);
      return 0;
    case 'worker':
      return worker(browser, action.site);
    case 'restart':
      browser.restart();
      return 5;
    case 'fault':
      browser.session.fault = action.fault;
      if (action.fault === 'none') browser.session.release();
      return 0;
    case 'idle-stop':
      return 0; // its caller lets time pass first
    default:
      return tab === undefined ? 0 : actIn(browser, tab, action);
  }
}

type InTab = Extract<Action, { tab: number }>;

function actIn(browser: FakeBrowser, tab: Tab, action: InTab): number {
  switch (action.do) {
    case 'close':
      browser.closeTab(tab.id);
      return 0;
    case 'navigate':
      return navigate(browser, tab, urlOf(action.site, action.path), action.way);
    case 'reload':
      return navigate(browser, tab, tab.shown?.url ?? urlOf(0, 'a'), 'direct');
    case 'back':
      return back(browser, tab, action.isFromMemory);
    case 'prerender':
      return prerender(browser, tab, urlOf(action.site, action.path));
    case 'activate':
      return activate(browser, tab);
    case 'replace':
      return replace(browser, tab);
    case 'frame':
      return addFrame(browser, tab, action);
    case 'request':
      return request(browser, tab, action);
    case 'late-beacon':
      return tab.back === null ? 0 : beacon(browser, tab, tab.back);
  }
}

function open(browser: FakeBrowser, url: string): number {
  const tab: Tab = { id: browser.unique(), shown: null, back: null, prerendered: null };
  browser.tabs.set(tab.id, tab);
  return navigate(browser, tab, url, 'direct');
}

function navigate(browser: FakeBrowser, tab: Tab, url: string, way: (typeof ways)[number]): number {
  const main = (steps: readonly RequestStep[], at: string, requestId: string) => {
    browser.request({ tabId: tab.id, url: at, type: 'main_frame', requestId }, steps);
  };
  const id = `n${browser.unique().toString()}`;
  if (way === 'redirected') main([sent, { kind: 'redirected', to: url }], `${url}/old`, id);
  if (way === 'through-another-site') main([sent, { kind: 'redirected', to: url }], 'https://via.test/', id);
  if (way === 'error') {
    main([sent, { kind: 'failed', error: 'net::ERR_CONNECTION_REFUSED' }], url, id);
    return 1;
  }
  if (way !== 'by-worker') main([sent], url, id);
  if (way === 'download') {
    main([{ kind: 'failed', error: 'net::ERR_ABORTED' }], url, id);
    return 1;
  }
  const page = browser.page(url);
  show(browser, tab, page, {});
  if (way !== 'by-worker') main([{ kind: 'completed', fromCache: false }], url, id);
  return 1;
}

function show(browser: FakeBrowser, tab: Tab, page: Page, more: { readonly isReturn?: boolean }): void {
  tab.prerendered = null; // it goes with the page that asked for it
  tab.back = tab.shown;
  tab.shown = page;
  const [top] = page.frames;
  if (top !== undefined) browser.commit(tab, top, more);
}

function back(browser: FakeBrowser, tab: Tab, isFromMemory: boolean): number {
  const former = tab.back;
  if (former === null) return 0;
  if (isFromMemory) show(browser, tab, former, { isReturn: true });
  else navigate(browser, tab, former.url, 'direct');
  return 1;
}

function prerender(browser: FakeBrowser, tab: Tab, url: string): number {
  if (browser.kind === 'firefox' || tab.prerendered !== null) return 0;
  const page = browser.page(url);
  tab.prerendered = page;
  const [top] = page.frames;
  if (top === undefined) return 0;
  const frameId = browser.unique();
  browser.commit(tab, { ...top, frameId }, { isPrerendered: true, isOutermost: true });
  send(browser, tab, page, { ...top, frameId }, 'completed', false);
  return 1;
}

function activate(browser: FakeBrowser, tab: Tab): number {
  const page = tab.prerendered;
  if (page === null) return 0;
  tab.prerendered = null;
  show(browser, tab, page, {});
  return 1;
}

function replace(browser: FakeBrowser, tab: Tab): number {
  if (browser.kind === 'firefox') return 0;
  const id = browser.unique();
  browser.tabs.delete(tab.id);
  browser.tabs.set(id, { ...tab, id });
  browser.replaceTab(tab.id, id);
  return 1;
}

function addFrame(browser: FakeBrowser, tab: Tab, { frame, site }: { frame: number; site: number }): number {
  const page = tab.shown;
  const parent = page?.frames[frame % page.frames.length];
  if (page === null || parent === undefined || page.frames.length > 6) return 0;
  const host = `f${browser.unique().toString()}.${page.token}.t${site.toString()}.test`;
  const made = browser.frame(`https://${host}/frame`, parent, page.token);
  const at = Date.now();
  browser.request(
    {
      tabId: tab.id,
      url: made.url,
      type: 'sub_frame',
      frameId: made.frameId,
      parentFrameId: parent.frameId,
      parentDocumentId: browser.kind === 'chromium' ? parent.documentId : null,
      initiator: browser.kind === 'chromium' ? new URL(parent.url).origin : parent.url,
    },
    ends.completed,
  );
  page.sentTo.push({ host, at });
  page.frames.push(made);
  browser.commit(tab, made);
  return 1;
}

function request(
  browser: FakeBrowser,
  tab: Tab,
  { frame, outcome, isKeepalive }: { frame: number; outcome: (typeof outcomes)[number]; isKeepalive: boolean },
): number {
  const page = tab.shown;
  const from = page?.frames[frame % page.frames.length];
  if (page === null || from === undefined) return 0;
  send(browser, tab, page, from, outcome, isKeepalive);
  return 1;
}

function beacon(browser: FakeBrowser, tab: Tab, page: Page): number {
  const [top] = page.frames;
  // In Firefox it names no document: one that comes late, from a page of another URL, is told by its URL.
  if (top !== undefined) send(browser, tab, page, top, 'completed', page.url !== tab.shown?.url);
  return 1;
}

function send(
  browser: FakeBrowser,
  tab: Tab,
  page: Page,
  from: Frame,
  outcome: (typeof outcomes)[number],
  isKeepalive: boolean,
): void {
  const host = `r${browser.unique().toString()}.${page.token}.t.test`;
  if (outcome !== 'stopped') page.sentTo.push({ host, at: Date.now() });
  const namesNone = isKeepalive && browser.kind === 'firefox';
  browser.request(
    {
      tabId: tab.id,
      url: `https://${host}/x`,
      type: isKeepalive ? 'ping' : 'script',
      frameId: from.frameId,
      parentFrameId: from.parent?.frameId ?? -1,
      documentId: namesNone ? null : from.documentId,
      parentDocumentId: browser.kind === 'chromium' ? (from.parent?.documentId ?? null) : null,
      initiator: browser.kind === 'chromium' ? new URL(from.url).origin : from.url,
    },
    ends[outcome],
  );
}

function worker(browser: FakeBrowser, site: number): number {
  const origin = `https://s${site.toString()}.test`;
  const host = `w${browser.unique().toString()}.worker.test`;
  const pages = [...browser.tabs.values()].map(({ shown }) => shown).filter((page) => page !== null);
  browser.workerSent.set(
    host,
    pages.filter(({ url }) => new URL(url).origin === origin),
  );
  browser.request({ tabId: -1, url: `https://${host}/x`, initiator: `${origin}/sw.js` }, ends.completed);
  return 1;
}
