import { expect, test } from 'vitest';
import { importIssueCodes } from '../../../lib/audit/import/import-issue';
import { reviewReasons } from '../../../lib/audit/review';
import { describeImportIssue, describeReviewReason } from '../../../lib/words/describe-import';
import { english as t } from './english';

test.each(importIssueCodes)('the issue %s has plain words', (code) => {
  const { text } = describeImportIssue(t, { severity: 'error', path: '/log', code, message: '' });
  expect(text).toMatch(/\.$|”\.$/);
  expect(text).not.toContain('unknown');
});

test.each(reviewReasons)('what to state or check for %s has plain words', (reason) => {
  expect(describeReviewReason(t, reason)).toMatch(/^[A-Z].*\.$/);
});
