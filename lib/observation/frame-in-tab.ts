import type { DocumentLedger } from './document-ledger';
import type { FrameDocument, TabLedgers } from './tab-ledgers';

/** Which frame a script that looked into a page ran in. */
export interface FramePlace {
  readonly frameId: number;
  /** `null` where the browser does not tell: then the frame of this id in the page shown now. */
  readonly documentId: string | null;
}

/** The frame that was looked into and the ledger of its page; `null` where the tab knows neither (any more). */
export function frameInTab(
  tab: TabLedgers,
  { frameId, documentId }: FramePlace,
): { readonly frame: FrameDocument; readonly ledger: DocumentLedger } | null {
  const frame =
    documentId === null
      ? Object.values(tab.frames).findLast((one) => one.frameId === frameId && one.topDocumentId === tab.current)
      : tab.frames[documentId];
  const ledger = frame === undefined ? undefined : tab.documents[frame.topDocumentId];
  return frame === undefined || ledger === undefined ? null : { frame, ledger };
}
