import { expect, test } from 'vitest';
import { type Access, type Coverage, type GapReason, gapReasons } from '../../../lib/observation/observation';
import { describeCoverage } from '../../../lib/words/describe-coverage';
import { english as t } from './english';

const at = 1000;
const none = (reason: GapReason): Coverage => ({ kind: 'none', gaps: [{ reason, at }] });
const part = (reason: GapReason): Coverage => ({ kind: 'part', since: at, gaps: [{ reason, at }] });

test.each<readonly [string, Coverage, Access, string, string | null]>([
  ['not allowed', none('no-permission'), 'none', 'not allowed to see this site’s requests', 'grant'],
  ['allowed by now', none('no-permission'), 'all', 'Now it is: reload', 'reload'],
  ['kept away', none('browser-keeps-away'), 'all', 'lets no extension look', null],
  ['open before', none('opened-before-candor'), 'all', 'Reload', 'reload'],
  ['stopped by the browser', none('background-restarted'), 'all', 'Reload', 'reload'],
  ['an imported file without the page', none('imported-har'), 'all', 'does not hold the beginning', null],
  ['an imported file', part('imported-har'), 'all', 'missed part', null],
  ['imported evidence', part('imported-evidence'), 'all', 'missed part', null],
  ['this site only', part('no-permission-elsewhere'), 'this-site', 'missed part', 'grant'],
  ['this site only, allowed by now', part('no-permission-elsewhere'), 'all', 'missed part', 'reload'],
])('%s: the words and what would mend it', (_, coverage, access, text, action) => {
  const words = describeCoverage(t, coverage, access);
  expect(words?.text).toContain(text);
  expect(words?.action).toBe(action);
});

test('all was watched: nothing to say', () => {
  expect(describeCoverage(t, { kind: 'all', since: at }, 'all')).toBeNull();
});

test.each(gapReasons)('the reason %s has plain words', (reason) => {
  const [words] = describeCoverage(t, part(reason), 'all')?.reasons ?? [];
  expect(words).toMatch(/\.$/);
  expect(words).not.toContain('unknown');
});
