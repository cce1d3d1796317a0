import type { AuditReport } from '../audit/audit-report';
import { type AuditWords, describeAudit } from '../words/describe-audit';
import type { CardPart, FindingCard } from '../words/describe-audit-finding';
import type { GlossaryGroup } from '../words/describe-glossary';
import type { MissedLine } from '../words/describe-missed';
import type { RecipientTable } from '../words/describe-recipients';
import type { Translate } from '../words/translate';
import type { AuditHeader } from './audit-header';
import { markdownTable, markdownText } from './markdown';
import type { Redaction } from './redact';

/** An audit as Markdown to read, to send and to keep; what the site says in it is text and nothing else. */
export function auditAsMarkdown(t: Translate, report: AuditReport, header: AuditHeader, redaction?: Redaction): string {
  const words = describeAudit(t, report, header, redaction);
  return [
    [`# ${markdownText(words.title)}`],
    [markdownText(words.lead)],
    factsTable(t, words),
    [`## ${markdownText(words.missed.heading)}`],
    words.missed.content.flatMap(missedLines),
    [`## ${markdownText(words.findings.heading)}`],
    ...(words.noFindings === null ? [] : [[markdownText(words.noFindings)]]),
    ...words.findings.content.flatMap((card, at) => findingBlocks(card, at + 1)),
    [`## ${markdownText(words.recipients.heading)}`],
    recipientLines(words.recipients.content),
    [`## ${markdownText(words.pages.heading)}`],
    markdownTable(words.pages.content.head, words.pages.content.rows),
    [`## ${markdownText(words.glossary.heading)}`],
    ...words.glossary.content.flatMap(glossaryBlocks),
    ['---'],
    [markdownText(words.closing)],
  ]
    .map((block) => `${block.join('\n')}\n`)
    .join('\n');
}

function factsTable(t: Translate, { facts, figures }: AuditWords): readonly string[] {
  return markdownTable(
    [t('export_fact'), t('export_value')],
    [...facts, ...figures].map(({ label, text }) => [label, text]),
  );
}

function missedLines({ text, reasons }: MissedLine): readonly string[] {
  return [`- ${markdownText(text)}`, ...reasons.map((reason) => `  - ${markdownText(reason)}`)];
}

/** Blocks, each told from the next by an empty line. */
function findingBlocks(card: FindingCard, number: number): readonly (readonly string[])[] {
  const { severityName, text, parts, judgement } = card;
  return [
    [`### ${number}. ${markdownText(severityName)}: ${markdownText(text)}`],
    ...parts.flatMap(partBlocks),
    ...(judgement === null ? [] : [[labelled(judgement.label, judgement.text)]]),
  ];
}

function partBlocks(part: CardPart): readonly (readonly string[])[] {
  switch (part.kind) {
    case 'quote':
      return [[`**${markdownText(part.label)}:**`], [`> ${markdownText(part.text)}`]];
    case 'quotes':
      return [
        [`**${markdownText(part.label)}:**`],
        ...part.quotes.flatMap(({ texts, from }) => [
          ...texts.map((text) => [`> ${markdownText(text)}`]),
          [`- ${markdownText(from)}`],
        ]),
      ];
    case 'fact':
    case 'code':
      return [[labelled(part.label, part.text)]];
    case 'list':
      return [[`**${markdownText(part.label)}:**`], part.items.map((item) => `- ${markdownText(item)}`)];
    case 'table':
      return [[`**${markdownText(part.label)}:**`], markdownTable(part.head, part.rows)];
  }
}

function labelled(label: string, text: string): string {
  return `**${markdownText(label)}:** ${markdownText(text)}`;
}

function recipientLines({ head, rows, none }: RecipientTable): readonly string[] {
  if (rows.length === 0) return [markdownText(none)];
  return markdownTable(
    head,
    rows.map(({ name, declarationText, cells, sent }) => [
      name,
      declarationText,
      ...cells.map(({ text }) => text),
      sent,
    ]),
  );
}

function glossaryBlocks({ heading, entries }: GlossaryGroup): readonly (readonly string[])[] {
  return [[`**${markdownText(heading)}**`], entries.map(({ term, text }) => `- ${labelled(term, text)}`)];
}
