/** A consent tool by the cookies in which it keeps the visitor's choice. */
export interface ConsentCookies {
  readonly id: string;
  /** As people know it; `null` for a form that many tools share. */
  readonly manager: string | null;
  /** Names, with `*` as in policies. */
  readonly cookies: readonly string[];
  /** `documented`: the maker tells the form. `observed`: read off requests recorded in public repositories. */
  readonly trust: 'documented' | 'observed';
  /** The maker's page on it, or the maker's own; all read 2026-11-22. */
  readonly source: string;
}

/**
 * Consent tools whose cookies we know, as of 2026-11-22. Left out: those that keep the choice in web storage alone
 * (Usercentrics; see `page-signals.ts`), and names that many unrelated sites use for cookies of their own.
 */
export const consentCookies = [
  {
    id: 'tcf',
    manager: null,
    cookies: ['euconsent-v2', 'eupubconsent-v2'],
    trust: 'documented',
    source: 'https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework',
  },
  {
    id: 'onetrust',
    manager: 'OneTrust',
    cookies: ['OptanonConsent', 'OptanonAlertBoxClosed'],
    trust: 'documented',
    source: 'https://my.onetrust.com/articles/en_US/Knowledge/UUID-2dc719a8-4be5-8d16-1dc8-c7b4147b88e0',
  },
  {
    id: 'cookiebot',
    manager: 'Cookiebot',
    cookies: ['CookieConsent'],
    trust: 'documented',
    source: 'https://www.cookiebot.com/en/developer/',
  },
  {
    id: 'borlabs',
    manager: 'Borlabs Cookie',
    cookies: ['borlabs-cookie'],
    trust: 'observed',
    source: 'https://borlabs.io/borlabs-cookie/',
  },
  {
    id: 'cookieyes',
    manager: 'CookieYes',
    cookies: ['cookieyes-consent'],
    trust: 'observed',
    source: 'https://www.cookieyes.com/documentation/retrieving-consent-data-using-api-getckyconsent/',
  },
  {
    id: 'cookie-law-info',
    manager: 'GDPR Cookie Consent',
    cookies: ['viewed_cookie_policy', 'cookielawinfo-checkbox-*'],
    trust: 'observed',
    source: 'https://wordpress.org/plugins/cookie-law-info/',
  },
  {
    id: 'complianz',
    manager: 'Complianz',
    cookies: ['cmplz_*'],
    trust: 'documented',
    source: 'https://complianz.io/cookies-from-complianz-what-are-they-for-and-how-you-use-them/',
  },
  {
    id: 'klaro',
    manager: 'Klaro',
    cookies: ['klaro'],
    trust: 'observed',
    source: 'https://klaro.org/docs/',
  },
  {
    id: 'iubenda',
    manager: 'iubenda',
    cookies: ['_iub_cs-*'],
    trust: 'observed',
    source: 'https://www.iubenda.com/en/help/1205-cookie-solution-configuration',
  },
  {
    id: 'didomi',
    manager: 'Didomi',
    cookies: ['didomi_token', 'didomi_dcs'],
    trust: 'documented',
    source: 'https://developers.didomi.io/cmp/web-sdk/consent-notice/cookies',
  },
  {
    id: 'osano',
    manager: 'Osano',
    cookies: ['osano_consentmanager', 'osano_consentmanager_uuid'],
    trust: 'observed',
    source: 'https://www.osano.com/',
  },
  {
    id: 'cookieconsent',
    manager: 'Cookie Consent',
    cookies: ['cookieconsent_status'],
    trust: 'documented',
    source: 'https://github.com/osano/cookieconsent',
  },
  {
    id: 'trustarc',
    manager: 'TrustArc',
    cookies: ['notice_gdpr_prefs', 'notice_preferences', 'notice_behavior', 'cmapi_cookie_privacy', 'cmapi_gtm_bl'],
    trust: 'observed',
    source: 'https://trustarc.com/',
  },
  {
    id: 'cookiefirst',
    manager: 'CookieFirst',
    cookies: ['cookiefirst-consent'],
    trust: 'observed',
    source: 'https://cookiefirst.com/',
  },
  {
    id: 'real-cookie-banner',
    manager: 'Real Cookie Banner',
    cookies: ['real_cookie_banner*'],
    trust: 'observed',
    source: 'https://wordpress.org/plugins/real-cookie-banner/',
  },
  {
    id: 'consentmanager',
    manager: 'consentmanager',
    cookies: ['__cmpconsent*', '__cmpcvc*', '__cmpcpc*', '__cmpcc*', '__cmpiab*'],
    trust: 'observed',
    source: 'https://www.consentmanager.net/',
  },
  {
    id: 'funding-choices',
    manager: 'Google Privacy & messaging',
    cookies: ['FCCDCF', 'FCNEC'],
    trust: 'observed',
    source: 'https://developers.google.com/funding-choices',
  },
  {
    id: 'cc-cookie',
    manager: 'CookieConsent (orestbida)',
    cookies: ['cc_cookie'],
    trust: 'documented',
    source: 'https://github.com/orestbida/cookieconsent',
  },
  {
    id: 'tarteaucitron',
    manager: 'tarteaucitron',
    cookies: ['tarteaucitron'],
    trust: 'observed',
    source: 'https://github.com/AmauriC/tarteaucitron.js',
  },
  {
    id: 'cookie-notice',
    manager: 'Cookie Notice',
    cookies: ['cookie_notice_accepted'],
    trust: 'observed',
    source: 'https://wordpress.org/plugins/cookie-notice/',
  },
  {
    id: 'moove',
    manager: 'GDPR Cookie Compliance',
    cookies: ['moove_gdpr_popup'],
    trust: 'observed',
    source: 'https://wordpress.org/plugins/gdpr-cookie-compliance/',
  },
  {
    id: 'cookie-script',
    manager: 'CookieScript',
    cookies: ['CookieScriptConsent'],
    trust: 'observed',
    source: 'https://cookie-script.com/',
  },
  {
    id: 'axeptio',
    manager: 'Axeptio',
    cookies: ['axeptio_cookies', 'axeptio_authorized_vendors', 'axeptio_all_vendors'],
    trust: 'observed',
    source: 'https://www.axept.io/',
  },
  {
    id: 'civic',
    manager: 'Cookie Control',
    cookies: ['CookieControl'],
    trust: 'documented',
    source: 'https://www.civicuk.com/cookie-control/documentation',
  },
  {
    id: 'piwik-pro',
    manager: 'Piwik PRO',
    cookies: ['ppms_privacy_*'],
    trust: 'observed',
    source: 'https://piwik.pro/',
  },
] as const satisfies readonly ConsentCookies[];

export type ConsentToolId = (typeof consentCookies)[number]['id'];
