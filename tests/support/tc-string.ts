import { Segment, SegmentEncoder, TCModel } from '@iabtcf/core';

export interface Answers {
  readonly consents?: readonly number[];
  readonly interests?: readonly number[];
  readonly features?: readonly number[];
  readonly isPurposeOneHidden?: boolean;
  readonly country?: string;
}

/** The core of a TC string as a consent tool writes it, with some vendors; without the list of vendors it is made from. */
export function tcString({ consents = [], interests = [], features = [], isPurposeOneHidden, country }: Answers) {
  const model = new TCModel();
  Object.assign(model, { cmpId: 31, cmpVersion: 2, vendorListVersion: 48, consentLanguage: 'DE' });
  model.publisherCountryCode = country ?? 'DE';
  model.purposeOneTreatment = isPurposeOneHidden ?? false;
  model.isServiceSpecific = true;
  model.purposeConsents.set([...consents]);
  model.purposeLegitimateInterests.set([...interests]);
  model.specialFeatureOptins.set([...features]);
  model.vendorConsents.set([1, 2, 755]);
  model.vendorLegitimateInterests.set([3, 10]);
  return SegmentEncoder.encode(model, Segment.CORE);
}
