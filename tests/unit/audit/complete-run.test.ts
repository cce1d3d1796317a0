import { describe, expect, test } from 'vitest';
import { auditReport } from '../../../lib/audit/audit-report';
import { type AuditSession, beginSession, finish, takeIn } from '../../../lib/audit/audit-session';
import { asEarlierRun } from '../../../lib/audit/complete-run';
import { noConsentSeen } from '../../../lib/consent/consent';
import type { Observation } from '../../../lib/observation/observation';
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

const [video] = cleanShopPolicy.processors;
const declared = (more: object) => stateOf({ ...cleanShopPolicy, processors: [{ ...video, ...more }] }, 'shop.example');
const consent = { ...noConsentSeen, state: 'accepted' as const };
const accepted: Partial<Observation> = { consent };
const toVideo = contact({ host: 'video.declared.example' });

function walk(pages: readonly Partial<Observation>[], before: AuditSession['earlierRun'] = null): AuditSession {
  const begun = { ...beginSession('shop.example', 'browser', noon), earlierRun: before };
  const seen = pages.map((page, at) =>
    observation('shop.example', { documentId: `D${at}`, startedAt: noon + at, ...page }),
  );
  return finish(takeIn(begun, seen), noon + 9);
}

/** What two walks say of the video host, which the first walk saw or not. */
function twice(
  first: readonly Partial<Observation>[],
  second: readonly Partial<Observation>[],
  policy = declared({}),
  change = (session: AuditSession) => session,
) {
  const earlier = asEarlierRun(walk(first), auditReport(walk(first), policy, testCatalogue, noon).total);
  const { findings } = auditReport(change(walk(second, earlier)), policy, testCatalogue, noon);
  return findings.filter(({ id }) => id === 'declared-never-seen');
}

describe('declared-never-seen', () => {
  test('is a note where two complete walks showed nothing, with the walk before', () => {
    expect(twice([accepted], [accepted, accepted])).toMatchObject([
      {
        key: 'declared-never-seen:video',
        severity: 'note',
        pointer: '/processors/0',
        quote: 'Video host',
        evidence: [{ kind: 'run', startedAt: noon, pages: 1 }],
      },
    ]);
  });

  test('is not raised after one walk, nor where one of two saw it', () => {
    expect(auditReport(walk([accepted]), declared({}), testCatalogue, noon).findings.map(({ id }) => id)).not.toContain(
      'declared-never-seen',
    );
    expect(twice([{ ...accepted, contacts: [toVideo] }], [accepted])).toEqual([]);
    expect(twice([accepted], [{ ...accepted, contacts: [toVideo] }])).toEqual([]);
  });

  const part: Partial<Observation> = {
    coverage: { kind: 'part', since: noon, gaps: [{ reason: 'background-restarted', at: noon }] },
  };
  test.each([
    ['a page seen in part', part],
    ['cookies not read', { cookiesRead: false }],
    ['contacts cut', { cut: { contacts: 1, cookies: 0 } }],
  ])('is not raised where a walk was not complete: %s', (_, lacking) => {
    expect(twice([{ ...accepted, ...lacking }], [accepted])).toEqual([]);
    expect(twice([accepted], [accepted, { ...accepted, ...lacking }])).toEqual([]);
  });

  test('is not raised while the walk goes on, nor for a recording', () => {
    expect(twice([accepted], [accepted], declared({}), (it) => ({ ...it, state: 'running' }))).toEqual([]);
    expect(twice([accepted], [accepted], declared({}), (it) => ({ ...it, source: 'har' }))).toEqual([]);
  });

  const refused: Partial<Observation> = { consent: { ...noConsentSeen, state: 'refused' } };
  test.each([
    ['after-consent', accepted, 1],
    ['after-consent', refused, 0],
    ['always', refused, 1],
    ['on-interaction', accepted, 0],
    ['linked-only', accepted, 0],
  ])('load %s is judged by what could run', (load, page, findings) => {
    expect(twice([page], [page], declared({ load }))).toHaveLength(findings);
  });

  test('is not raised for what no browser can recognise or see', () => {
    expect(twice([accepted], [accepted], declared({ domains: undefined }))).toEqual([]);
    expect(twice([accepted], [accepted], declared({ observable: false, domains: undefined }))).toEqual([]);
  });
});
