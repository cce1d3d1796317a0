import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { Coverage } from '../../../lib/observation/observation';
import { badgeOf } from '../../../lib/report/badge';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

const all: Coverage = { kind: 'all', since: noon };
const part: Coverage = { kind: 'part', since: noon, gaps: [] };
const none: Coverage = { kind: 'none', gaps: [] };

describe('the badge', () => {
  test.each<[string, Coverage, number, string, string]>([
    ['three at work', all, 3, '3', 'count'],
    ['none at work, watched wholly', all, 0, '0', 'count'],
    ['three seen, watched in part', part, 3, '3+', 'count'],
    ['none seen, watched in part', part, 0, '?', 'unknown'],
    ['not watched', none, 0, '?', 'unknown'],
    ['a hundred and one', all, 101, '99+', 'count'],
  ])('%s', (_, coverage, strangers, text, kind) => {
    const contacts = Array.from({ length: strangers }, (__, at) => contact({ host: `x${at}.example` }));
    const page = observation('shop.example', { coverage, contacts });
    const report = compare({ kind: 'not-looked' }, page, testCatalogue, noon);
    expect(badgeOf({ kind: 'report', report })).toEqual({ text, kind });
  });

  test.each([
    ['browser-page', '', 'none'],
    ['no-tab', '', 'none'],
    ['file', '?', 'unknown'],
    ['private-window-not-allowed', '?', 'unknown'],
  ] as const)('no page (%s)', (reason, text, kind) => {
    expect(badgeOf({ kind: 'no-page', reason })).toEqual({ text, kind });
  });
});
