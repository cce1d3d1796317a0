/**
 * What a policy has to tell, each told at most once: GDPR Art. 13 and 14, and for `storage-basis` Art. 5(3) of Directive
 * 2002/58/EC (ePrivacy), which asks for consent to what is stored on a device unless it is strictly necessary.
 *
 * Source: Regulation (EU) 2016/679 Art. 13(1)(a)–(f), (2)(a)–(f), in the order of the article; read 2026-11-23.
 * Left out: what depends on facts that the format does not carry (a representative in the EU, a change of purpose, the
 * origin of data that did not come from the person).
 */
export const informationItems = [
  'controller-contact',
  'data-protection-officer',
  'purposes',
  'legal-basis',
  'legitimate-interest',
  'recipients',
  'transfers',
  'retention',
  'right-of-access',
  'right-to-rectification',
  'right-to-erasure',
  'right-to-restriction',
  'right-to-portability',
  'right-to-object',
  'withdrawal-of-consent',
  'complaint',
  'provision',
  'automated-decisions',
  'storage-basis',
] as const;
export type InformationItem = (typeof informationItems)[number];
