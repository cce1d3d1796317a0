import type { AuditFinding, AuditReport } from '../audit/audit-report';
import type { Judgement } from '../audit/audit-session';
import type { Doubt, Evidence, Finding, SiteReport } from '../comparison/site-report';
import type { Contact, ObservedCookie } from '../observation/observation';
import { safeUrl } from '../report/safe-url';
import type { FactLine } from './describe-audit-facts';
import { describeCookie, describeCookieName } from './describe-cookie';
import { describeJudgement, describeSeverity } from './audit-terms';
import { describeEvidence } from './describe-evidence';
import { describeFinding, describeMeaning, describeSubject } from './describe-finding';
import { describeForm } from './describe-forms';
import { describeCircumstances, describeContact, describeTypes } from './describe-observed';
import { describeScenario } from './describe-scenario';
import type { MessageKey, Translate } from './translate';

/** One thing that a card says of its finding. */
export type CardPart =
  | { readonly kind: 'fact' | 'code' | 'quote'; readonly label: string; readonly text: string }
  | { readonly kind: 'list'; readonly label: string; readonly items: readonly string[] }
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
export function describeAuditFindings(t: Translate, { findings, total }: AuditReport): readonly FindingCard[] {
  if (total === null) return [];
  return findings.map((finding) => ({
    severity: finding.severity,
    severityName: describeSeverity(t, finding.severity),
    text: describeFinding(t, finding, [describeSubject(t, total, finding)]),
    key: finding.key,
    parts: partsOf(t, finding, total),
    judgement: finding.judgement && judgementLine(t, finding.judgement),
  }));
}

function partsOf(t: Translate, finding: AuditFinding, total: SiteReport): readonly CardPart[] {
  const { quote, pointer, scenarios, evidence } = finding;
  const meaning = describeMeaning(t, finding);
  const where = scenarios.map((id) => describeScenario(t, id)).join(', ');
  const place = total.policy.kind === 'read' || total.policy.kind === 'broken' ? pointer : null;
  return [
    ...(quote === null ? [] : [{ kind: 'quote', label: t('finding_quote'), text: quote } as const]),
    ...evidence.flatMap((piece) => (piece.kind === 'declaration' ? [alsoSaid(t, piece)] : [])),
    ...(place === null || place === '' ? [] : [{ kind: 'code', label: t('finding_pointer'), text: place } as const]),
    ...evidenceParts(t, evidence),
    ...(where === '' ? [] : [fact(t('export_shows_in'), where)]),
    ...(meaning === null ? [] : [fact(t('finding_meaning'), meaning)]),
    ...doubtParts(t, evidence),
  ];
}

function evidenceParts(t: Translate, evidence: readonly Evidence[]): readonly CardPart[] {
  const contacts = evidence.flatMap((piece) => (piece.kind === 'contact' ? [piece.contact] : []));
  const cookies = evidence.flatMap((piece) => (piece.kind === 'cookie' ? [piece.cookie] : []));
  const forms = evidence.flatMap((piece) => (piece.kind === 'form' ? [describeForm(t, piece.form)] : []));
  const { declared, seen } = describeEvidence(t, evidence);
  const lines = [...forms.map(({ host, counts, notes }) => [host, counts, ...notes].join(' · ')), ...seen];
  return [
    ...(declared.length === 0 ? [] : [{ kind: 'list', label: t('finding_declared'), items: declared } as const]),
    ...(contacts.length === 0 ? [] : [contactTable(t, contacts)]),
    ...(cookies.length === 0 ? [] : [cookieTable(t, cookies)]),
    ...(lines.length === 0 ? [] : [{ kind: 'list', label: t('finding_evidence'), items: lines } as const]),
  ];
}

function contactTable(t: Translate, contacts: readonly Contact[]): CardPart {
  return {
    kind: 'table',
    label: t('fact_requests_seen'),
    head: [t('export_host'), t('export_what_went'), t('export_kind'), t('export_example')],
    rows: contacts.map((contact) => [
      contact.host,
      [...describeContact(t, contact), ...describeCircumstances(t, onlySafe(contact))].join(' · '),
      describeTypes(t, contact),
      contact.samples.slice(0, 1).map(safeUrl).join(''),
    ]),
  };
}

/** Where it was sent on to is a host or a URL. */
function onlySafe(contact: Contact): Contact {
  return { ...contact, redirectedTo: contact.redirectedTo.map(safeUrl) };
}

function cookieTable(t: Translate, cookies: readonly ObservedCookie[]): CardPart {
  return {
    kind: 'table',
    label: t('fact_cookies_seen'),
    head: [t('export_cookie'), t('export_host'), t('export_what_known')],
    rows: cookies.map((cookie) => [
      describeCookieName(t, cookie),
      cookie.domain + (cookie.path === '/' ? '' : cookie.path),
      describeCookie(t, cookie).join(' · '),
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
  return items.length === 0 ? [] : [{ kind: 'list', label: t('finding_doubt'), items }];
}

function fact(label: string, text: string): CardPart {
  return { kind: 'fact', label, text };
}

function judgementLine(t: Translate, { state, note }: Judgement): FactLine {
  const said = describeJudgement(t, state);
  return { label: t('export_tester_says'), text: note === '' ? said : t('export_judgement_line', said, note) };
}
