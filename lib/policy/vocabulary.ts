/**
 * The closed word lists of the published policy JSON, version 1.0.
 *
 * Legal terms are those of the W3C Data Privacy Vocabulary's EU-GDPR part (https://w3id.org/dpv/legal/eu/gdpr);
 * storage types are those of the IAB TCF device storage disclosures. A reader keeps words it does not know and warns.
 */

export const legalBases = [
  'A6-1-a',
  'A6-1-b',
  'A6-1-c',
  'A6-1-d',
  'A6-1-e',
  'A6-1-f',
  'A9-2-a',
  'A9-2-b',
  'A9-2-c',
  'A9-2-d',
  'A9-2-e',
  'A9-2-f',
  'A9-2-g',
  'A9-2-h',
  'A9-2-i',
  'A9-2-j',
] as const;

export const transferBases = [
  'A45-3',
  'A46-2-a',
  'A46-2-b',
  'A46-2-c',
  'A46-2-d',
  'A46-2-e',
  'A46-2-f',
  'A46-3-a',
  'A46-3-b',
  'A49-1-a',
  'A49-1-b',
  'A49-1-c',
  'A49-1-d',
  'A49-1-e',
  'A49-1-f',
  'A49-1-g',
  'A49-2',
] as const;
export type TransferBasis = (typeof transferBases)[number];

export const rightIds = [
  'A7-3',
  'A13',
  'A14',
  'A15',
  'A16',
  'A17',
  'A18',
  'A19',
  'A20',
  'A21',
  'A21-2',
  'A22',
  'A77',
  'A78',
  'A79',
] as const;

export const contactWays = [
  'email',
  'form',
  'post',
  'phone',
  'link',
  'account',
  'unsubscribe',
  'in-person',
  'other',
] as const;

export const retentionStarts = [
  'collection',
  'request-completed',
  'contract-end',
  'account-deletion',
  'last-visit',
  'consent-withdrawal',
  'other',
] as const;

export const measureTypes = [
  'EncryptionInTransfer',
  'EncryptionAtRest',
  'Anonymisation',
  'IPTruncation',
  'Pseudonymisation',
  'AccessControl',
  'DataMinimisation',
  'other',
] as const;

export const certainties = ['occurs', 'possible', 'none'] as const;

/** `US-PS` and `US-SH` are kept so that a policy which still names them can be told that they lapsed. */
export const adequacyDecisions = [
  'AD',
  'AR',
  'BR',
  'CA',
  'CH',
  'EPO',
  'FO',
  'GB',
  'GG',
  'IL',
  'IM',
  'JE',
  'JP',
  'KR',
  'NZ',
  'US-DPF',
  'UY',
  'US-PS',
  'US-SH',
] as const;

export const clauseDecisions = ['2021/914', '2010/87/EU', '2004/915/EC', '2001/497/EC'] as const;

export const linkChoices = ['opt-out-link', 'browser-addon', 'consent-manager', 'unsubscribe', 'settings'] as const;

export const storageTypes = ['cookie', 'web', 'app'] as const;

export const processorCategories = [
  'hosting',
  'cdn',
  'analytics',
  'tag-manager',
  'consent-management',
  'advertising',
  'captcha',
  'security',
  'crm',
  'marketing',
  'newsletter',
  'calendar',
  'forms',
  'video-conference',
  'whiteboard',
  'chat',
  'integration',
  'payment',
  'shop',
  'maps',
  'fonts',
  'video',
  'social',
  'error-monitoring',
  'account',
  'recruiting',
  'other',
] as const;

export const activityKinds = [
  'server-logs',
  'contact-form',
  'offer-form',
  'callback-form',
  'correspondence',
  'newsletter',
  'account',
  'orders',
  'consent-records',
  'statistics',
  'recruiting',
  'other',
] as const;

export const roles = ['processor', 'joint-controller', 'controller'] as const;
export const contractArticles = ['A28-3', 'A26'] as const;
export const observabilities = ['network', 'first-party', 'not-in-browser'] as const;
export const loadTimes = ['always', 'after-consent', 'on-interaction', 'linked-only'] as const;
export const policyStatuses = ['active', 'draft', 'superseded'] as const;
export const gpcAnswers = ['honoured', 'not-honoured'] as const;
