import type { AuditFinding, AuditReport } from '../audit/audit-report';
import type { Judgement } from '../audit/audit-session';
import type { ContactEvidence, CookieEvidence } from '../comparison/seen-evidence';
import type { Doubt, Evidence, Finding, SiteReport } from '../comparison/site-report';
import { sourcesOfFinding } from '../comparison/sources-of-finding';
import type { Contact } from '../observation/observation';
import type { Source } from '../policy/schema';
import { safeUrl } from '../report/safe-url';
import { type FactLine, describeUtc } from './describe-audit-facts';
import { describeCookie, describeCookieName } from './describe-cookie';
import { describeJudgement, describeSeverity } from './audit-terms';
import { describeEvidence } from './describe-evidence';
import { describeFinding, describeMeaning, describeSubject } from './describe-finding';
import { describeFindingPages } from './describe-finding-pages';
import { describeForm } from './describe-forms';
import { describeCircumstances, describeContact, describeTypes } from './describe-observed';
import { describeProvenance } from './describe-provenance';
import { describeScenario } from './describe-scenario';
import { groupSources } from './group-sources';
import type { MessageKey, Translate } from './translate';

/** One thing that a card says of its finding. */
export type CardPart =
  | { readonly kind: 'fact' | 'code' | 'quote'; readonly label: string; readonly text: string }
  | { readonly kind: 'list'; readonly label: string; readonly items: readonly string[] }
  /** What a text says, by the place in it. */
  | {
      readonly kind: 'quotes';
      readonly label: string;
      readonly quotes: readonly { readonly texts: readonly string[]; readonly from: string }[];
    }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface FindingCard {
  readonly severity: Finding['severity'];
  readonly severityName: string;
  readonly text: string;
  /** Stable between two audits. */
  readonly key: string;
  readonly parts: readonly CardPart[];
  /** What the tester says; `null` where nothing was said. */
  readonly judgement: FactLine | null;
}

/** A card for each finding, in the report's order: the gravest first. */
export function describeAuditFindings(t: Translate, report: AuditReport): readonly FindingCard[] {
  const { findings, total } = report;
  if (total === null) return [];
  return findings.map((finding) => ({
    severity: finding.severity,
    severityName: describeSeverity(t, finding.severity),
    text: describeFinding(t, finding, [describeSubject(t, total, finding)]),
    key: finding.key,
    parts: partsOf(t, finding, { ...report, total }),
    judgement: finding.judgement && judgementLine(t, finding.judgement),
  }));
}

function partsOf(
  t: Translate,
  finding: AuditFinding,
  report: AuditReport & { total: SiteReport },
): readonly CardPart[] {
  const { total } = report;
  const { quote, pointer, scenarios, evidence } = finding;
  const meaning = describeMeaning(t, finding);
  const where = scenarios.map((id) => describeScenario(t, id)).join(', ');
  const place = total.policy.kind === 'read' || total.policy.kind === 'broken' ? pointer : null;
  return [
    ...(quote === null ? [] : [{ kind: 'quote', label: t('finding_quote'), text: quote } as const]),
    ...evidence.flatMap((piece) => (piece.kind === 'declaration' ? [alsoSaid(t, piece)] : [])),
    ...(place === null || place === '' ? [] : [{ kind: 'code', label: t('finding_pointer'), text: place } as const]),
    ...sourceParts(t, sourcesOfFinding(total, finding)?.sources ?? []),
    ...evidenceParts(t, evidence),
    ...listPart(t('finding_pages'), describeFindingPages(t, report, finding)),
    ...(where === '' ? [] : [fact(t('export_shows_in'), where)]),
    ...(meaning === null ? [] : [fact(t('finding_meaning'), meaning)]),
    ...doubtParts(t, evidence),
  ];
}

