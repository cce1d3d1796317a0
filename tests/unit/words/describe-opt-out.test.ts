import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { Coverage } from '../../../lib/observation/observation';
import { optOutFaults, leakReasons } from '../../../lib/opt-out/opt-out';
import type { OptOutProof, OptOutReport } from '../../../lib/opt-out/opt-out';
import { concernsAnalytics, describeOptOut } from '../../../lib/words/describe-opt-out';
import cloudops from '../../fixtures/cloudops.json';
import { cloudopsHome } from '../../fixtures/observations/cloudops';
import { observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { optOut } from '../../fixtures/opt-out';
import { english as t } from './english';

const report = compare(stateOf(cloudops, 'cloudops.example'), cloudopsHome, testCatalogue, 0);
const words = (more: Partial<OptOutReport>) => describeOptOut(t, report, optOut(more));

describe('the state in one sentence', () => {
  test.each<readonly [OptOutProof, Partial<OptOutReport>, RegExp]>([
    [{ kind: 'off', hits: 0, hasTag: false }, { on: null }, /^Google Analytics was not seen on this page\.$/],
    [{ kind: 'off', hits: 0, hasTag: true }, { on: null }, /is loaded here; it has sent nothing yet/],
    [{ kind: 'off', hits: 1, hasTag: true }, { on: null }, /was sent 1 hit from/],
    [{ kind: 'off', hits: 3, hasTag: true }, { on: null }, /was sent 3 hits from/],
    [{ kind: 'off', hits: 3, hasTag: true }, { on: null, isException: true }, /^Off on all sites, but not here\.$/],
    [{ kind: 'not-switched' }, {}, /could not be switched off/],
    [{ kind: 'reload-to-prove' }, {}, /load it anew/],
    [{ kind: 'cannot-tell' }, {}, /cannot tell/],
    [{ kind: 'nothing-to-prove' }, {}, /no tag/],
    [
      { kind: 'proven', since: Date.UTC(2026, 10, 22, 12, 30), tag: 'loaded' },
      {},
      /is loaded, and 0 hits left since \d/,
    ],
    [{ kind: 'proven', since: 0, tag: 'stopped' }, {}, /was kept from loading, and 0 hits/],
    [{ kind: 'proven', since: 0, tag: 'not-seen' }, {}, /what tried to send was kept back/],
    [{ kind: 'not-effective', hits: 2, leaks: [] }, {}, /^Switched off, but 2 hits left all the same:$/],
  ])('%j', (proof, more, expected) => {
    expect(words({ proof, ...more }).state).toMatch(expected);
  });
});

test.each<readonly [Coverage, boolean, RegExp]>([
  [{ kind: 'part', since: 0, gaps: [] }, false, /^Google Analytics is not among what Candor saw of this page\.$/],
  [{ kind: 'part', since: 0, gaps: [] }, true, /did not see all/],
  [{ kind: 'none', gaps: [] }, false, /^Candor could not look/],
])('what was watched as %j is never told as nothing', (coverage, hasTag, expected) => {
  const off = optOut({ on: null, proof: { kind: 'off', hits: 0, hasTag } });
  expect(describeOptOut(t, { ...report, coverage }, off).state).toMatch(expected);
});

test('each reason has its own sentence, with the host, and the frame where there is one', () => {
  const leaks = leakReasons.map((reason) => ({ reason, hits: 2, host: 'g.example', frame: 'embed.example' }));
  const said = words({ proof: { kind: 'not-effective', hits: 10, leaks } }).leaks;
  expect(new Set(said).size).toBe(leakReasons.length);
  for (const line of said) expect(line).toContain('2 hits to g.example');
  expect(said[leakReasons.indexOf('foreign-frame')]).toContain('a frame of embed.example');
});

test('each fault is told', () => {
  expect(new Set(words({ faults: optOutFaults }).faults).size).toBe(optOutFaults.length);
});

test.each([
  [['G-A', 'G-B'], ['G-A', 'G-B'], 'Opt-out cookie set for G-A and G-B.'],
  [['G-A', 'G-B'], ['G-A'], 'Opt-out cookie set for G-A; not for G-B.'],
  [['G-A'], [], 'No opt-out cookie for G-A.'],
  [[], [], null],
])('of the ids %j, %j have the cookie', (ids, cookieIds, expected) => {
  expect(words({ ids, cookieIds }).cookies).toBe(expected);
});

test('the cookie is not asked for where the switch of the site is not on', () => {
  expect(words({ on: 'everywhere', cookieIds: [] }).cookies).toBeNull();
});

test('what the policy offers itself is named', () => {
  expect(words({}).offered).toContain('an opt-out cookie and Google’s add-on');
});

test('what the switch does not do depends on whether the tag is blocked', () => {
  expect(words({}).limits[0]).toContain('Google sees your IP address');
  expect(words({ blocking: 'hits-and-tag' }).limits[0]).toContain('kept back');
  expect(words({}).limits.at(-1)).toContain('Art. 21(5)');
});

test('where there is no switch, that is said with the reason', () => {
  expect(words({}).noSwitch).toBeNull();
  expect(words({ use: 'private-window' }).noSwitch).toContain('private window');
  expect(words({ use: 'no-permission' }).noSwitch).toContain('needs access');
});

test('a page that has nothing to do with it says so in one line only', () => {
  const clean = compare({ kind: 'not-looked' }, observation('clean.example'), testCatalogue, 0);
  const off = optOut({ on: null, proof: { kind: 'off', hits: 0, hasTag: false } });
  expect(concernsAnalytics(clean, off)).toBe(false);
  expect(concernsAnalytics(clean, { ...off, everywhere: true })).toBe(true);
  expect(concernsAnalytics(report, off)).toBe(true);
});
