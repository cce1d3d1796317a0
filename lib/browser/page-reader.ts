import type { FrameTiming } from '../observation/merge-timing';
import { parsePageLinks } from '../policy/page-links';
import { browser } from './api';
import { mayLookInto, runInFrames } from './run-in-frames';

/**
 * Absolute addresses of the policy files that the page `documentId` names. `null` where a script may not look into it,
 * or where the tab shows another page by now.
 */
export async function readPolicyLinks(tabId: number, documentId: string | null): Promise<readonly string[] | null> {
  try {
    if (!(await mayLookInto(tabId))) return null;
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
  const answers = await runInFrames(tabId, listResources);
  return (
    answers?.flatMap(({ frameId, documentId, result }) =>
      isTiming(result) ? [{ frameId, documentId, ...result }] : [],
    ) ?? null
  );
}

// The functions below run inside the page's isolated world: they may use nothing from this module.

function findPolicyLinks() {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel~="privacy-policy" i][href]')]
    .slice(0, 20)
    .map(({ href, type }) => ({ href: href.slice(0, 2048), type: type.slice(0, 200) }));
}

/** Firefox lists no image that comes from its image cache, and tells webRequest nothing: those on show are added. */
function listResources() {
  const origin = performance.timeOrigin;
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const refused: { url: string; directive: string }[] = [];
  try {
    const observer = new ReportingObserver(() => undefined, { types: ['csp-violation'], buffered: true });
    observer.observe();
    for (const report of observer.takeRecords()) {
      const body: object = report.body ?? {};
      if (!('blockedURL' in body && 'disposition' in body && 'effectiveDirective' in body)) continue;
      if (body.disposition !== 'enforce') continue;
      refused.push({ url: String(body.blockedURL).slice(0, 2048), directive: String(body.effectiveDirective) });
    }
    observer.disconnect();
  } catch {
    // The browser does not tell: then nothing is known to be refused.
  }
  const listed = entries.slice(0, 500).map((entry) => ({
    url: entry.name.slice(0, 2048),
    type: entry.initiatorType,
    at: Math.round(origin + entry.startTime),
    status: entry.responseStatus,
    bytes: entry.transferSize,
    tookMs: entry.duration,
    answerAt: entry.responseStart === 0 ? 0 : Math.round(origin + entry.responseStart),
  }));
  const known = new Set(entries.map(({ name }) => name));
  const shown = [...document.images]
    .filter((image) => image.complete && image.naturalWidth > 0 && !known.has(image.currentSrc))
    .slice(0, 500)
    .map((image) => ({
      url: image.currentSrc.slice(0, 2048),
      type: 'img',
      at: Math.round(origin + performance.now()),
    }));
  return { isFull: entries.length >= 250, refused, resources: [...listed, ...shown] };
}

function isTiming(result: unknown): result is Pick<FrameTiming, 'resources' | 'refused' | 'isFull'> {
  return typeof result === 'object' && result !== null && 'resources' in result && Array.isArray(result.resources);
}
