import type { ProcessorReport } from '../comparison/site-report';
import { describeVerdict } from './describe-activity';
import { describeCountryInSentence } from './describe-country';
import { describeAliases, describeHostingEvidence } from './describe-hosting';
import { describeList } from './describe-list';
import { describeStopper } from './describe-stopped';
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
  if (processor.activity === 'stopped' && processor.declaration === 'not-declared') {
    notes.push(t('verdict_note_tried_not_declared'));
  }
  if (isByCookieAlone(processor)) notes.push(t('verdict_note_by_cookie'));
  if (processor.activity === 'active' && processor.stopped > 0) {
    notes.push(t.count('verdict_note_some_stopped', processor.stopped, describeStopper(t, processor.contacts)));
  }
  if (processor.seatAbroad !== null) {
    notes.push(t('seat_abroad', describeCountryInSentence(t, processor.seatAbroad)));
  }
  if (processor.sharedWith.length > 0) {
    notes.push(t('shared_with', describeList(t, processor.sharedWith.map(nameOf), 'or')));
  }
  const evidence = describeHostingEvidence(t, processor.hosting);
  return [...notes, ...describeAliases(t, processor), ...(evidence === null ? [] : [evidence])];
}

function isByCookieAlone({ activity, sent, listed, hosting }: ProcessorReport): boolean {
  return activity === 'active' && sent + listed + hosting.length === 0;
}
