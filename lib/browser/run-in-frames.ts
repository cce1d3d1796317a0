import { browser } from './api';

export interface FrameAnswer {
  readonly frameId: number;
  /** `null` where the browser does not tell. */
  readonly documentId: string | null;
  readonly result: unknown;
}

/**
 * What `func` answers in the page and each of its frames once they are parsed; `null` where a script may not look into
 * the page, none where they do not answer in time. A frame that refuses is left out.
 *
 * It runs in an isolated world and may use nothing from its module.
 */
export async function runInFrames(
  tabId: number,
  func: () => unknown,
  waitMs = 5000,
): Promise<readonly FrameAnswer[] | null> {
  try {
    if (!(await mayLookInto(tabId))) return null;
    const target = { tabId, allFrames: true };
    const answers = await Promise.race([browser.scripting.executeScript({ target, func }), noneAfter(waitMs)]);
    return answers.map((answer) => {
      const documentId = 'documentId' in answer ? answer.documentId : null;
      return {
        frameId: answer.frameId,
        documentId: typeof documentId === 'string' ? documentId : null,
        result: answer.result,
      };
    });
  } catch {
    return null; // the page is gone, or the browser keeps extensions away from it
  }
}

/**
 * Whether scripts may look into the page of this tab: its address is told only then. Where access is granted "on click",
 * Chromium would otherwise keep a script waiting for the click, which may never come (seen in 156).
 */
export async function mayLookInto(tabId: number): Promise<boolean> {
  const { url } = await browser.tabs.get(tabId);
  return url !== undefined;
}

function noneAfter(ms: number): Promise<readonly never[]> {
  return new Promise((done) => setTimeout(() => done([]), ms));
}
