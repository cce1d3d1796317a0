import type { Evidence, Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * Candor could not watch this page, or not all of it: there may be more than the report shows.
 *
 * It says nothing of the site.
 */
export function observationIncomplete({ coverage, cut, cookiesRead, site }: FindingContext): readonly Finding[] {
  const wasCut = cut.contacts + cut.cookies > 0;
  if (coverage.kind === 'all' && !wasCut && cookiesRead) return [];
  const gaps = coverage.kind === 'all' ? [] : [...new Set(coverage.gaps.map(({ reason }) => reason))];
  const evidence: Evidence[] = gaps.map((text) => ({ kind: 'text', text }));
  if (wasCut) evidence.push({ kind: 'text', text: `cut: ${cut.contacts} contacts, ${cut.cookies} cookies` });
  if (!cookiesRead) evidence.push({ kind: 'text', text: 'cookies not read' });
  return [
    {
      id: 'observation-incomplete',
      key: `observation-incomplete:${site.host}`,
      severity: 'note',
      subject: site.host,
      pointer: null,
      quote: null,
      evidence,
    },
  ];
}
