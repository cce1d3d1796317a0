import type { ResponseHeader } from '../catalogue/catalogue';
import type { DocumentLedger } from './document-ledger';

/** A document of a tab, top or in a frame, and the top document whose ledger counts it. */
export interface FrameDocument {
  readonly topDocumentId: string;
  readonly frameId: number;
  readonly url: string;
  /** The third party (registrable domain or host) whose frame this is or is in; `null` for the site's own. */
  readonly broughtInBy: string | null;
}

/** A page's own request, which names no document: it waits for the commit of the page. */
export interface PendingNavigation {
  readonly requestId: string;
  /** Who asked for it, as the browser told at its first hop. */
  readonly initiator: string | null;
  /** A form was sent by POST and has been counted. */
  readonly isCountedForm: boolean;
  /** The hops so far, the last one being the current URL. */
  readonly hops: readonly { readonly url: string; readonly at: number }[];
  /** The response headers of each hop. */
  readonly responses: readonly HopResponse[];
}

export interface HopResponse {
  readonly url: string;
  readonly at: number;
  readonly headers: readonly ResponseHeader[];
}

/**
 * All that is known of one tab: plain JSON under one key of session storage.
 *
 * `isBusy` is written before the first of a burst of events is kept and cleared once the tab is quiet and saved:
 * found set after a restart, it proves that something may be missing.
 */
export interface TabLedgers {
  readonly format: typeof tabFormat;
  readonly tabId: number;
  current: string | null;
  readonly documents: Record<string, DocumentLedger>;
  readonly frames: Record<string, FrameDocument>;
  pending: Record<string, PendingNavigation>;
  isBusy: boolean;
  /** The page shown has not yet loaded all that it loads at first: a pause is no end. */
  isLoading: boolean;
  /** Requests that were sent and have not ended, oldest first, so that a late failure is not taken for a stop. */
  flights: readonly string[];
  /** When the background came back after a stop that may have cost something; epoch milliseconds. */
  missedAt: number | null;
}

/** Changes with every change of shape: what is stored in another form is not read. */
export const tabFormat = 7;

/** Late beacons and the way back find their page among these many last documents of a tab. */
export const maxDocuments = 6;
const maxFrames = 300;
/** Frames of one page; a page with more has its later ones counted as the page itself, and a gap says so. */
export const maxFramesOfPage = 1000;

export function createTabLedgers(tabId: number): TabLedgers {
  return {
    format: tabFormat,
    tabId,
    current: null,
    documents: {},
    frames: {},
    pending: {},
    isBusy: false,
    isLoading: false,
    flights: [],
    missedAt: null,
  };
}

/** The ledger that the tab shows now; `null` where none was begun. */
export function currentLedger(tab: TabLedgers): DocumentLedger | null {
  return tab.current === null ? null : (tab.documents[tab.current] ?? null);
}

/** Drops the oldest documents with their frames; the current one stays. */
export function dropOldDocuments(tab: TabLedgers): void {
  const ids = Object.keys(tab.documents).filter((id) => id !== tab.current);
  for (const id of ids.slice(0, Math.max(0, ids.length + 1 - maxDocuments))) {
    delete tab.documents[id];
    for (const [frame, { topDocumentId }] of Object.entries(tab.frames))
      if (topDocumentId === id) delete tab.frames[frame];
  }
  const frames = Object.entries(tab.frames).filter(([, { topDocumentId }]) => topDocumentId !== tab.current);
  for (const [frame] of frames.slice(0, Math.max(0, Object.keys(tab.frames).length - maxFrames)))
    delete tab.frames[frame];
}
