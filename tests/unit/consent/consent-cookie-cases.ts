import { tcString } from './tc-string';

export type Jar = Readonly<Record<string, string>>;

export const closed = { OptanonAlertBoxClosed: '2026-11-22T10:11:12.100Z' };
export const oneTrust = (groups: string, more = '') => ({
  OptanonConsent: `isGpcEnabled=0&datestamp=Sun+Nov+22+2026&version=202409.1.0&hosts=H1%3A1%2CH2%3A0&consentId=00000000&interactionCount=1&landingPath=NotLandingPage&groups=${encodeURIComponent(groups)}${more}`,
});
export const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const base64 = (value: unknown) => btoa(JSON.stringify(value));
const refusal = tcString({ interests: [2, 7, 9, 10] });
const consent = tcString({ consents: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
const cookieYes = (rest: string) => ({ 'cookieyes-consent': `consentid:T1RXdG96,${rest}` });

/** Forms as read off requests recorded in public repositories, 2026-11-22; ids and dates are made up. */
export const cases: readonly (readonly [string, Jar, string])[] = [
  ['OneTrust, all', { ...closed, ...oneTrust('C0001:1,C0002:1,C0003:1,C0004:1') }, 'OneTrust accepted'],
  ['OneTrust, none', { ...closed, ...oneTrust('C0001:1,C0002:0,C0003:0,C0004:0') }, 'OneTrust refused'],
  ['OneTrust, some', { ...closed, ...oneTrust('C0001:1,C0002:1,C0004:0') }, 'OneTrust accepted in part'],
  ['OneTrust, older groups', { ...closed, ...oneTrust('1:1,2:0,4:0') }, 'OneTrust refused'],
  ['OneTrust, not answered', oneTrust('C0001:1,C0002:0,C0004:0'), 'OneTrust before-choice'],
  ['OneTrust where it does not ask', oneTrust('C0001:1,C0002:1,C0004:1'), 'OneTrust unknown'],
  [
    'OneTrust asking again',
    { ...closed, ...oneTrust('C0001:1,C0002:1', '&AwaitingReconsent=true') },
    'OneTrust before-choice',
  ],
  ['OneTrust closed and no more', closed, 'OneTrust unknown'],
  [
    'Cookiebot, none',
    {
      CookieConsent:
        '{stamp:%27oJ35/40h2LtBg==%27%2Cnecessary:true%2Cpreferences:false%2Cstatistics:false%2Cmarketing:false%2Cmethod:%27explicit%27%2Cver:1%2Cutc:1740000000000%2Cregion:%27gb%27}',
    },
    'Cookiebot refused',
  ],
  [
    'Cookiebot, some',
    { CookieConsent: "{stamp:'a',necessary:true,preferences:false,statistics:true,marketing:false,ver:1}" },
    'Cookiebot accepted in part',
  ],
  [
    'Cookiebot where nobody is asked',
    {
      CookieConsent:
        '{stamp:%27-1%27%2Cnecessary:true%2Cpreferences:true%2Cstatistics:true%2Cmarketing:true%2Cmethod:%27implied%27%2Cver:1}',
    },
    'Cookiebot unknown',
  ],
  ['Cookiebot outside its regions', { CookieConsent: '-1' }, 'Cookiebot unknown'],
  [
    'Borlabs, essential',
    { 'borlabs-cookie': json({ consents: { essential: ['borlabs-cookie'] }, version: '1' }) },
    'Borlabs Cookie refused',
  ],
  [
    'Borlabs, more',
    { 'borlabs-cookie': json({ consents: { essential: ['borlabs-cookie'], statistics: ['google-analytics'] } }) },
    'Borlabs Cookie accepted',
  ],
  [
    'CookieYes, none',
    cookieYes(
      'consent:no,action:yes,necessary:yes,functional:no,analytics:no,performance:no,advertisement:no,other:no',
    ),
    'CookieYes refused',
  ],
  [
    'CookieYes, all',
    cookieYes('consent:yes,action:yes,necessary:yes,functional:yes,analytics:yes,performance:yes,advertisement:yes'),
    'CookieYes accepted',
  ],
  [
    'CookieYes, not answered',
    cookieYes('consent:,action:,necessary:,functional:,analytics:,performance:,advertisement:,other:'),
    'CookieYes before-choice',
  ],
  [
    'CookieYes, where all is on until someone objects',
    cookieYes(
      'consent:no,action:,necessary:yes,functional:yes,analytics:yes,performance:yes,advertisement:yes,other:yes',
    ),
    'CookieYes unknown',
  ],
  [
    'GDPR Cookie Consent, no',
    { viewed_cookie_policy: 'no', 'cookielawinfo-checkbox-analytics': 'yes' },
    'GDPR Cookie Consent refused',
  ],
  [
    'GDPR Cookie Consent, yes in part',
    {
      viewed_cookie_policy: 'yes',
      'cookielawinfo-checkbox-necessary': 'yes',
      'cookielawinfo-checkbox-analytics': 'no',
    },
    'GDPR Cookie Consent accepted in part',
  ],
  ['GDPR Cookie Consent, boxes alone', { 'cookielawinfo-checkbox-analytics': 'yes' }, 'GDPR Cookie Consent unknown'],
  [
    'Complianz, none',
    {
      'cmplz_banner-status': 'dismissed',
      cmplz_functional: 'allow',
      cmplz_statistics: 'deny',
      cmplz_marketing: 'deny',
    },
    'Complianz refused',
  ],
  [
    'Complianz, some',
    { 'cmplz_banner-status': 'dismissed', cmplz_statistics: 'allow', cmplz_marketing: 'deny' },
    'Complianz accepted in part',
  ],
  ['Complianz, shown', { 'cmplz_banner-status': 'show', cmplz_marketing: 'deny' }, 'Complianz unknown'],
  ['Klaro, none', { klaro: json({ youtube: false, matomo: false }) }, 'Klaro refused'],
  ['Klaro, all', { klaro: json({ youtube: true, matomo: true }) }, 'Klaro accepted'],
  [
    'iubenda, none',
    {
      '_iub_cs-13261173': json({
        timestamp: '2026-11-22',
        version: '1.85.0',
        purposes: { 1: true, 2: false, 3: false },
        id: 1,
      }),
    },
    'iubenda refused',
  ],
  ['iubenda, all', { '_iub_cs-13261173': json({ consent: true, id: 1 }) }, 'iubenda accepted'],
  ['iubenda, not answered', { '_iub_cs-90483436': json({ id: 90483436 }) }, 'iubenda unknown'],
  [
    'Didomi, some',
    { didomi_token: base64({ user_id: 'u', purposes: { enabled: ['a'], disabled: ['b'] }, version: 2 }) },
    'Didomi accepted in part',
  ],
  ['Didomi, none', { didomi_token: base64({ purposes: { disabled: ['a', 'b'] } }) }, 'Didomi refused'],
  ['Didomi, not answered', { didomi_token: base64({ user_id: 'u', created: '2026-11-22' }) }, 'Didomi unknown'],
  ['Osano, which cannot be read', { osano_consentmanager: 'fVmG_Y7dwv2npaDY' }, 'Osano unknown'],
  ['Cookie Consent, deny', { cookieconsent_status: 'deny' }, 'Cookie Consent refused'],
  ['Cookie Consent, a notice dismissed', { cookieconsent_status: 'dismiss' }, 'Cookie Consent unknown'],
  [
    'TrustArc, required only',
    { notice_gdpr_prefs: '0::implied,eu', notice_behavior: 'implied,eu' },
    'TrustArc refused',
  ],
  ['TrustArc, all', { notice_gdpr_prefs: '0,1,2:1a8b5228' }, 'TrustArc accepted'],
  ['TrustArc, some', { notice_gdpr_prefs: '0|1:' }, 'TrustArc accepted in part'],
  ['TrustArc, its region alone', { notice_behavior: 'expressed,eu' }, 'TrustArc unknown'],
  [
    'CookieFirst, none',
    {
      'cookiefirst-consent': json({
        necessary: true,
        performance: false,
        functional: false,
        advertising: false,
        type: 'category',
      }),
    },
    'CookieFirst refused',
  ],
  [
    'Real Cookie Banner',
    { 'real_cookie_banner-v:3_blog:1_path:da22278': '1709039186%3Auuid%3Ahash%3A%7B%2260%22%3A%5B37544%5D%7D' },
    'Real Cookie Banner unknown',
  ],
  ['consentmanager, none', { __cmpconsentx40080: refusal, __cmpcc: '1' }, 'consentmanager refused'],
  [
    'consentmanager, older',
    { __cmpconsentx36865: 'BPxYLuWPxYLuWAfNhBENABAAAAAfqAHAAUABUADIAIA' },
    'consentmanager unknown',
  ],
  [
    'Google, answered',
    { FCCDCF: json([null, null, null, [consent, '1~', 'id'], null, null, []]) },
    'Google Privacy & messaging accepted',
  ],
  [
    'Google, elsewhere',
    { FCCDCF: json([null, null, null, null, null, null, [[32, '[]']]]) },
    'Google Privacy & messaging unknown',
  ],
  [
    'cc_cookie, none',
    { cc_cookie: json({ categories: ['necessary'], revision: 1 }) },
    'CookieConsent (orestbida) refused',
  ],
  ['cc_cookie, more', { cc_cookie: json({ level: ['necessary', 'analytics'] }) }, 'CookieConsent (orestbida) accepted'],
  ['tarteaucitron, not answered', { tarteaucitron: '!gtag=wait!facebook=wait' }, 'tarteaucitron before-choice'],
  [
    'tarteaucitron, some',
    { tarteaucitron: '!id=a5c8-18!atinternet=true!hotjar=false' },
    'tarteaucitron accepted in part',
  ],
  ['tarteaucitron, none', { tarteaucitron: '!gtag=false!youtube=false' }, 'tarteaucitron refused'],
  ['Cookie Notice', { cookie_notice_accepted: 'false' }, 'Cookie Notice refused'],
  [
    'GDPR Cookie Compliance, none',
    { moove_gdpr_popup: json({ strict: '1', thirdparty: '0', advanced: '0' }) },
    'GDPR Cookie Compliance refused',
  ],
  [
    'CookieScript, reject',
    { CookieScriptConsent: json({ action: 'reject', categories: '[]' }) },
    'CookieScript refused',
  ],
  ['CookieScript, accept', { CookieScriptConsent: json({ action: 'accept' }) }, 'CookieScript accepted'],
  [
    'Axeptio, some',
    {
      axeptio_cookies:
        '{%22$$token%22:%22h1%22%2C%22$$completed%22:true%2C%22hotjar%22:false%2C%22google_analytics%22:true}',
    },
    'Axeptio accepted in part',
  ],
  [
    'Axeptio, not answered',
    { axeptio_cookies: '{%22$$token%22:%22t1%22%2C%22$$completed%22:false}' },
    'Axeptio before-choice',
  ],
  [
    'Cookie Control, none',
    { CookieControl: '{"necessaryCookies":[],"optionalCookies":{"analytics":"revoked"},"interactedWith":true}' },
    'Cookie Control refused',
  ],
  [
    'Cookie Control, not answered',
    { CookieControl: '{"necessaryCookies":[],"optionalCookies":{},"interactedWith":false}' },
    'Cookie Control before-choice',
  ],
  [
    'Piwik PRO, not answered',
    {
      ppms_privacy_283ac5bc:
        '{%22consents%22:{%22analytics%22:{%22status%22:-1}%2C%22remarketing%22:{%22status%22:-1}}}',
    },
    'Piwik PRO before-choice',
  ],
  [
    'Piwik PRO, some',
    { ppms_privacy_283ac5bc: '{"consents":{"analytics":{"status":1},"remarketing":{"status":0}}}' },
    'Piwik PRO accepted in part',
  ],
  ['TCF, none', { 'euconsent-v2': refusal }, '- refused'],
  ['TCF, all', { 'eupubconsent-v2': consent }, '- accepted'],
];
