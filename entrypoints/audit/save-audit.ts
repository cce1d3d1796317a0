import type { AuditReport } from '../../lib/audit/audit-report';
import type { PolicyPatch } from '../../lib/audit/policy-patch';
import { readEnvironment } from '../../lib/browser/environment';
import { sha256 } from '../../lib/browser/policy-ports';
import { translate } from '../../lib/browser/words';
import { findingsAsCsv, rowsAsCsv } from '../../lib/report/audit-csv';
import { auditAsHar } from '../../lib/report/audit-har';
import { auditAsHtml } from '../../lib/report/audit-html';
import { auditAsJson } from '../../lib/report/audit-json';
import { auditAsMarkdown } from '../../lib/report/audit-markdown';
import type { ExportFormat } from '../../lib/report/export-format';

interface Wanted {
  readonly format: ExportFormat;
  readonly keepsQueryNames: boolean;
  readonly isDraft: boolean;
}

/** Offers the audit as a download in this format; nothing leaves the device. */
export async function saveAudit(report: AuditReport, { format, keepsQueryNames, isDraft }: Wanted): Promise<void> {
  const header = { ...(await readEnvironment()), policy: isDraft ? 'under-test' : 'published' } as const;
  const redaction = { keepsQueryNames };
  const write = {
    html: () => auditAsHtml(translate, report, header, redaction),
    json: () => auditAsJson(report, header, sha256, redaction),
    markdown: () => auditAsMarkdown(translate, report, header, redaction),
    'findings-csv': () => findingsAsCsv(report, redaction),
    'rows-csv': () => rowsAsCsv(report, redaction),
    har: () => auditAsHar(report, header.candorVersion, redaction),
  }[format];
  const { ending, type } = files[format];
  const text = await write();
  const day = new Date(report.madeAt).toISOString().slice(0, 10);
  offer(text, type, `candor-audit-${fileName(report.site)}-${day}.${ending}`);
}

/** Offers the patch, or the whole file where there was none to patch, as a download. */
export function savePatch(patch: PolicyPatch, site: string): void {
  if (patch.kind === 'not-compared') return;
  const isPatch = patch.kind === 'patch';
  const text = `${JSON.stringify(isPatch ? patch.operations : patch.file, null, 2)}\n`;
  const name = isPatch ? `privacy-policy-${fileName(site)}.patch.json` : 'privacy-policy.json';
  offer(text, isPatch ? 'application/json-patch+json' : 'application/json', name);
}

const fileName = (site: string) => site.replace(/[^a-zA-Z0-9.-]+/g, '_');

const files = {
  html: { ending: 'html', type: 'text/html' },
  json: { ending: 'json', type: 'application/json' },
  markdown: { ending: 'md', type: 'text/markdown' },
  'findings-csv': { ending: 'findings.csv', type: 'text/csv' },
  'rows-csv': { ending: 'recipients.csv', type: 'text/csv' },
  har: { ending: 'har', type: 'application/json' },
} as const;

function offer(text: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Revoked later: Firefox reads the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
