import type { TabReport } from '../comparison/site-report';

/** `count`: recipients at work. `unknown`: could not look. `none`: there is no website to look at. */
export interface Badge {
  /** At most four characters. */
  readonly text: string;
  readonly kind: 'count' | 'unknown' | 'none';
}

/**
 * The badge of a tab: `counts.active` of its report, the number that the summary adds up to.
 *
 * `?` where we could not look, and where we looked only in part and saw nothing: there "0" would claim too much.
 * `3+` where three were seen and there may be more; `99+` above 99. Empty only where there is no website.
 */
export function badgeOf(tab: TabReport): Badge {
  if (tab.kind === 'no-page') {
    const isWebsite = tab.reason === 'file' || tab.reason === 'private-window-not-allowed';
    return isWebsite ? { text: '?', kind: 'unknown' } : { text: '', kind: 'none' };
  }
  const { coverage, counts } = tab.report;
  if (coverage.kind === 'none' || (coverage.kind === 'part' && counts.active === 0))
    return { text: '?', kind: 'unknown' };
  const shown = Math.min(counts.active, 99);
  const isMore = coverage.kind === 'part' || counts.active > shown;
  return { text: isMore ? `${shown}+` : `${shown}`, kind: 'count' };
}
