import type { FrameTiming } from '../observation/merge-timing';
import { browser } from './api';

/** What only the page itself can tell. `null` where a script may not look into it. */
export async function readPolicyLinks(tabId: number): Promise<readonly string[] | null> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: findPolicyLinks });
    const found: unknown = answer?.result;
    return Array.isArray(found) ? found.filter((href) => typeof href === 'string') : null;
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

function findPolicyLinks(): string[] {
  return [...document.querySelectorAll('link[rel~="privacy-policy" i][href]')]
    .filter((link) => (link.getAttribute('type') ?? '').trim().toLowerCase().startsWith('application/json'))
    .slice(0, 5)
    .map((link) => (link.getAttribute('href') ?? '').slice(0, 2048));
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
