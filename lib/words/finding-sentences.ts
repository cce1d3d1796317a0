import type { Finding, FindingId } from '../comparison/site-report';
import type { MessageKey, PluralKey } from './translate';

/** One sentence each; those in `plural` have one for a single subject and one for several. */
const plain = {
  'undeclared-processor': 'finding_undeclared_processor',
  'undeclared-storage': 'finding_undeclared_storage',
  'no-cookies-contradicted': 'finding_no_cookies',
  'other-country-than-declared': 'finding_other_country',
  'other-host-than-declared': 'finding_other_host',
  'loads-undeclared': 'finding_loads_undeclared',
  'passed-on-despite-promise': 'finding_passed_on',
  'measure-contradicted': 'finding_measure_contradicted',
  'second-property': 'finding_second_property',
  'not-encrypted': 'finding_not_encrypted',
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
  'declared-never-seen': 'finding_declared_never_seen',
} as const;
const plural = {
  'unidentified-recipient': 'finding_unidentified_recipient',
  'undeclared-cookie': 'finding_undeclared_cookie',
  'cookie-outlives-declaration': 'finding_cookie_outlives',
  'form-sends-elsewhere': 'finding_form_elsewhere',
  'link-not-https': 'finding_link_not_https',
  'information-not-stated': 'finding_information_not_stated',
  'reference-without-target': 'finding_reference_without_target',
  'text-and-file-differ': 'finding_text_and_file_differ',
} as const;
const sentences = { ...plain, ...plural } satisfies Record<FindingId, MessageKey | PluralKey>;

const pluralSentences = [
  ...Object.values(plural),
  'finding_unidentified_recipient_tried',
  'finding_unidentified_recipient_listed',
  'finding_before_consent_cookie',
  'finding_after_refusal_cookie',
  'finding_cookie_outlives_visit',
  'finding_not_encrypted_form',
  'finding_not_encrypted_contact',
] as const;
type PluralSentence = (typeof pluralSentences)[number];
type Sentence = (typeof sentences)[FindingId] | PluralSentence | MessageKey;

/** What each finding means, what it does not, and how it is resolved; those without one speak for themselves. */
export const meanings: Readonly<Partial<Record<FindingId, MessageKey>>> = {
  'observed-before-consent': 'finding_before_consent_meaning',
  'observed-after-refusal': 'finding_after_refusal_meaning',
  'opt-out-not-effective': 'finding_opt_out_not_effective_meaning',
  'undeclared-storage': 'finding_undeclared_storage_meaning',
  'cookie-outlives-declaration': 'finding_cookie_outlives_meaning',
  'no-cookies-contradicted': 'finding_no_cookies_meaning',
  'other-country-than-declared': 'finding_other_country_meaning',
  'other-host-than-declared': 'finding_other_host_meaning',
  'loads-undeclared': 'finding_loads_undeclared_meaning',
  'passed-on-despite-promise': 'finding_passed_on_meaning',
  'measure-contradicted': 'finding_measure_contradicted_meaning',
  'second-property': 'finding_second_property_meaning',
  'form-sends-elsewhere': 'finding_form_elsewhere_meaning',
  'not-encrypted': 'finding_not_encrypted_meaning',
  'transfer-basis-lapsed': 'finding_transfer_lapsed_meaning',
  'transfer-basis-does-not-fit': 'finding_transfer_does_not_fit_meaning',
  'recipient-abroad-no-transfer-stated': 'finding_recipient_abroad_meaning',
  'information-not-stated': 'finding_information_not_stated_meaning',
  'name-differs': 'finding_name_differs_meaning',
  'reference-without-target': 'finding_reference_without_target_meaning',
  'text-and-file-differ': 'finding_text_and_file_differ_meaning',
  'declared-never-seen': 'finding_declared_never_seen_meaning',
};

export function isPlural(sentence: Sentence): sentence is PluralSentence {
  return pluralSentences.some((it) => it === sentence);
}

/** What only tried is not said to be at work, and a general sentence on transfers is more than silence. */
export function sentenceFor(finding: Finding): Sentence {
  const { id, severity, evidence } = finding;
  const contacts = evidence.flatMap((it) => (it.kind === 'contact' ? [it.contact] : []));
  const isSent = contacts.length === 0 || contacts.some((it) => it.sent > 0);
  const isListed = contacts.some((it) => it.listed > 0);
  if (id === 'unidentified-recipient' && !isSent) {
    return isListed ? 'finding_unidentified_recipient_listed' : 'finding_unidentified_recipient_tried';
  }
  if (id === 'undeclared-processor' && !isSent && !isListed) return 'finding_undeclared_processor_tried';
  if (id === 'transfer-basis-not-stated' && severity === 'note') return 'finding_transfer_general';
  return byEvidence(finding) ?? sentences[id];
}

/** The same finding is told in other words for a cookie, a form or a contact. */
function byEvidence({ id, evidence }: Finding): Sentence | null {
  const holds = (kind: Finding['evidence'][number]['kind']) => evidence.some((it) => it.kind === kind);
  if (id === 'observed-before-consent' && holds('cookie')) return 'finding_before_consent_cookie';
  if (id === 'observed-after-refusal' && holds('cookie')) return 'finding_after_refusal_cookie';
  if (id === 'not-encrypted' && holds('form')) return 'finding_not_encrypted_form';
  if (id === 'not-encrypted' && holds('contact')) return 'finding_not_encrypted_contact';
  const isOfVisit = evidence.some((it) => it.kind === 'declared-lifetime' && it.seconds === 0);
  return id === 'cookie-outlives-declaration' && isOfVisit ? 'finding_cookie_outlives_visit' : null;
}
