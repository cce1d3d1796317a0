import type { AuditFinding, AuditReport } from '../audit/audit-report';
import type { Evidence, SiteReport } from '../comparison/site-report';
import { sourcesOfFinding } from '../comparison/sources-of-finding';
import { assertNever } from '../words/assert-never';
import { visibleText } from '../words/visible-text';
import { contactText, cookieText } from './audit-csv-seen';
import { csv } from './csv';
import { type Redaction, redactText, strictRedaction } from './redact';
import { safePageUrl } from './safe-url';
import { isoTime } from './seen-json';

/** The findings of an audit, a row each; the columns are fixed. Hidden characters are made visible. */
export function findingsAsCsv({ findings, total }: AuditReport, redaction: Redaction = strictRedaction): string {
  const head = ['key', 'id', 'severity', 'subject', 'scenarios', 'pointer', 'quote', 'evidence', 'judgement', 'note'];
  const cellsOf = (finding: AuditFinding) => [
    ...findingCells(finding),
    pagesText(finding),
    sourcesText(total, finding),
  ];
  const rows = findings.map((finding) => cellsOf(finding).map((text) => readable(text, redaction)));
  return csv([[...head, 'pages', 'sources'], ...rows]);
}

/** Processors and recipients, a row each, with a column for what was seen in each scenario that was walked. */
export function rowsAsCsv({ rows, scenarios }: AuditReport, redaction: Redaction = strictRedaction): string {
  const ids = scenarios.map(({ id }) => id);
  const head = ['kind', 'id', 'name', 'declaration', 'activity', 'sent', 'cookies', 'hosts'];
  return csv([
    [...head, ...ids.map((id) => readable(`activity:${id}`, redaction))],
    ...rows.map(({ kind, id, name, declaration, activity, sent, cookies, hosts, byScenario }) => [
      ...[kind, id, name, declaration, activity].map((text) => readable(text, redaction)),
      ...[sent, cookies, readable(hosts.join(' '), redaction)],
      ...ids.map((scenario) => byScenario[scenario] ?? ''),
    ]),
  ]);
}

function findingCells(finding: AuditFinding): readonly string[] {
  const { key, id, severity, subject, scenarios, pointer, quote, evidence, judgement } = finding;
  return [
    ...[key, id, severity, subject, scenarios.join(' '), pointer ?? '', quote ?? ''],
    ...[evidence.map(pieceText).join('; '), judgement?.state ?? '', judgement?.note ?? ''],
  ];
}

function pagesText({ pages, morePages }: AuditFinding): string {
  return [...pages.map(safePageUrl), ...(morePages === 0 ? [] : [`+${morePages}`])].join(' ');
}

function sourcesText(total: SiteReport | null, finding: AuditFinding): string {
  const { sources = [] } = (total && sourcesOfFinding(total, finding)) ?? {};
  return sources.map(({ url, heading, quote }) => [heading, quote, url].filter(Boolean).join(' | ')).join('; ');
}

function pieceText(piece: Evidence): string {
  switch (piece.kind) {
    case 'contact':
      return contactText(piece);
    case 'cookie':
      return cookieText(piece);
    case 'text':
      return piece.text;
    case 'declaration':
      return `declaration ${piece.pointer}: ${piece.text}`;
    case 'run':
      return `earlier walk ${isoTime(piece.startedAt) ?? ''} pages=${piece.pages}`;
    case 'doubt':
      return `doubt ${piece.doubt}`;
    case 'store':
      return `${piece.store.kind} ${piece.store.origin}: ${piece.store.keys.join(' ')}`;
    case 'form':
      return `form ${piece.form.method} ${piece.form.host} encrypted=${piece.form.isEncrypted} sent=${piece.form.sent}`;
    case 'region':
      return `region ${piece.region.code} ${piece.region.country} from ${piece.readFrom}`;
    case 'declared-countries':
      return `declared countries ${piece.countries.join(' ')}`;
    case 'declared-lifetime':
      return `declared lifetimeSeconds=${piece.seconds}`;
    default:
      return assertNever(piece);
  }
}

/** A spreadsheet holds 32,767 characters in a cell. */
function readable(text: string, redaction: Redaction): string {
  return visibleText(redactText(text, redaction), 30_000).text;
}
