import { TCString } from '@iabtcf/core';
import { type Choice, choiceOf } from './choice';

/** Characters that hold all of the fixed-length head that we read: 204 bits of the 213. */
const headLength = 34;
/** The rest of the head and empty lists of vendors and restrictions, as zero bits. */
const emptyTail = 'A'.repeat(10);
/** Purposes that every version of the framework has. */
const purposes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * The choice that a TC string (version 2) holds; `null` for a broken one and for other versions.
 *
 * `refused`: consent to no purpose and to no special feature. What vendors claim as legitimate interest stays in such a
 * string and is no consent. `isPartial`: a purpose has neither consent nor a claim of legitimate interest; a string does
 * not tell which purposes were asked, so a site that asks for few of them reads as accepted in part.
 *
 * Only the head is read, with empty lists behind it: a page may hand us any string, and the library needs over 10 s for
 * the 52 characters that restrict one purpose for vendors 1 to 65535 (measured 2026-11-22, @iabtcf/core 1.5.6).
 *
 * Source: IAB Tech Lab, Transparency and Consent String with Global Vendor & CMP List Formats v2,
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework, read 2026-11-22.
 */
export function choiceInTcString(text: string): Choice | null {
  if (!/^C[\w-]{42}/.test(text)) return null; // the shortest has 43 characters
  const head = text.slice(0, headLength);
  try {
    const { purposeConsents, purposeLegitimateInterests, specialFeatureOptins, purposeOneTreatment } = TCString.decode(
      head + emptyTail,
    );
    const isAllowed = (purpose: number) => purposeConsents.has(purpose);
    const disclosed = purposeOneTreatment ? purposes.slice(1) : purposes;
    const answers = disclosed.filter((it) => isAllowed(it) || !purposeLegitimateInterests.has(it)).map(isAllowed);
    // A site need not ask for these: that they are not allowed is no refusal.
    const more = [isAllowed(11), specialFeatureOptins.has(1), specialFeatureOptins.has(2)].filter(Boolean);
    const given = [...answers, ...more];
    return choiceOf(given.length === 0 ? [false] : given);
  } catch {
    return null; // not of the form
  }
}
