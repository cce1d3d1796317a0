import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import shipped from '../../../assets/candor-audit-1.schema.json';
import { type AuditReport, auditReport } from '../../../lib/audit/audit-report';
import type { Observation } from '../../../lib/observation/observation';
import { isUnaltered, maxAuditFileLength, parseAuditFile } from '../../../lib/report/audit-file';
import { auditAsJson } from '../../../lib/report/audit-json';
import { canonicalJson } from '../../../lib/report/canonical-json';
import { anyHostileAudit, audits, cloudopsAudit, header, sessionOf } from '../../fixtures/audits';
import { busyPage } from '../../fixtures/observations/busy-page';
import { cloudopsUndeclared } from '../../fixtures/observations/cloudops';
import { noon } from '../../fixtures/observations/make';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { sha256 } from '../../support/sha256';

const validate = new Ajv2020({ strict: false }).compile(shipped);
const exported = (report: AuditReport) => auditAsJson(report, header, sha256);

async function expectSound(report: AuditReport) {
  const text = await exported(report);
  validate(JSON.parse(text));
  expect(validate.errors ?? []).toEqual([]);
  const parsed = parseAuditFile(text);
  expect(parsed.ok ? [] : parsed.issues).toEqual([]);
  // Nothing is in it that the schema does not name.
  expect(parsed.ok ? `${canonicalJson(parsed.file)}\n` : '').toBe(text);
  expect(await isUnaltered(text, sha256)).toBe(true);
}

test.each(audits)('%s: it fits the shipped JSON Schema, can be read back and bears its own hash', (_, report) =>
  expectSound(report),
);

test('so does any other', async () => {
  await fc.assert(fc.asyncProperty(anyHostileAudit, expectSound), { numRuns: 40 });
}, 60_000);

test('it holds head, policy, what was missed, findings with judgements, rows, verdicts and the whole', async () => {
  const document = JSON.parse(await exported(cloudopsAudit)) as Readonly<Record<string, unknown>>;
  expect(document).toMatchObject({
    format: 'candor-audit',
    version: 1,
    header: { candorVersion: '0.1.0', catalogueAsOf: '2026-11-22', browser: 'Firefox 153', policy: 'published' },
    audit: { site: 'cloudops.example', startedAt: '2026-11-22T12:00:00.000Z', endedAt: '2026-11-22T13:00:00.000Z' },
    policy: { kind: 'read', sha256: '0'.repeat(64), fetchedAt: '2026-11-22T12:00:00.000Z' },
    missed: { coverage: { kind: 'part', gaps: [{ reason: 'timing-full' }] }, cut: { contacts: 3 } },
  });
  expect(document['findings']).toContainEqual(
    expect.objectContaining({
      key: 'unidentified-recipient:cdn-x.example',
      scenarios: ['accepted', 'before-choice'],
      judgement: {
        state: 'explained',
        note: 'Their own CDN, says the client: https://wiki.example/cdn?…',
      },
    }),
  );
  expect(document['rows']).toContainEqual(
    expect.objectContaining({
      id: 'service:meta-pixel',
      byScenario: expect.objectContaining({ 'before-choice': 'active' }),
    }),
  );
});

describe('two runs of the same walk', () => {
  const policy = { kind: 'not-looked' } as const;
  const run = (later: number, turn: (seen: Observation) => Observation) => {
    const pages = [cloudopsUndeclared, busyPage].map((seen) => [turn(shifted(seen, later)), null] as const);
    return exported(auditReport(sessionOf(pages), policy, testCatalogue, noon + later));
  };

  test('give the same text but for times and the hash', async () => {
    const one = await run(0, (seen) => seen);
    const other = await run(86_400_000, (seen) => ({
      ...seen,
      tabId: 99,
      documentId: 'other',
      contacts: [...seen.contacts].reverse(),
      cookies: [...seen.cookies].reverse(),
      forms: [...seen.forms].reverse(),
      workerContacts: [...seen.workerContacts].reverse(),
    }));
    expect(one).not.toBe(other);
    expect(withoutTimes(one)).toBe(withoutTimes(other));
  });

  function shifted(seen: Observation, by: number): Observation {
    const contacts = seen.contacts.map((it) => ({ ...it, firstAt: it.firstAt + by, lastAt: it.lastAt + by }));
    return { ...seen, contacts, startedAt: seen.startedAt + by };
  }

  function withoutTimes(text: string): string {
    return text.replace(/"\d{4}-\d\d-\d\dT[^"]*Z"/g, '"time"').replace(/"sha256":"[0-9a-f]{64}"/g, '"hash"');
  }
});

describe('query names', () => {
  test('are left out unless they are asked for', async () => {
    expect(await exported(cloudopsAudit)).not.toContain('token');
    expect(await auditAsJson(cloudopsAudit, header, sha256, { keepsQueryNames: true })).toContain('/cdn?token=…"');
  });
});

describe('reading a file back', () => {
  const issuesOf = (text: string) => {
    const parsed = parseAuditFile(text);
    return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`.trim());
  };

  test.each([
    ['no JSON', '{', 'not-json'],
    ['another file', '{"format":"candor-report","version":1}', 'not-an-audit'],
    ['null', 'null', 'not-an-audit'],
    ['a later version', '{"format":"candor-audit","version":2}', 'unsupported-version'],
    ['brackets without end', '['.repeat(100_000), 'too-deep'],
  ])('%s is refused', (_, text, code) => {
    expect(issuesOf(text)).toEqual([code]);
  });

  test('what is too long is refused before it is read', () => {
    expect(issuesOf(' '.repeat(maxAuditFileLength + 1))).toEqual(['too-large']);
  });

  test('a wrong member is named by its place', async () => {
    const file = JSON.parse(await exported(cloudopsAudit)) as { rows: { activity: string }[] };
    const [first] = file.rows;
    if (first !== undefined) first.activity = 'busy';
    expect(issuesOf(JSON.stringify(file))).toEqual(['invalid /rows/0/activity']);
  });

  test('a changed word shows in the hash, white space does not', async () => {
    const text = await exported(cloudopsAudit);
    expect(await isUnaltered(JSON.stringify(JSON.parse(text), null, 2), sha256)).toBe(true);
    expect(await isUnaltered(text.replace('Left over', 'Never'), sha256)).toBe(false);
    expect(await isUnaltered('{}', sha256)).toBe(false);
  });
});
