import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditReport } from '../../../lib/audit/audit-report';
import { factsOf, factsOfFile } from '../../../lib/audit/baseline-facts';
import { diffReports } from '../../../lib/audit/diff-reports';
import { parseAuditFile } from '../../../lib/report/audit-file';
import { auditAsJson } from '../../../lib/report/audit-json';
import cloudops from '../../fixtures/cloudops.json';
import { anyHostileAudit, cloudopsAudit, emptyAudit, header, sessionOf } from '../../fixtures/audits';
import { cloudopsHome, cloudopsUndeclared } from '../../fixtures/observations/cloudops';
import { cookie, noon } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { sha256 } from '../../support/sha256';

const policy = stateOf(cloudops, 'cloudops.example');
const factsOfWalk = (...pages: (typeof cloudopsHome)[]) =>
  factsOf(auditReport(sessionOf(pages.map((page) => [page, null] as const)), policy, testCatalogue, noon));

test('an audit does not differ from itself', () => {
  const { findings, rows, cookies, scenarios, policySha256 } = diffReports(
    factsOf(cloudopsAudit),
    factsOf(cloudopsAudit),
  );
  expect([findings, rows]).toEqual(Array(2).fill({ added: [], gone: [], changed: [] }));
  expect([cookies, scenarios]).toEqual(Array(2).fill({ added: [], gone: [] }));
  expect(policySha256.isChanged).toBe(false);
  expect(diffReports(factsOf(cloudopsAudit), factsOf(cloudopsAudit)).policy).toEqual([]);
});

test('what came and what went is told, sorted', () => {
  const before = factsOfWalk(cloudopsHome);
  const after = factsOfWalk({
    ...cloudopsUndeclared,
    contacts: cloudopsUndeclared.contacts.filter(({ service }) => service !== 'google-recaptcha'),
    cookies: [
      cookie({ name: 'zeta', domain: 'cloudops.example' }),
      cookie({ name: 'alpha', domain: 'cloudops.example' }),
    ],
  });
  const difference = diffReports(before, after);
  expect(difference.findings.added.map(({ key }) => key)).toEqual([
    'undeclared-processor:service:meta-pixel',
    'unidentified-recipient:cdn-x.example',
  ]);
  expect(difference.rows.added.map(({ id }) => id)).toEqual(['cdn-x.example', 'service:meta-pixel']);
  expect(difference.rows.changed.map((it) => [it.before.id, it.before.activity, it.after.activity])).toEqual([
    ['recaptcha', 'active', 'not-seen'],
  ]);
  expect(difference.cookies).toEqual({ added: ['alpha', 'zeta'], gone: ['_ga', '_ga_CLOUDOPS1', 'session_id'] });
  expect(diffReports(after, before).findings.gone).toEqual(difference.findings.added);
});

test('a finding of another severity and another policy file are changes', () => {
  const facts = factsOfWalk(cloudopsHome);
  const findings = facts.findings.map((it) => ({ ...it, severity: 'error' as const }));
  const difference = diffReports(facts, { ...facts, findings, policySha256: '1'.repeat(64) });
  expect(difference.findings.changed.map(({ after }) => after.severity)).toEqual(findings.map(() => 'error'));
  expect(difference.policySha256).toEqual({ before: '0'.repeat(64), after: '1'.repeat(64), isChanged: true });
});

test('what changed in the policy file between two audits is told member by member', async () => {
  const [zoom] = cloudops.processors.filter(({ id }) => id === 'zoom');
  const revised = {
    ...cloudops,
    updated: '2026-11-20',
    processors: [...cloudops.processors.filter(({ id }) => id !== 'zoom'), { ...zoom, name: 'Zoom Workplace' }],
  };
  const after = auditReport(sessionOf([]), stateOf(revised, 'cloudops.example'), testCatalogue, noon);
  const walk = sessionOf([[cloudopsHome, null]]);
  const auditOf = (state: typeof policy) => auditReport(walk, state, testCatalogue, noon);
  const saved = parseAuditFile(await auditAsJson(auditOf(policy), header, sha256));
  if (!saved.ok) throw new Error('It was saved by Candor.');
  const later = auditOf(stateOf(revised, 'cloudops.example'));
  expect(diffReports(factsOfFile(saved.file), factsOf(later)).policy).toEqual([
    {
      ...{ kind: 'changed', path: ['processors', 'zoom', 'name'] },
      ...{ before: zoom?.name, after: 'Zoom Workplace' },
    },
    { kind: 'changed', path: ['updated'], before: cloudops.updated, after: '2026-11-20' },
  ]);
  expect(diffReports(factsOfFile(saved.file), factsOf(after)).policy).toEqual([]);
});

test('that the later audit saw less, or other scenarios, is told beside it', () => {
  const difference = diffReports(factsOf(cloudopsAudit), factsOf(emptyAudit));
  expect(difference).toMatchObject({ isSameSite: false, coverage: { before: 'part', after: null } });
  expect(difference.scenarios.gone).toContain('signed-in');
});

test('the facts of a report are those of its export, with names of query members or without', async () => {
  await fc.assert(
    fc.asyncProperty(anyHostileAudit, fc.boolean(), async (report, keepsQueryNames) => {
      const parsed = parseAuditFile(await auditAsJson(report, header, sha256, { keepsQueryNames }));
      expect(parsed.ok && factsOfFile(parsed.file)).toEqual(factsOf(report));
    }),
    { numRuns: 40 },
  );
}, 60_000);
