import type { AuditFinding, AuditReport } from '../audit/audit-report';
import { safePageUrl } from '../report/safe-url';
import type { Translate } from './translate';

/** The pages that show a finding, in short lines; none where only one was walked, or where no page shows it. */
export function describeFindingPages(t: Translate, { pages }: AuditReport, finding: AuditFinding): readonly string[] {
  const walked = new Set(pages.map(({ url }) => url)).size;
  if (walked < 2 || finding.pages.length === 0) return [];
  if (finding.pages.length + finding.morePages === walked) return [t('finding_pages_all')];
  const more = finding.morePages === 0 ? [] : [t.count('finding_pages_more', finding.morePages)];
  const shown = new Set(finding.pages.map(safePageUrl).filter((url) => url !== ''));
  return [...shown, ...more];
}
