import type { HostingMatch } from '../catalogue/catalogue';
import type { ProcessorReport } from '../comparison/site-report';
import { describeVerdict } from './describe-activity';
import { describeCountryInSentence } from './describe-country';
import { describeList } from './describe-list';
import type { Translate } from './translate';

/** Whole sentences on what the verdict of a row means and how sure it is. */
export function describeVerdictNotes(
  t: Translate,
  processor: ProcessorReport,
  nameOf: (id: string) => string,
): readonly string[] {
  const notes: string[] = [];
  const verdict = describeVerdict(t, processor);
  if (verdict !== null) notes.push(verdict);
  if (processor.activity === 'active' && processor.stopped > 0) {
    notes.push(t.count('verdict_note_some_stopped', processor.stopped));
  }
  if (processor.seatAbroad !== null) {
    notes.push(t('seat_abroad', describeCountryInSentence(t, processor.seatAbroad)));
  }
  if (processor.sharedWith.length > 0) {
    notes.push(t('shared_with', describeList(t, processor.sharedWith.map(nameOf), 'or')));
  }
  return [...notes, ...new Set(processor.hosting.map((it) => describeHosting(t, it, processor)))];
}

function describeHosting(t: Translate, match: HostingMatch, processor: ProcessorReport): string {
  const name = processor.service?.name ?? processor.name;
  const line = match.edge === undefined ? t('hosting_line', name) : t('hosting_line_edge', name, match.edge);
  return `${line} ${t('hosting_evidence', match.evidence)}`;
}
