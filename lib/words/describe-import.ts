import type { ImportIssue } from '../audit/import/import-issue';
import type { ReviewReason } from '../audit/review';
import { term } from './term';
import type { Translate } from './translate';

/** What was wrong with an imported file, and where: a JSON pointer into it, `''` for the whole. */
export function describeImportIssue(t: Translate, { code, path }: ImportIssue): { text: string; path: string } {
  return { text: term(t, 'import', code), path };
}

/** What an author must state or check of a part of a proposed policy file. */
export function describeReviewReason(t: Translate, reason: ReviewReason): string {
  return term(t, 'import', `check-${reason}`);
}
