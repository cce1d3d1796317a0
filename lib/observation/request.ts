import type { ResponseHeader } from '../catalogue/catalogue';
import type { RequestType } from './observation';

/**
 * One request as a browser told of it, without anything of a browser's own shape.
 *
 * `at` is epoch milliseconds. `documentId` is `null` where the browser gave none (frames' own requests, workers,
 * in Firefox also keepalive fetches), `parentDocumentId` only Chromium gives. `initiator` is the origin (Chromium) or
 * document URL (Firefox) that asked for it, where one is told.
 */
export interface RequestRecord {
  readonly requestId: string;
  /** -1: a worker's or the browser's own. */
  readonly tabId: number;
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly documentId: string | null;
  readonly parentDocumentId: string | null;
  readonly initiator: string | null;
  readonly url: string;
  readonly type: RequestType;
  readonly at: number;
  /** Upper case; absent where nobody told. */
  readonly method?: string;
}

/** What became of a request. `sent` is the only proof that something left the browser. */
export type RequestStep =
  | { readonly kind: 'sent' }
  | { readonly kind: 'headers'; readonly headers: readonly ResponseHeader[] }
  | { readonly kind: 'redirected'; readonly to: string }
  /** `fromCache`: the answer lay in the browser; nothing was asked. Absent: not told. */
  | { readonly kind: 'completed'; readonly fromCache?: boolean }
  | { readonly kind: 'failed'; readonly error: string };

/** A document that took the place of another in a frame, as webNavigation tells it. */
export interface Commit {
  readonly tabId: number;
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly documentId: string;
  readonly parentDocumentId: string | null;
  readonly url: string;
  readonly at: number;
  /** Not yet visible: it has a ledger, but the tab does not show it. */
  readonly isPrerendered: boolean;
  /** Reached by going back or forward: its requests may all lie before. */
  readonly isReturn: boolean;
  /** The top document of a tab, prerendered ones included (those have a frame id other than 0). */
  readonly isOutermost: boolean;
  /** Brought by sending a form; absent where nobody told. */
  readonly isFormSubmission?: boolean;
}
