import { coverageOf } from '../../../../lib/observation/observe';
import type { Recorder } from '../../../../lib/observation/recorder';
import type { DocumentLedger } from '../../../../lib/observation/document-ledger';
import { currentLedger } from '../../../../lib/observation/tab-ledgers';
import type { FakeBrowser, Page } from './fake-browser';

/** What a run found wrong, a line each; `[]` is none. */
export function wrongIn(browser: FakeBrowser, recorder: Recorder): readonly string[] {
  const ledgers = [...recorder.tabs.values()].flatMap(({ documents }) => Object.values(documents));
  return [...ledgers.flatMap((ledger) => strangers(browser, ledger)), ...shownPages(browser, recorder)];
}

const isDoubtful = ({ gaps }: DocumentLedger) => gaps.some(({ reason }) => reason === 'ambiguous-owner');

/** Requests that another page sent. */
function strangers(browser: FakeBrowser, ledger: DocumentLedger): readonly string[] {
  const own = ledger.documentId.split('-')[1] ?? '';
  return Object.values(ledger.contacts).flatMap(({ host, startedBy }) => {
    const [, token = '', kind] = host.split('.');
    if (host.startsWith('w')) {
      const open = browser.workerSent.get(host) ?? [];
      const isRight = startedBy === 'worker' && open.length === 1 && open[0]?.token === own;
      return isRight ? [] : [`${ledger.documentId} has ${host} of a worker that had ${open.length.toString()} pages`];
    }
    if (kind === undefined || token === own || isDoubtful(ledger)) return [];
    return [`${ledger.documentId} has ${host}`];
  });
}

/** Each tab shows the ledger of its page, and that has all that the page sent or says that it may not. */
function shownPages(browser: FakeBrowser, recorder: Recorder): readonly string[] {
  return [...browser.tabs.values()].flatMap(({ id, shown }) => {
    if (shown === null) return [];
    const tab = recorder.tabs.get(id);
    const ledger = tab === undefined ? null : currentLedger(tab);
    const wanted = shown.frames[0]?.documentId;
    if (ledger?.documentId !== wanted)
      return [`tab ${id.toString()} shows ${String(ledger?.documentId)}, not ${String(wanted)}`];
    return ledger === null ? [] : missing(shown, ledger);
  });
}

function missing(page: Page, ledger: DocumentLedger): readonly string[] {
  if (coverageOf(ledger, []).kind !== 'all' || page.isUnprovable === true) return [];
  const seen = new Set(Object.values(ledger.contacts).map(({ host }) => host));
  return page.sentTo
    .filter(({ host }) => !seen.has(host))
    .map(({ host }) => `${ledger.documentId} lacks ${host}, unsaid`);
}
