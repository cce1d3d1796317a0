import { sitesWith } from './choices';
import type { Blocking, OptOutChoices } from './opt-out';

/** A rule of declarativeNetRequest that blocks; its condition as the API has it. */
export interface BlockingRule {
  readonly id: number;
  readonly action: { readonly type: 'block' };
  readonly condition: RuleCondition;
}

export interface RuleCondition {
  readonly requestDomains?: readonly string[];
  readonly urlFilter?: string;
  readonly regexFilter?: string;
  readonly topDomains?: readonly string[];
  readonly excludedTopDomains?: readonly string[];
  readonly initiatorDomains?: readonly string[];
  readonly excludedInitiatorDomains?: readonly string[];
  readonly tabIds?: readonly number[];
}

/**
 * What tells rules whose page a request is of: the page's own site (`top`, Chromium), or only the frame's that asks
 * (`initiator`, Firefox), which misses what frames of other sites ask for.
 */
export type RuleScope = 'top' | 'initiator';

/** The rules that last, for all sites and for single ones. No choice of blocking, no rule. */
export function planRules(choices: OptOutChoices, scope: RuleScope): readonly BlockingRule[] {
  const { everywhere, blockingEverywhere } = choices;
  const general = everywhere ? targetsOf(blockingEverywhere).map((target) => allBut(target, choices, scope)) : [];
  const own = (['hits', 'hits-and-tag'] as const).flatMap((level) => {
    const sites = sitesAt(choices, level);
    return sites.length === 0 ? [] : targetsOf(level).map((target) => ({ ...target, ...within(sites, scope) }));
  });
  return numbered([...general, ...own]);
}

/** Rules for tabs that show a site with blocking, where rules cannot ask for the page's site. */
export function planTabRules(tabs: readonly { readonly tabId: number; readonly blocking: Blocking }[]) {
  const rules = (['hits', 'hits-and-tag'] as const).flatMap((level) => {
    const tabIds = tabs.filter(({ blocking }) => blocking === level).map(({ tabId }) => tabId);
    return tabIds.length === 0 ? [] : targetsOf(level).map((target) => ({ ...target, tabIds }));
  });
  return numbered(rules);
}

const hits: readonly RuleCondition[] = [
  {
    requestDomains: ['google-analytics.com', 'analytics.google.com', 'stats.g.doubleclick.net'],
    urlFilter: '/collect',
  },
  { requestDomains: ['google-analytics.com'], urlFilter: '/__utm.gif' },
  // Through a host of the site's own.
  { regexFilter: '^https?://[^?#]*/collect\\?(?:[^#]*&)?tid=(?:G|UA)-' },
];

const tag: readonly RuleCondition[] = [
  { regexFilter: '^https?://www\\.googletagmanager\\.com/gtag/(?:js|destination)\\?(?:[^#]*&)?id=(?:G|UA)-' },
  { requestDomains: ['google-analytics.com'], urlFilter: '/analytics.js' },
  { requestDomains: ['google-analytics.com'], urlFilter: '/ga.js' },
];

function targetsOf(level: Blocking): readonly RuleCondition[] {
  return level === 'none' ? [] : level === 'hits' ? hits : [...hits, ...tag];
}

const sitesAt = (choices: OptOutChoices, level: Blocking) =>
  sitesWith(choices, 'off').filter((site) => choices.sites[site]?.blocking === level);

const within = (sites: readonly string[], scope: RuleScope): RuleCondition =>
  scope === 'top' ? { topDomains: sites } : { initiatorDomains: sites };

function allBut(target: RuleCondition, choices: OptOutChoices, scope: RuleScope): RuleCondition {
  const sites = sitesWith(choices, 'allowed');
  if (sites.length === 0) return target;
  return { ...target, ...(scope === 'top' ? { excludedTopDomains: sites } : { excludedInitiatorDomains: sites }) };
}

const numbered = (conditions: readonly RuleCondition[]): readonly BlockingRule[] =>
  conditions.map((condition, place) => ({ id: place + 1, action: { type: 'block' }, condition }));
