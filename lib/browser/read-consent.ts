import type { ConsentSignal } from '../consent/consent';
import { isConsentCookie } from '../consent/is-consent-cookie';
import { type PageConsent, parsePageConsent } from '../consent/page-signals';
import { signalsFromCookies } from '../consent/signals-from-cookies';
import { toolProbes } from '../consent/tool-probes-table';
import { registrableDomainOf } from '../party/registrable-domain';
import { type Cookies, browser } from './api';
import { siteOf, storeOf } from './cookie-jar';
import { askTcf, probeTools, readConsentCalls } from './page-consent';

/** The page that a reading is about. */
export interface ConsentPage {
  readonly documentId: string | null;
  readonly url: string;
  readonly host: string;
}

/**
 * What the page in the tab and its consent cookies say now of the visitor's choice, the strongest source first; `null`
 * where a script may not look into it, or where the tab shows another page by now.
 */
export async function readConsent(tabId: number, page: ConsentPage): Promise<PageConsent | null> {
  const [tcf, tools, calls] = await Promise.all([
    run(tabId, page, askTcf),
    run(tabId, page, probeTools, [toolProbes.map(({ global, paths }) => ({ global, paths }))]),
    run(tabId, page, readConsentCalls),
  ]);
  if (calls === null || tools === null) return null;
  const now = Date.now();
  const answer = { tcf: tcf?.result ?? null, tools: tools.result, ...membersOf(calls.result) };
  const told = parsePageConsent(answer, now);
  const cookies = await readConsentCookies(tabId, page, 'now', () => now);
  if (told === null) return { signals: cookies, gpc: null };
  // Google's mode is the weakest source and stays last.
  const isGoogles = ({ source }: ConsentSignal) => source === 'google-consent-mode';
  const own = told.signals.filter((it) => !isGoogles(it));
  return { signals: [...own, ...cookies, ...told.signals.filter(isGoogles)], gpc: told.gpc };
}

/**
 * What the consent tools' cookies of the page say of the choice. Their values are read here, reduced and dropped.
 * `since` is `page-start` only right after the page was committed; `now` is asked once they are read. None where they
 * cannot be read.
 */
export async function readConsentCookies(
  tabId: number,
  { url, host }: ConsentPage,
  since: ConsentSignal['since'],
  now: () => number,
): Promise<readonly ConsentSignal[]> {
  try {
    const storeId = await storeOf(await browser.tabs.get(tabId));
    const site = registrableDomainOf(host) ?? host;
    const found = await browser.cookies.getAll({ url, storeId, partitionKey: {} });
    const isHere = ({ name, partitionKey }: Cookies.Cookie) =>
      isConsentCookie(name) && ((partitionKey ?? null) === null || siteOf(partitionKey?.topLevelSite) === site);
    return signalsFromCookies(found.filter(isHere), now(), since);
  } catch {
    return []; // the tab is gone, or no permission for this page
  }
}

/** Tells the host of each consent cookie that is set or removed. Registers at once, like `watchRequests`. */
export function watchConsentCookies(handle: (domain: string) => void): void {
  browser.cookies.onChanged.addListener(({ cookie }) => {
    if (isConsentCookie(cookie.name)) handle(cookie.domain.replace(/^\./, ''));
  });
}

/** A page may keep a script waiting; the answer is not worth more than this. */
const timeoutMs = 1000;

async function run<Args extends unknown[]>(
  tabId: number,
  page: ConsentPage,
  func: (...args: Args) => unknown,
  args?: Args,
): Promise<{ readonly result: unknown } | null> {
  try {
    const script = { target: { tabId }, world: 'MAIN', injectImmediately: true, func, ...(args && { args }) } as const;
    const late = new Promise<readonly []>((done) => setTimeout(done, timeoutMs, []));
    const [answer] = await Promise.race([browser.scripting.executeScript(script), late]);
    if (answer === undefined || answer.result === undefined) return null;
    return answer.documentId === page.documentId ? { result: answer.result } : null;
  } catch {
    return null; // no permission for this page, or it is gone
  }
}

function membersOf(result: unknown): object {
  return typeof result === 'object' && result !== null ? result : {};
}
