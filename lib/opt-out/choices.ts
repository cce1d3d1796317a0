import * as v from 'valibot';
import { type Blocking, type OptOutChange, type OptOutChoices, type SiteChoice, blockings } from './opt-out';

/** Nothing is switched off until a person does. */
export const noChoices: OptOutChoices = { everywhere: false, blockingEverywhere: 'none', sites: {} };

/** The choices as they were stored; what is missing or broken reads as not chosen, each member for itself. Never throws. */
export function parseChoices(stored: unknown): OptOutChoices {
  const { everywhere, blockingEverywhere, sites } = v.parse(schema, stored);
  const entries = Object.entries(sites).filter(([site]) => siteName.test(site));
  const read = entries.flatMap(([site, choice]) => {
    const result = v.safeParse(siteChoice, choice);
    return result.success ? [[site, result.output] as const] : [];
  });
  return { everywhere, blockingEverywhere, sites: Object.fromEntries(read) };
}

/** The choices after one change for this site; the same choices where it changes nothing. */
export function changeChoices(choices: OptOutChoices, site: string, change: OptOutChange): OptOutChoices {
  if (change.kind === 'everywhere') {
    return {
      ...choices,
      everywhere: change.isOn,
      blockingEverywhere: change.isOn ? choices.blockingEverywhere : 'none',
    };
  }
  if (change.kind === 'site') return switchSite(choices, site, change.isOn);
  if (change.kind === 'delete-cookies') return choices;
  const { on } = inForce(choices, site);
  if (on === 'everywhere') return { ...choices, blockingEverywhere: change.level };
  return on === null ? choices : withSite(choices, site, { analytics: 'off', blocking: change.level });
}

/** What holds on the pages of a site. */
export interface InForce {
  readonly on: 'site' | 'everywhere' | null;
  readonly isException: boolean;
  readonly blocking: Blocking;
}

export function inForce({ everywhere, blockingEverywhere, sites }: OptOutChoices, site: string): InForce {
  const own = sites[site];
  const general = everywhere ? blockingEverywhere : 'none';
  if (own?.analytics === 'allowed') return { on: null, isException: everywhere, blocking: 'none' };
  if (own?.analytics === 'off') return { on: 'site', isException: false, blocking: stronger(own.blocking, general) };
  return { on: everywhere ? 'everywhere' : null, isException: false, blocking: general };
}

/** The sites of which something was chosen, by what. */
export function sitesWith({ sites }: OptOutChoices, analytics: SiteChoice['analytics']): readonly string[] {
  return Object.keys(sites)
    .filter((site) => sites[site]?.analytics === analytics)
    .sort();
}

function switchSite(choices: OptOutChoices, site: string, isOn: boolean): OptOutChoices {
  if ((inForce(choices, site).on !== null) === isOn) return choices;
  const wanted: SiteChoice | null = choices.everywhere
    ? isOn
      ? null
      : { analytics: 'allowed', blocking: 'none' }
    : isOn
      ? { analytics: 'off', blocking: 'none' }
      : null;
  return withSite(choices, site, wanted);
}

function withSite(choices: OptOutChoices, site: string, choice: SiteChoice | null): OptOutChoices {
  const others = Object.entries(choices.sites).filter(([name]) => name !== site);
  return { ...choices, sites: Object.fromEntries(choice === null ? others : [...others, [site, choice]]) };
}

const stronger = (one: Blocking, other: Blocking) => (blockings.indexOf(one) > blockings.indexOf(other) ? one : other);

const siteName = /^(?!__proto__$)[a-z0-9.:[\]_-]{1,253}$/u;
const level = v.fallback(v.picklist(blockings), 'none');
const siteChoice = v.object({ analytics: v.picklist(['off', 'allowed']), blocking: v.optional(level, 'none') });
const schema = v.fallback(
  v.object({
    everywhere: v.optional(v.fallback(v.boolean(), false), false),
    blockingEverywhere: v.optional(level, 'none'),
    sites: v.optional(v.fallback(v.record(v.string(), v.unknown()), {}), {}),
  }),
  { everywhere: false, blockingEverywhere: 'none' as const, sites: {} },
);
