import type { Access, Coverage, GapReason } from '../observation/observation';
import { term } from './term';
import type { Translate } from './translate';

export interface CoverageWords {
  readonly title: string;
  readonly text: string;
  /** The single reasons, where the page was watched in part. */
  readonly reasons: readonly string[];
  /** What would mend it. */
  readonly action: 'reload' | 'grant' | null;
}

/** What was not seen, and why; `null` where all was watched. */
export function describeCoverage(t: Translate, coverage: Coverage, access: Access): CoverageWords | null {
  if (coverage.kind === 'all') return null;
  const reasons = [...new Set(coverage.gaps.map((gap) => gap.reason))];
  const action = actionFor(reasons, access);
  if (coverage.kind === 'none') {
    return { title: t('coverage_none_title'), text: noneText(t, reasons, access), reasons: [], action };
  }
  return {
    title: t('coverage_part_title'),
    text: t('coverage_part'),
    reasons: reasons.map((reason) => term(t, 'gap', reason)),
    action,
  };
}

/** The reason that people can do most about comes first. */
function noneText(t: Translate, reasons: readonly GapReason[], access: Access): string {
  if (access === 'none') return t('coverage_none_no_permission');
  if (reasons.includes('browser-keeps-away')) return t('coverage_none_browser_keeps_away');
  if (reasons.includes('no-permission')) return t('coverage_none_was_not_allowed');
  if (reasons.includes('private-window-not-allowed')) return t('coverage_none_private_window_not_allowed');
  if (reasons.includes('background-restarted')) return t('coverage_none_background_restarted');
  if (reasons.some(isImport)) return t('coverage_none_imported');
  if (reasons.includes('opened-before-candor')) return t('coverage_none_opened_before_candor');
  return t('coverage_none_other');
}

function actionFor(reasons: readonly GapReason[], access: Access): CoverageWords['action'] {
  if (access !== 'all') return 'grant';
  const cannotBeMended = reasons.some((reason) => unmendable.includes(reason) || isImport(reason));
  return cannotBeMended ? null : 'reload';
}

const unmendable: readonly GapReason[] = ['private-window-not-allowed', 'browser-keeps-away'];

/** What a file does not tell, no reloading tells. */
function isImport(reason: GapReason): boolean {
  return reason === 'imported-har' || reason === 'imported-evidence';
}
