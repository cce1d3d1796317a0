import { browser } from './api';

export interface FrameAnswer {
  readonly frameId: number;
  /** `null` where the browser does not tell. */
  readonly documentId: string | null;
  readonly result: unknown;
}

/**
 * What `func` answers in the page and each of its frames; `null` where a script may not look into the page.
 * It runs in an isolated world and may use nothing from its module. A frame that refuses is left out.
 */
export async function runInFrames(tabId: number, func: () => unknown): Promise<readonly FrameAnswer[] | null> {
  try {
    const answers = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func });
    return answers.map((answer) => {
      const documentId = 'documentId' in answer ? answer.documentId : null;
      return {
        frameId: answer.frameId,
        documentId: typeof documentId === 'string' ? documentId : null,
        result: answer.result,
      };
    });
  } catch {
    return null; // no permission for this page, or it is gone
  }
}