function sourceParts(t: Translate, sources: readonly Source[]): readonly CardPart[] {
  const quotes = groupSources(sources).map(({ url, heading, quotes: said }) => ({
    texts: said.map(({ text }) => text),
    from: heading === null ? url : t('export_source_place', heading, url),
  }));
  return quotes.length === 0 ? [] : [{ kind: 'quotes', label: t('fact_sources'), quotes }];
}

function evidenceParts(t: Translate, evidence: readonly Evidence[]): readonly CardPart[] {
  const contacts = evidence.filter((piece) => piece.kind === 'contact');
  const cookies = evidence.filter((piece) => piece.kind === 'cookie');
  const forms = evidence.flatMap((piece) => (piece.kind === 'form' ? [describeForm(t, piece.form)] : []));
  const { declared, seen } = describeEvidence(t, evidence);
  const lines = [...forms.map(({ host, counts, notes }) => [host, counts, ...notes].join(' · ')), ...seen];
  return [
    ...listPart(t('finding_declared'), declared),
    ...(contacts.length === 0 ? [] : [contactTable(t, contacts)]),
    ...(cookies.length === 0 ? [] : [cookieTable(t, cookies)]),
    ...listPart(t('finding_evidence'), lines),
  ];
}

function contactTable(t: Translate, pieces: readonly ContactEvidence[]): CardPart {
  return {
    kind: 'table',
    label: t('fact_requests_seen'),
    head: [t('export_host'), t('export_what_went'), t('export_what_known'), t('export_example')],
    rows: pieces.map((piece) => {
      const contact = onlySafe(piece.contact);
      return [
        contact.host,
        [describeTypes(t, contact), ...describeContact(t, contact)].join(' · '),
        [spanOf(t, contact), ...describeProvenance(t, piece), ...describeCircumstances(t, contact)].join(' · '),
        contact.samples.slice(0, 1).map(safeUrl).join(''),
      ];
    }),
  };
}

/** First and last time. */
function spanOf(t: Translate, { firstAt, lastAt }: Contact): string {
  const [first, last] = [describeUtc(t, firstAt), describeUtc(t, lastAt)];
  return first === last ? first : t('contact_from_to', first, last);
}

/** Where it was sent on to is a host or a URL. */
function onlySafe(contact: Contact): Contact {
  return { ...contact, redirectedTo: contact.redirectedTo.map(safeUrl) };
}

function cookieTable(t: Translate, pieces: readonly CookieEvidence[]): CardPart {
  return {
    kind: 'table',
    label: t('fact_cookies_seen'),
    head: [t('export_cookie'), t('export_host'), t('export_what_known')],
    rows: pieces.map((piece) => [
      describeCookieName(t, piece.cookie),
      piece.cookie.domain + (piece.cookie.path === '/' ? '' : piece.cookie.path),
      [...describeCookie(t, piece.cookie), ...describeProvenance(t, piece)].join(' · '),
    ]),
  };
}

function alsoSaid(t: Translate, { text }: Extract<Evidence, { kind: 'declaration' }>): CardPart {
  return { kind: 'quote', label: t('finding_also_said'), text };
}

const doubtKeys = {
  'unread-entries': 'doubt_unread_entries',
  'claimed-as-own': 'doubt_claimed_as_own',
  'told-by-google': 'doubt_told_by_google',
} as const satisfies Record<Doubt, MessageKey>;

function doubtParts(t: Translate, evidence: readonly Evidence[]): readonly CardPart[] {
  const items = evidence.flatMap((piece) => (piece.kind === 'doubt' ? [t(doubtKeys[piece.doubt])] : []));
  return listPart(t('finding_doubt'), items);
}

function listPart(label: string, items: readonly string[]): readonly CardPart[] {
  return items.length === 0 ? [] : [{ kind: 'list', label, items }];
}

function fact(label: string, text: string): CardPart {
  return { kind: 'fact', label, text };
}

function judgementLine(t: Translate, { state, note }: Judgement): FactLine {
  const said = describeJudgement(t, state);
  return { label: t('export_tester_says'), text: note === '' ? said : t('export_judgement_line', said, note) };
}
