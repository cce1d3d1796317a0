import type { FrameTiming } from '../observation/merge-timing';
import { parsePageLinks } from '../policy/page-links';
import { browser } from './api';

/**
 * Absolute addresses of the policy files that the page `documentId` names. `null` where a script may not look into it,
 * or where the tab shows another page by now.
 */
export async function readPolicyLinks(tabId: number, documentId: string | null): Promise<readonly string[] | null> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: findPolicyLinks });
    if (answer === undefined) return null;
    const answeredBy = 'documentId' in answer ? answer.documentId : documentId;
    return answeredBy === documentId ? parsePageLinks(answer.result) : null;
  } catch {
    return null; // no permission for this page, or it is gone
  }
}

/** The resource timing of the page and its frames; `null` where a script may not look into it. */
export async function readTiming(tabId: number): Promise<readonly FrameTiming[] | null> {
  try {
    const answers = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: listResources });
    return answers.flatMap(({ frameId, result, ...rest }) => {
      if (!isTiming(result)) return [];
      const documentId = 'documentId' in rest && typeof rest.documentId === 'string' ? rest.documentId : null;
      return [{ frameId, documentId, ...result }];
    });
  } catch {
    return null; // no permission for this page, or it is gone
  }
}

// The functions below run inside the page's isolated world: they may use nothing from this module.

function findPolicyLinks() {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel~="privacy-policy" i][href]')]
    .slice(0, 20)
    .map(({ href, type }) => ({ href: href.slice(0, 2048), type: type.slice(0, 200) }));
}

function listResources() {
  const origin = performance.timeOrigin;
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return {
    isFull: entries.length >= 250,
    resources: entries.slice(0, 500).map(({ name, initiatorType, startTime }) => ({
      url: name.slice(0, 2048),
      type: initiatorType,
      at: Math.round(origin + startTime),
    })),
  };
}

function isTiming(result: unknown): result is Pick<FrameTiming, 'resources' | 'isFull'> {
  return typeof result === 'object' && result !== null && 'resources' in result && Array.isArray(result.resources);
}
