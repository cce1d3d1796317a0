import type { DocumentLedger } from './document-ledger';
import { broughtIn } from './find-owner';
import type { SentForm } from './record-forms';
import type { RequestRecord } from './request';
import { pageUrl } from './sample-url';
import { shownAt } from './showings';
import { type TabLedgers, currentLedger } from './tab-ledgers';

/** The page that sent a form, and the third party whose frame the form is in. */
export interface FormSender extends Pick<SentForm, 'frameOf'> {
  readonly ledger: DocumentLedger;
}

/**
 * The page from which a form changes a tab or opens one; `null` where that is not certain.
 *
 * It is the page that the tab showed at that moment, if that or one of its frames asked for the new one; else (a new
 * tab) the only page shown anywhere that fits: by its URL (Firefox tells it), or by its origin (Chromium). `initiator`
 * and `at` are those of the first hop; in Firefox the new page's commit may be told before.
 */
export function formSender(
  tabs: ReadonlyMap<number, TabLedgers>,
  { tabId, initiator, at }: Pick<RequestRecord, 'tabId' | 'initiator' | 'at'>,
): FormSender | null {
  if (initiator === null || !/^https?:/.test(initiator) || !URL.canParse(initiator)) return null;
  const here = tabs.get(tabId);
  const own = here === undefined ? null : shownAt(here, at);
  if (here !== undefined && own !== null && holds(here, own, initiator)) return senderIn(own, initiator);
  const pages = [...tabs.values()].map(currentLedger).filter((ledger) => ledger !== null);
  const fitting = pages.filter(({ url }) => isSame(url, initiator));
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined ? senderIn(only, initiator) : null;
}

function senderIn(ledger: DocumentLedger, initiator: string): FormSender {
  return { ledger, frameOf: broughtIn(initiator, ledger.host, null) };
}

function holds({ frames }: TabLedgers, { documentId }: DocumentLedger, initiator: string): boolean {
  return Object.values(frames).some(({ topDocumentId, url }) => topDocumentId === documentId && isSame(url, initiator));
}

/** Chromium tells an origin, which has no path; Firefox a whole URL. */
function isSame(url: string, initiator: string): boolean {
  if (!/^https?:/.test(url)) return false;
  const { origin, pathname } = new URL(initiator);
  return pathname === '/' ? new URL(url).origin === origin : url === pageUrl(initiator);
}
