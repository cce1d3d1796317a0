import type { Finding, FindingId, SiteReport } from '../comparison/site-report';
import { term } from './term';
import type { MessageKey, PluralKey, Translate } from './translate';

/** Findings that one sentence tells; what they are about is listed in it. */
export interface FindingGroup {
  readonly key: string;
  readonly id: FindingId;
  readonly severity: Finding['severity'];
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** One sentence each; those in `plural` have one for a single subject and one for several. */
const plain = {
  'undeclared-processor': 'finding_undeclared_processor',
  'transfer-basis-not-stated': 'finding_transfer_basis_not_stated',
  'observed-before-consent': 'finding_before_consent',
  'observed-after-refusal': 'finding_after_refusal',
  'policy-invalid': 'finding_policy_invalid',
  'policy-not-found': 'finding_policy_not_found',
  'policy-does-not-cover-host': 'finding_policy_does_not_cover_host',
  'opt-out-not-effective': 'finding_opt_out_not_effective',
  'observation-incomplete': 'finding_observation_incomplete',
  'transfer-basis-lapsed': 'finding_transfer_lapsed',
  'transfer-basis-does-not-fit': 'finding_transfer_does_not_fit',
  'recipient-abroad-no-transfer-stated': 'finding_recipient_abroad',
  'name-differs': 'finding_name_differs',
} as const;
const plural = {
  'unidentified-recipient': 'finding_unidentified_recipient',
  'undeclared-cookie': 'finding_undeclared_cookie',
  'link-not-https': 'finding_link_not_https',
  'information-not-stated': 'finding_information_not_stated',
  'reference-without-target': 'finding_reference_without_target',
  'text-and-file-differ': 'finding_text_and_file_differ',
} as const;
const sentences = { ...plain, ...plural } satisfies Record<FindingId, MessageKey | PluralKey>;

const severities = ['error', 'warning', 'note'] as const;

/** Told by a notice already, with what can be done about it. */
const toldElsewhere: readonly FindingId[] = [
  'policy-not-found',
  'policy-invalid',
  'policy-does-not-cover-host',
  'observation-incomplete',
];

/** On the file itself: for who writes or tests it, and not for visitors. They stay in the report and its JSON. */
export const forTesters: readonly FindingId[] = [
  'information-not-stated',
  'name-differs',
  'reference-without-target',
  'text-and-file-differ',
];

/** The findings for visitors that no notice already tells, by sentence and severity, the gravest first. */
export function describeFindings(t: Translate, report: SiteReport): readonly FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of report.findings.filter(isForVisitors)) {
    const key = `${finding.severity}:${sentenceFor(finding)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups]
    .map(([key, findings]): FindingGroup => {
      const subjects = [...new Set(findings.map((it) => describeSubject(t, report, it)))];
      const { id, severity } = findings[0];
      return { key, id, severity, text: describeFinding(t, findings[0], subjects), findings };
    })
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function isForVisitors({ id }: Finding): boolean {
  return !toldElsewhere.includes(id) && !forTesters.includes(id);
}

/** One sentence for findings like `first` about `subjects`; more than four are cut short. */
export function describeFinding(t: Translate, first: Finding, subjects: readonly string[]): string {
  const shown = subjects.length > 4 ? [...subjects.slice(0, 3), `+ ${subjects.length - 3}`] : subjects;
  const sentence = sentenceFor(first);
  const list = shown.join(', ');
  return isPlural(sentence) ? t.count(sentence, subjects.length, list) : t(sentence, list);
}

/** What a finding means and what it does not, where that needs saying. */
export function describeMeaning(t: Translate, { id }: Finding): string | null {
  if (id === 'observed-before-consent') return t('finding_before_consent_meaning');
  if (id === 'opt-out-not-effective') return t('finding_opt_out_not_effective_meaning');
  if (id === 'observed-after-refusal') return t('finding_after_refusal_meaning');
  const meaning = meaningsOfText[id];
  return meaning === undefined ? null : t(meaning);
}

/** Of findings that come from the policy alone. */
const meaningsOfText: Readonly<Partial<Record<FindingId, MessageKey>>> = {
  'transfer-basis-lapsed': 'finding_transfer_lapsed_meaning',
  'transfer-basis-does-not-fit': 'finding_transfer_does_not_fit_meaning',
  'recipient-abroad-no-transfer-stated': 'finding_recipient_abroad_meaning',
  'information-not-stated': 'finding_information_not_stated_meaning',
  'name-differs': 'finding_name_differs_meaning',
  'reference-without-target': 'finding_reference_without_target_meaning',
  'text-and-file-differ': 'finding_text_and_file_differ_meaning',
};

/** What a finding is about, in words. */
export function describeSubject(t: Translate, report: SiteReport, { id, subject }: Finding): string {
  return id === 'information-not-stated' ? term(t, 'info', subject) : subjectName(report, subject);
}

/** The name of a processor or activity for its id, else the subject itself. */
export function subjectName(report: SiteReport, subject: string): string {
  const { processors, policy } = report;
  const activities = policy.kind === 'read' ? (policy.policy.activities ?? []) : [];
  return [...processors, ...activities].find((it) => it.id === subject)?.name ?? subject;
}

const pluralSentences = [
  ...Object.values(plural),
  'finding_unidentified_recipient_tried',
  'finding_unidentified_recipient_listed',
  'finding_before_consent_cookie',
  'finding_after_refusal_cookie',
] as const;
type Sentence = (typeof plain)[keyof typeof plain] | (typeof pluralSentences)[number] | MessageKey;

function isPlural(sentence: Sentence): sentence is (typeof pluralSentences)[number] {
  return pluralSentences.some((it) => it === sentence);
}

/** What only tried is not said to be at work, and a general sentence on transfers is more than silence. */
function sentenceFor(finding: Finding) {
  const contacts = finding.evidence.flatMap((it) => (it.kind === 'contact' ? [it.contact] : []));
  const isSent = contacts.length === 0 || contacts.some((it) => it.sent > 0);
  const isListed = contacts.some((it) => it.listed > 0);
  if (finding.id === 'unidentified-recipient' && !isSent) {
    return isListed ? 'finding_unidentified_recipient_listed' : 'finding_unidentified_recipient_tried';
  }
  const isCookie = finding.evidence.some((it) => it.kind === 'cookie');
  if (finding.id === 'observed-before-consent' && isCookie) return 'finding_before_consent_cookie';
  if (finding.id === 'observed-after-refusal' && isCookie) return 'finding_after_refusal_cookie';
  if (finding.id === 'undeclared-processor' && !isSent && !isListed) return 'finding_undeclared_processor_tried';
  if (finding.id === 'transfer-basis-not-stated' && finding.severity === 'note') return 'finding_transfer_general';
  return sentences[finding.id];
}
