import type { OptOutChoices } from '../opt-out/opt-out';
import type { PlannedScript } from '../opt-out/plan-scripts';
import type { OptOutRecord } from '../opt-out/record';
import { type Tabs, browser } from './api';
import { deleteAnalyticsCookies, disabledIds, removeDisabling, setDisabling } from './opt-out-cookies';
import { type CookiePlace, cookiePlaceOf } from './site-cookies';
import { idsInPage, isSetInPage } from './opt-out-page';
import { applyRules } from './opt-out-rules';
import { registerScripts } from './opt-out-scripts';

/** All that the opt-out does to the browser. Each may reject, or never answer after the background's end. */
export interface OptOutPorts {
  /** What was written last; `undefined` where nothing was. */
  read(): Promise<unknown>;
  write(record: OptOutRecord): Promise<void>;
  registerScripts(planned: readonly PlannedScript[]): Promise<boolean>;
  applyRules(choices: OptOutChoices): Promise<void>;
  isSetInPage(tabId: number): Promise<boolean | null>;
  idsInPage(tabId: number): Promise<readonly string[]>;
  cookiePlaceOf(tab: Tabs.Tab, url: string, site: string): Promise<CookiePlace>;
  disabledIds(place: CookiePlace, ids: readonly string[]): Promise<readonly string[]>;
  setDisabling(place: CookiePlace, ids: readonly string[]): Promise<void>;
  removeDisabling(place: CookiePlace, ids: readonly string[]): Promise<void>;
  deleteAnalyticsCookies(place: CookiePlace): Promise<boolean>;
}

const key = 'opt-out';

export const optOutPorts: OptOutPorts = {
  read: async () => (await browser.storage.local.get(key))[key],
  write: (record) => browser.storage.local.set({ [key]: record }),
  registerScripts: (planned) => registerScripts(planned),
  applyRules,
  isSetInPage,
  idsInPage,
  cookiePlaceOf,
  disabledIds,
  setDisabling,
  removeDisabling,
  deleteAnalyticsCookies,
};
