import type { Finding, FindingId } from '../site-report';
import { cookieOutlivesDeclaration } from './cookie-outlives-declaration';
import { declaredNeverSeen } from './declared-never-seen';
import type { FindingContext } from './finding-context';
import { informationNotStated } from './information-not-stated';
import { linkNotHttps } from './link-not-https';
import { nameDiffers } from './name-differs';
import { formSendsElsewhere } from './form-sends-elsewhere';
import { loadsUndeclared } from './loads-undeclared';
import { measureContradicted } from './measure-contradicted';
import { noCookiesContradicted } from './no-cookies-contradicted';
import { notEncrypted } from './not-encrypted';
import { observationIncomplete } from './observation-incomplete';
import { observedAfterRefusal } from './observed-after-refusal';
import { observedBeforeConsent } from './observed-before-consent';
import { optOutNotEffective } from './opt-out-not-effective';
import { otherCountryThanDeclared } from './other-country-than-declared';
import { otherHostThanDeclared } from './other-host-than-declared';
import { passedOnDespitePromise } from './passed-on-despite-promise';
import { policyDoesNotCoverHost } from './policy-does-not-cover-host';
import { policyInvalid } from './policy-invalid';
import { policyNotFound } from './policy-not-found';
import { recipientAbroadNoTransferStated } from './recipient-abroad-no-transfer-stated';
import { referenceWithoutTarget } from './reference-without-target';
import { textAndFileDiffer } from './text-and-file-differ';
import { transferBasisDoesNotFit } from './transfer-basis-does-not-fit';
import { transferBasisLapsed } from './transfer-basis-lapsed';
import { secondProperty } from './second-property';
import { transferBasisNotStated } from './transfer-basis-not-stated';
import { undeclaredCookie } from './undeclared-cookie';
import { undeclaredProcessor } from './undeclared-processor';
import { undeclaredStorage } from './undeclared-storage';
import { unidentifiedRecipient } from './unidentified-recipient';

const severities = ['error', 'warning', 'note'] as const;

/** One maker for each finding; a new id without one does not compile. */
const makers: Readonly<Record<FindingId, (context: FindingContext) => readonly Finding[]>> = {
  'undeclared-processor': undeclaredProcessor,
  'unidentified-recipient': unidentifiedRecipient,
  'undeclared-cookie': undeclaredCookie,
  'undeclared-storage': undeclaredStorage,
  'cookie-outlives-declaration': cookieOutlivesDeclaration,
  'no-cookies-contradicted': noCookiesContradicted,
  'other-country-than-declared': otherCountryThanDeclared,
  'other-host-than-declared': otherHostThanDeclared,
  'loads-undeclared': loadsUndeclared,
  'passed-on-despite-promise': passedOnDespitePromise,
  'measure-contradicted': measureContradicted,
  'second-property': secondProperty,
  'form-sends-elsewhere': formSendsElsewhere,
  'not-encrypted': notEncrypted,
  'transfer-basis-not-stated': transferBasisNotStated,
  'policy-invalid': policyInvalid,
  'policy-not-found': policyNotFound,
  'policy-does-not-cover-host': policyDoesNotCoverHost,
  'link-not-https': linkNotHttps,
  'observed-before-consent': observedBeforeConsent,
  'observed-after-refusal': observedAfterRefusal,
  'opt-out-not-effective': optOutNotEffective,
  'observation-incomplete': observationIncomplete,
  'transfer-basis-lapsed': transferBasisLapsed,
  'transfer-basis-does-not-fit': transferBasisDoesNotFit,
  'recipient-abroad-no-transfer-stated': recipientAbroadNoTransferStated,
  'information-not-stated': informationNotStated,
  'name-differs': nameDiffers,
  'reference-without-target': referenceWithoutTarget,
  'text-and-file-differ': textAndFileDiffer,
  'declared-never-seen': declaredNeverSeen,
};

/** All findings, the gravest first. */
export function find(context: FindingContext): readonly Finding[] {
  const rank = ({ severity }: Finding) => severities.indexOf(severity);
  return Object.values(makers)
    .flatMap((make) => make(context))
    .sort((a, b) => rank(a) - rank(b));
}
