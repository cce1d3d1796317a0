import type { AuditReport } from '../audit/audit-report';
import type { SiteReport } from '../comparison/site-report';
import { describeScenario } from './describe-scenario';
import type { MessageKey, Translate } from './translate';

const kinds = ['named', 'not-named', 'no-policy', 'unidentified', 'stopped', 'not-seen', 'not-told'] as const;
/** How a recipient's place in the policy and what was seen of it go together. */
export type PictureKind = (typeof kinds)[number];

export interface PictureBar {
  /** `in all`, or the scenario. */
  readonly name: string;
  /** None of them is zero. */
  readonly parts: readonly { readonly kind: PictureKind; readonly count: number; readonly text: string }[];
  /** All of it in words. */
  readonly words: string;
}

/** How many recipients there are of each kind, all at once and in each scenario. */
export interface Picture {
  readonly heading: string;
  readonly bars: readonly PictureBar[];
  /** The kinds that there are. */
  readonly legend: readonly { readonly kind: PictureKind; readonly text: string }[];
}

/** `null` before the first page, and where there is no recipient at all. */
export function describePicture(t: Translate, { total, scenarios }: AuditReport): Picture | null {
  if (total === null) return null;
  const told = scenarios.map(({ id, report }) => ({
    name: describeScenario(t, id),
    counts: countsOf(report ?? total),
  }));
  const all = told.length === 1 ? [] : [{ name: t('export_in_all'), counts: countsOf(total) }];
  const bars = [...all, ...told].map(({ name, counts }) => barOf(t, name, counts));
  const used = kinds.filter((kind) => bars.some(({ parts }) => parts.some((part) => part.kind === kind)));
  if (used.length === 0) return null;
  return { heading: t('picture_heading'), bars, legend: used.map((kind) => ({ kind, text: t(keys[kind]) })) };
}

const keys = {
  named: 'picture_named',
  'not-named': 'picture_not_named',
  'no-policy': 'picture_no_policy',
  unidentified: 'picture_unidentified',
  stopped: 'picture_stopped',
  'not-seen': 'picture_not_seen',
  'not-told': 'picture_not_told',
} as const satisfies Record<PictureKind, MessageKey>;

/** As the report's own counts have it: what others' frames bring in and what stays on this device is in none. */
function countsOf({ counts, processors, policy }: SiteReport): Readonly<Record<PictureKind, number>> {
  const { active, activeDeclared, unidentified, stopped } = counts;
  const others = active - activeDeclared - unidentified;
  const isCompared = policy.kind === 'read' && (counts.declared > 0 || counts.activeNotDeclared > 0);
  const declared = processors.filter((row) => row.declared !== null);
  const notSeen = declared.filter(({ activity }) => activity === 'not-seen').length;
  const notTold = declared.filter(({ activity }) => activity === 'not-looked' || activity === 'not-observable').length;
  return {
    named: activeDeclared,
    'not-named': isCompared ? others : 0,
    'no-policy': isCompared ? 0 : others,
    ...{ unidentified, stopped, 'not-seen': notSeen, 'not-told': notTold },
  };
}

function barOf(t: Translate, name: string, counts: Readonly<Record<PictureKind, number>>): PictureBar {
  const there = kinds.filter((kind) => counts[kind] > 0);
  const parts = there.map((kind) => ({ kind, count: counts[kind], text: counts[kind].toLocaleString(t.locale) }));
  const said = parts.map(({ kind, text }) => t('picture_part', text, t(keys[kind])));
  return { name, parts, words: t('picture_bar', name, said.length === 0 ? t('export_none') : said.join('; ')) };
}
