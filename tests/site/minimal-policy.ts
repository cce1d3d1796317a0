type Members = Readonly<Record<string, unknown>>;

/** The smallest policy file that is valid for this host, with any members put in place or added. */
export const minimalPolicy = (host: string, members: Members = {}): Members => ({
  privacyPolicy: '1.0',
  id: `https://${host}/.well-known/privacy-policy.json`,
  title: 'Privacy policy',
  updated: '2026-11-01',
  language: 'en',
  policyUrl: `https://${host}/privacy`,
  appliesTo: [host, `*.${host}`],
  controller: { name: 'Example Bakery GmbH', country: 'DE', email: `privacy@${host}` },
  processors: [],
  ...members,
});

/** The smallest entry for a processor that the policy names. */
export const minimalProcessor = (id: string, name: string, members: Members = {}): Members => ({
  id,
  name,
  recipient: { name: `${name} Ltd`, country: 'IE' },
  purposeText: 'to count visits',
  legalBases: [{ basis: 'A6-1-a' }],
  ...members,
});

/** Google Analytics as a small site would declare it. */
export const declaredAnalytics = minimalProcessor('google-analytics', 'Google Analytics', {
  service: 'google-analytics',
  category: 'analytics',
  recipient: { name: 'Google Ireland Limited', country: 'IE' },
  domains: ['google-analytics.com', '*.google-analytics.com'],
  transfers: [{ country: 'US', certainty: 'occurs', bases: ['A46-2-c'] }],
});
