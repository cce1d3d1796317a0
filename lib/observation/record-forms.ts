import { partyOf } from '../party/party-of';
import { type Counting, type DocumentLedger, noteGap } from './document-ledger';
import { type FramePlace, frameInTab } from './frame-in-tab';
import type { ObservedForm, RequestType } from './observation';
import type { TabLedgers } from './tab-ledgers';

/** Where a form sends what is typed into it: nothing of its fields. */
export interface FormTarget {
  /** Absolute URL; only its scheme and host are kept. */
  readonly target: string;
  readonly method: ObservedForm['method'];
}

export interface SentForm extends FormTarget {
  /** Third party in whose frame the form is; `null` for the page and its own frames. */
  readonly frameOf: string | null;
}

/** The forms that one frame of a page holds now. */
export interface FrameForms extends FramePlace {
  readonly forms: readonly FormTarget[];
  /** There were more than are listed. */
  readonly isCut: boolean;
}

/**
 * Whether a page or frame was asked for by sending a form.
 *
 * `method` is the request's: a page or frame is asked for by POST in no other way. `transitionType` is that of the
 * commit, which tells of GET forms too. Seen in Chromium 156 and Firefox ESR 153, both: `form_submit` for a form that
 * changes the tab; in Chromium not for a GET form that opens a new tab (`link`), in neither for one into a frame
 * (`auto_subframe`, `manual_subframe`). Those look like links and are not told as forms; their requests are counted.
 */
export function isFormSubmission(about: {
  readonly type: RequestType;
  readonly method?: string;
  readonly transitionType?: string;
}): boolean {
  const { type, method = 'GET', transitionType } = about;
  if (type !== 'main_frame' && type !== 'sub_frame') return false;
  return method.toUpperCase() === 'POST' || transitionType === 'form_submit';
}

/** Counts a form that was seen being sent, in the ledger of the page that sent it. */
export function noteSentForm(ledger: DocumentLedger, form: SentForm): void {
  const entry = entryFor(ledger, form, ledger.lastAt ?? ledger.startedAt);
  if (entry !== null) entry.sent += 1;
}

/**
 * Notes the forms that the page and its frames hold now, in place of those found before. Answers whether the ledger
 * changed. `formsRead` becomes true only where the page itself was looked into.
 */
export function noteFormsInPage(tab: TabLedgers, frames: readonly FrameForms[]): boolean {
  const places = frames.map((found) => ({ found, place: frameInTab(tab, found) }));
  const ledgers = new Set(places.flatMap(({ place }) => place?.ledger ?? []));
  const before = JSON.stringify([...ledgers].map(factsOf));
  for (const ledger of ledgers) forgetFound(ledger);
  for (const { found, place } of places) {
    if (place === null) continue;
    const { frame, ledger } = place;
    const at = ledger.lastAt ?? ledger.startedAt;
    if (frame.frameId === 0) ledger.formsRead = true;
    if (found.isCut) noteGap(ledger, { reason: 'too-much', at });
    for (const form of found.forms) {
      const entry = entryFor(ledger, { ...form, frameOf: frame.broughtInBy }, at);
      if (entry !== null) entry.inPage += 1;
    }
  }
  return JSON.stringify([...ledgers].map(factsOf)) !== before;
}

function factsOf({ forms, formsRead, gaps }: DocumentLedger) {
  return { forms, formsRead, gaps: gaps.length };
}

function forgetFound({ forms }: DocumentLedger): void {
  for (const [key, form] of Object.entries(forms)) {
    if (form.sent === 0) delete forms[key];
    else form.inPage = 0;
  }
}

const mostForms = 100;

/** Forms are alike when host, encryption, method and the third party whose frame holds them are the same. */
function entryFor(
  ledger: DocumentLedger,
  { target, method, frameOf }: SentForm,
  at: number,
): Counting<ObservedForm> | null {
  const url = URL.parse(target);
  if (url === null || !/^https?:$/.test(url.protocol)) return null; // mail programs and scripts are no hosts
  const isEncrypted = url.protocol === 'https:';
  const key = `${url.hostname}|${url.protocol}|${method}|${frameOf ?? ''}`;
  const known = ledger.forms[key];
  if (known !== undefined) return known;
  if (Object.keys(ledger.forms).length >= mostForms) {
    noteGap(ledger, { reason: 'too-much', at });
    return null;
  }
  const party = partyOf(url.hostname, ledger.host);
  const fresh: Counting<ObservedForm> = {
    host: url.hostname,
    party,
    isEncrypted,
    method,
    frameOf,
    inPage: 0,
    sent: 0,
  };
  ledger.forms[key] = fresh;
  return fresh;
}
