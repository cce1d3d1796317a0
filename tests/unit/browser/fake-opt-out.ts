import type { OptOutPage } from '../../../lib/browser/opt-out-service';
import type { OptOutPorts } from '../../../lib/browser/opt-out-ports';
import { disablingName } from '../../../lib/opt-out/measurement-id';
import type { PlannedScript } from '../../../lib/opt-out/plan-scripts';

/** What can go wrong in the browser. */
export const troubles = [
  'read',
  'write',
  'scripts',
  'scripts-silently',
  'rules',
  'cookies',
  'cookies-silently',
  'page',
] as const;
export type Trouble = (typeof troubles)[number];

/** A browser as the opt-out knows one: what is kept and registered outlives the background, which can end at any step. */
export class FakeOptOutBrowser {
  stored: unknown;
  scripts: readonly PlannedScript[] = [];
  cookies = new Set<string>();
  readonly troubles = new Set<Trouble>();
  /** Steps until the background is killed; what it asks for after that never happens. */
  stepsLeft = Infinity;
  /** What the page that is shown has got of the page part. */
  isSet = false;

  /** Loads the page: it has the page part if that is registered for it then. */
  load(site: string): void {
    this.isSet = this.scripts.some(
      ({ matches, excludeMatches }) => covers(matches, site) && !covers(excludeMatches, site),
    );
  }

  /** The ports of a background that is started now. */
  ports(): OptOutPorts {
    const step = this.#stepsOf();
    return {
      read: () => step('read', () => this.stored),
      write: (record) => step('write', () => void (this.stored = structuredClone(record))),
      registerScripts: (planned) => step('scripts', () => this.#register(planned)),
      applyRules: () => step('rules', () => undefined),
      isSetInPage: () => step('page', () => this.isSet).catch(() => null),
      idsInPage: () => step('page', () => ['G-DEMO000001']).catch(() => []),
      cookiePlaceOf: (_tab, url, site) => step('cookies', () => ({ storeId: '0', url, site })),
      disabledIds: (_place, ids) => step('cookies', () => ids.filter((id) => this.cookies.has(disablingName(id)))),
      setDisabling: (_place, ids) => step('cookies', () => this.#setCookies(ids)),
      removeDisabling: (_place, ids) =>
        step('cookies', () => {
          for (const id of ids) this.cookies.delete(disablingName(id));
        }),
      deleteAnalyticsCookies: () => step('cookies', () => !this.troubles.has('cookies-silently')),
    };
  }

  #register(planned: readonly PlannedScript[]): boolean {
    const isChanged = JSON.stringify(this.scripts) !== JSON.stringify(planned);
    // The browser said yes and did nothing: it is found out by asking again, as the real port does.
    if (isChanged && this.troubles.has('scripts-silently')) throw new Error('not registered as planned');
    this.scripts = planned;
    return isChanged;
  }

  #setCookies(ids: readonly string[]): void {
    if (!this.troubles.has('cookies-silently')) for (const id of ids) this.cookies.add(disablingName(id));
  }

  #stepsOf() {
    let isAlive = true;
    return async <T>(kind: Trouble, act: () => T): Promise<T> => {
      await Promise.resolve();
      if (this.stepsLeft <= 0) isAlive = false;
      this.stepsLeft -= 1;
      if (!isAlive) return new Promise<T>(() => undefined);
      if (this.troubles.has(kind)) throw new Error(`trouble: ${kind}`);
      return act();
    };
  }
}

export function pageOn(host: string, documentId: string): OptOutPage {
  const tab = { id: 1, incognito: false } as OptOutPage['tab'];
  return { tab, documentId, url: `https://${host}/`, host, hasAccess: true, isSettled: true };
}

function covers(matches: readonly string[], site: string): boolean {
  return matches.some((pattern) => pattern === '<all_urls>' || pattern === `*://*.${site}/*`);
}
