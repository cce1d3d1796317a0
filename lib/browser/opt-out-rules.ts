import type { Blocking, OptOutChoices } from '../opt-out/opt-out';
import { type BlockingRule, type RuleScope, planRules, planTabRules } from '../opt-out/plan-rules';
import { browser } from './api';

/** Firefox's rules cannot ask for the site of the page; Chromium's can. */
export const ruleScope: RuleScope = 'getBrowserInfo' in browser.runtime ? 'initiator' : 'top';

/** Blocks as chosen and nothing else. Rejects where the browser does not take the rules. */
export async function applyRules(choices: OptOutChoices): Promise<void> {
  const planned = planRules(choices, ruleScope);
  const before = (await rules.getDynamicRules()).filter(({ id }) => id < gpcRuleId);
  if (!isSame(before, planned)) {
    await rules.updateDynamicRules({ removeRuleIds: before.map(({ id }) => id), addRules: planned });
  }
}

/** Blocks in the tabs that show a site with blocking, where rules cannot ask for the page's site. */
export async function applyTabRules(tabs: readonly { readonly tabId: number; readonly blocking: Blocking }[]) {
  if (ruleScope === 'top') return;
  const planned = planTabRules(tabs);
  const before = await rules.getSessionRules();
  if (!isSame(before, planned)) {
    await rules.updateSessionRules({ removeRuleIds: before.map(({ id }) => id), addRules: planned });
  }
}

/** The one rule that is not of blocking: it has a number above all of theirs. */
const gpcRuleId = 10_000;

/** Sends `Sec-GPC: 1` with every request, or no longer. Rejects where the browser does not take the rule. */
export async function applyGpcRule(isOn: boolean): Promise<void> {
  const there = (await rules.getDynamicRules()).some(({ id }) => id === gpcRuleId);
  if (there === isOn) return;
  await rules.updateDynamicRules({ removeRuleIds: [gpcRuleId], addRules: isOn ? [gpcRule] : [] });
}

const gpcRule = {
  id: gpcRuleId,
  action: { type: 'modifyHeaders', requestHeaders: [{ header: 'Sec-GPC', operation: 'set', value: '1' }] },
  // Without a list the page's own request would be left out.
  condition: {
    resourceTypes: [
      ...['main_frame', 'sub_frame', 'stylesheet', 'script', 'image', 'font', 'object', 'xmlhttprequest'],
      ...['ping', 'csp_report', 'media', 'websocket', 'other'],
    ],
  },
} as const;

interface AnyRule {
  readonly id: number;
  readonly action: object;
  readonly condition: object;
}

interface Changes {
  readonly removeRuleIds: readonly number[];
  readonly addRules: readonly AnyRule[];
}

/** As the browsers have it; the polyfill's types lag behind. */
interface Rules {
  getDynamicRules(): Promise<readonly AnyRule[]>;
  updateDynamicRules(changes: Changes): Promise<void>;
  getSessionRules(): Promise<readonly AnyRule[]>;
  updateSessionRules(changes: Changes): Promise<void>;
}

const rules = browser.declarativeNetRequest as unknown as Rules;

/** Browsers add members with their usual values: what is planned must be there, under the same numbers. */
function isSame(there: readonly AnyRule[], planned: readonly BlockingRule[]): boolean {
  return (
    there.length === planned.length &&
    planned.every(({ id, condition }) => {
      const one: Readonly<Record<string, unknown>> = { ...there.find((rule) => rule.id === id)?.condition };
      return Object.entries(condition).every(([key, value]) => JSON.stringify(one[key]) === JSON.stringify(value));
    })
  );
}
