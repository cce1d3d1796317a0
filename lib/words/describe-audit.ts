import type { AuditReport } from '../audit/audit-report';
import type { AuditHeader } from '../report/audit-header';
import { type Redaction, redactText, strictRedaction } from '../report/redact';
import { safePageUrl } from '../report/safe-url';
import { type FactLine, describeAuditFacts, describeAuditFigures, describeUtc } from './describe-audit-facts';
import { type FindingCard, describeAuditFindings } from './describe-audit-finding';
import { type GlossaryGroup, describeGlossary } from './describe-glossary';
import { type MissedLine, describeMissed } from './describe-missed';
import { type Picture, describePicture } from './describe-picture';
import { type RecipientTable, describeRecipients } from './describe-recipients';
import { describeScenario } from './describe-scenario';
import type { Translate } from './translate';
import { visibleText } from './visible-text';

/** A part with its heading. */
export interface Chapter<T> {
  readonly heading: string;
  readonly content: T;
}

export interface TableWords {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** All that a report on an audit says, in its order; Markdown and HTML give it form. Each text is one line. */
export interface AuditWords {
  readonly locale: string;
  readonly title: string;
  readonly lead: string;
  readonly facts: readonly FactLine[];
  readonly figures: readonly FactLine[];
  readonly picture: Picture | null;
  readonly missed: Chapter<readonly MissedLine[]>;
  readonly findings: Chapter<readonly FindingCard[]>;
  /** Stands in place of findings where there are none; else `null`. */
  readonly noFindings: string | null;
  readonly recipients: Chapter<RecipientTable>;
  readonly pages: Chapter<TableWords>;
  readonly glossary: Chapter<readonly GlossaryGroup[]>;
  readonly closing: string;
}

/**
 * The report in words. Text of the site is made harmless to read: URLs are cut as `redaction` says, hidden characters
 * made visible, line breaks become spaces. Markup in it is left as it stands: whoever writes a form escapes it.
 */
export function describeAudit(
  t: Translate,
  report: AuditReport,
  header: AuditHeader,
  redaction: Redaction = strictRedaction,
): AuditWords {
  const none = report.total === null ? t('export_findings_no_page') : t('export_findings_none');
  return cleaned(t, redaction, {
    locale: t.locale,
    title: t('export_title', report.site),
    lead: t('export_lead'),
    facts: describeAuditFacts(t, report, header),
    figures: describeAuditFigures(t, report),
    picture: describePicture(t, report),
    missed: { heading: t('export_missed_heading'), content: describeMissed(t, report) },
    findings: { heading: t('findings_heading'), content: describeAuditFindings(t, report) },
    noFindings: report.findings.length === 0 ? none : null,
    recipients: { heading: t('processors_heading'), content: describeRecipients(t, report) },
    pages: { heading: t('export_pages_heading'), content: pagesTable(t, report) },
    glossary: { heading: t('export_glossary_heading'), content: describeGlossary(t) },
    closing: t('export_closing', header.candorVersion, describeUtc(t, report.madeAt)),
  });
}

function pagesTable(t: Translate, { pages }: AuditReport): TableWords {
  const watched = { all: 'export_page_all', part: 'export_page_part', none: 'export_page_none' } as const;
  return {
    head: [t('export_page'), t('export_began'), t('export_scenarios'), t('export_watched'), t('export_sent')],
    rows: pages.map(({ url, startedAt, scenarios, coverage, sent }) => [
      safePageUrl(url),
      describeUtc(t, startedAt),
      scenarios.map((id) => describeScenario(t, id)).join(', '),
      t(watched[coverage]),
      sent.toLocaleString(t.locale),
    ]),
  };
}

/** Every text of the model, so that none can be forgotten. */
function cleaned<T>(t: Translate, redaction: Redaction, value: T): T;
function cleaned(t: Translate, redaction: Redaction, value: unknown): unknown {
  if (typeof value === 'string') {
    const { text, cutFrom } = visibleText(redactText(value, redaction));
    return cutFrom === null ? text : `${text} ${t('more_of_text', cutFrom.toLocaleString(t.locale))}`;
  }
  if (Array.isArray(value)) return value.map((part) => cleaned<unknown>(t, redaction, part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned<unknown>(t, redaction, part)]));
}
