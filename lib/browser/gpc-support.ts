import { type GpcSupport, gpcSupportPath, parseGpcSupport } from '../consent/gpc-support';
import { readSettings } from './settings';

const patienceMs = 5000;
const mostCharacters = 10_000;
const mostSites = 100;

/**
 * What sites say of Global Privacy Control. A site is asked when somebody who sends it looks at a report, once while
 * the background lives: without cookies, without referrer. The answers stay in memory.
 */
export class GpcSupportService {
  readonly #answers = new Map<string, GpcSupport | null>();

  /** What is known now; `null` where the site says nothing, or was not asked. */
  known(url: string): GpcSupport | null {
    return this.#answers.get(originOf(url) ?? '') ?? null;
  }

  async look(url: string): Promise<void> {
    const origin = originOf(url);
    if (origin === null || this.#answers.has(origin) || !(await readSettings()).sendsGpc) return;
    if (this.#answers.size >= mostSites) this.#answers.clear();
    this.#answers.set(origin, null);
    try {
      const answer = await fetch(origin + gpcSupportPath, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      const text = answer.ok ? await answer.text() : '';
      if (text.length <= mostCharacters) this.#answers.set(origin, parseGpcSupport(text));
    } catch {
      // Not reached: nothing is known, which is what stands there.
    }
  }
}

/** Https alone: what anyone on the line could have written is no statement of the site. */
function originOf(url: string): string | null {
  return url.startsWith('https://') && URL.canParse(url) ? new URL(url).origin : null;
}
