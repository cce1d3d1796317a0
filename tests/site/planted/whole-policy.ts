import { minimalPolicy } from '../minimal-policy';

/** A policy that tells all that a policy has to tell, "none" where there is none, and whatever `members` put in place. */
export const wholePolicy = (host: string, members: object = {}) =>
  minimalPolicy(host, {
    dataProtectionOfficer: null,
    disclosure: { complete: true, text: 'We name everyone who gets your data.' },
    storage: [],
    retention: [{ period: 'P7Y', from: 'contract-end' }],
    rights: ['A15', 'A16', 'A17', 'A18', 'A20', 'A21'].map((id) => ({ id })),
    complaint: { authority: { name: 'Datenschutzbehörde', country: 'AT' } },
    consent: { withdrawal: [{ way: 'email', email: `privacy@${host}` }] },
    provision: { voluntary: true },
    automatedDecisions: { inUse: false },
    ...members,
  });
