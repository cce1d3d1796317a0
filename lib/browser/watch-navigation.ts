import type { Commit } from '../observation/request';
import type { ExistingDocument } from '../observation/recorder';
import { browser } from './api';

/** What the background is told of tabs and their documents. */
export interface NavigationHandlers {
  commit(commit: Commit): void;
  /** A document changed its own address. */
  rename(tabId: number, documentId: string, url: string): void;
  /** The page has loaded all that it loads at first. */
  complete(tabId: number): void;
  replace(from: number, to: number): void;
  remove(tabId: number): void;
}

/** Registers at once, like `watchRequests`. */
export function watchNavigation(handlers: NavigationHandlers): void {
  const { webNavigation, tabs } = browser;
  webNavigation.onCommitted.addListener((details) => {
    const commit = commitOf(details, Math.round(details.timeStamp));
    if (commit !== null) handlers.commit(commit);
  });
  webNavigation.onHistoryStateUpdated.addListener((details: NavigationDetails) => {
    const { tabId, documentId, url } = details;
    if (typeof documentId === 'string') handlers.rename(tabId, documentId, url);
  });
  webNavigation.onCompleted.addListener(({ tabId, frameId }) => {
    if (frameId === 0) handlers.complete(tabId);
  });
  webNavigation.onTabReplaced.addListener(({ replacedTabId, tabId }) => {
    handlers.replace(replacedTabId, tabId);
  });
  tabs.onRemoved.addListener((tabId) => {
    handlers.remove(tabId);
  });
}

/** The documents that a tab holds now, the one shown first; none where the tab is gone or cannot be looked into. */
export async function existingDocuments(tabId: number, at: number): Promise<readonly ExistingDocument[]> {
  try {
    const frames: readonly (NavigationDetails | null)[] = (await browser.webNavigation.getAllFrames({ tabId })) ?? [];
    return frames
      .map((frame) => (frame === null ? null : commitOf({ ...frame, tabId }, at)))
      .filter((document) => document !== null)
      .sort((one, other) => one.frameId - other.frameId);
  } catch {
    return []; // the tab was closed meanwhile
  }
}

interface NavigationDetails {
  readonly tabId: number;
  readonly frameId: number;
  readonly parentFrameId?: number;
  readonly url: string;
  readonly documentId?: unknown;
  readonly parentDocumentId?: unknown;
  readonly documentLifecycle?: unknown;
  readonly frameType?: unknown;
  readonly transitionQualifiers?: unknown;
  readonly transitionType?: unknown;
}

function commitOf(details: NavigationDetails, at: number): Commit | null {
  const { tabId, frameId, url, documentId, parentDocumentId, documentLifecycle, frameType } = details;
  const qualifiers = Array.isArray(details.transitionQualifiers) ? details.transitionQualifiers : [];
  if (typeof documentId !== 'string') return null;
  const isPrerendered = documentLifecycle === 'prerender';
  return {
    tabId,
    frameId,
    parentFrameId: details.parentFrameId ?? -1,
    documentId,
    parentDocumentId: typeof parentDocumentId === 'string' ? parentDocumentId : null,
    url,
    at,
    isPrerendered,
    isReturn: qualifiers.includes('forward_back'),
    isFormSubmission: details.transitionType === 'form_submit',
    isOutermost: frameId === 0 || (isPrerendered && frameType === 'outermost_frame'),
  };
}
