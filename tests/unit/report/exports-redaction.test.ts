import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuditReport } from '../../../lib/audit/audit-report';
import { findingsAsCsv, rowsAsCsv } from '../../../lib/report/audit-csv';
import { auditAsHar } from '../../../lib/report/audit-har';
import { auditAsHtml } from '../../../lib/report/audit-html';
import { auditAsJson } from '../../../lib/report/audit-json';
import { auditAsMarkdown } from '../../../lib/report/audit-markdown';
import type { Redaction } from '../../../lib/report/redact';
import { anyHostileAudit, header, markup, secret } from '../../fixtures/audits';
import { sha256 } from '../../support/sha256';
import { english as t } from '../words/english';

const exportsOf = async (report: AuditReport, redaction: Redaction) => ({
  json: await auditAsJson(report, header, sha256, redaction),
  findings: findingsAsCsv(report, redaction),
  rows: rowsAsCsv(report, redaction),
  markdown: auditAsMarkdown(t, report, header, redaction),
  html: auditAsHtml(t, report, header, redaction),
  har: auditAsHar(report, header.candorVersion, redaction),
});

/** For people: nothing that hides or reorders text. JSON and HAR keep what a site says as it said it. */
const hidden = /[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/;

test('no export holds a cookie value, query value, fragment or user info, with names of query members or without', async () => {
  const seen = { secretsIn: 0 };
  await fc.assert(
    fc.asyncProperty(anyHostileAudit, fc.boolean(), async (report, keepsQueryNames) => {
      if (JSON.stringify(report).includes(secret)) seen.secretsIn += 1;
      for (const [name, text] of Object.entries(await exportsOf(report, { keepsQueryNames }))) {
        expect(text, name).not.toContain(secret);
        if (!keepsQueryNames) expect(text, name).not.toMatch(/[?&](token|email|auth|next)=/);
        if (name !== 'json' && name !== 'har') expect(text, name).not.toMatch(hidden);
      }
    }),
    { numRuns: 40 },
  );
  expect(seen.secretsIn).toBeGreaterThan(12);
}, 120_000);

test('in HTML and Markdown no markup of a site stands as such', () => {
  fc.assert(
    fc.property(anyHostileAudit, (report) => {
      const html = auditAsHtml(t, report, header, { keepsQueryNames: true });
      const markdown = auditAsMarkdown(t, report, header, { keepsQueryNames: true });
      expect(html).not.toMatch(/<(img|script|b>bold|i>|br>)/);
      expect(html).not.toContain(markup);
      expect(markdown).not.toContain(markup);
    }),
    { numRuns: 40 },
  );
}, 120_000);
