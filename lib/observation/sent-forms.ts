import { formSender } from './form-sender';
import { isFormSubmission, noteSentForm } from './record-forms';
import type { Commit, RequestRecord } from './request';
import type { TabLedgers } from './tab-ledgers';

/**
 * Counts a form sent by POST that changes a tab, at its request; call it before the request is recorded, whose later
 * hops are no forms of their own. Answers the tab of the page that sent it; `null` where there is none.
 */
export function noteFormRequest(tabs: ReadonlyMap<number, TabLedgers>, request: RequestRecord): number | null {
  const isFirst = tabs.get(request.tabId)?.pending[request.requestId] === undefined;
  if (!isFirst || !isFormSubmission(request)) return null;
  return note(tabs, request, request.url, 'post');
}

/** Counts a form sent by GET, which only the commit of the new page tells; call it before that is shown. */
export function noteFormCommit(tabs: ReadonlyMap<number, TabLedgers>, commit: Commit): number | null {
  if (commit.isFormSubmission !== true || !commit.isOutermost) return null;
  const navigation = Object.values(tabs.get(commit.tabId)?.pending ?? {}).at(-1);
  if (navigation === undefined || navigation.isCountedForm) return null;
  const { tabId } = commit;
  const { url, at } = navigation.hops[0] ?? commit;
  return note(tabs, { tabId, initiator: navigation.initiator, at }, url, 'get');
}

function note(
  tabs: ReadonlyMap<number, TabLedgers>,
  from: Pick<RequestRecord, 'tabId' | 'initiator' | 'at'>,
  target: string,
  method: 'get' | 'post',
): number | null {
  const sender = formSender(tabs, from);
  if (sender === null) return null;
  noteSentForm(sender.ledger, { target, method, frameOf: sender.frameOf });
  return sender.ledger.tabId;
}
