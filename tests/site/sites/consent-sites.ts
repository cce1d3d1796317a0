import { consentMode, cookiebotTool, oneTrustTool, tcfTool } from '../consent/consent-tools';
import { declaredAnalytics, minimalPolicy, minimalProcessor } from '../minimal-policy';
import { policyFile, wellKnown } from '../policy-file';
import { pixel } from '../reply';
import { type SmallSite, smallSites } from './small-site';

const afterConsent = { load: 'after-consent', legalBases: [{ basis: 'A6-1-a', when: 'once you agree in our banner' }] };
const ownCookie = (identifier: string) => ({ identifier, type: 'cookie', domains: ['*'], consentRequired: true });

/** All that is declared waits for consent; even the tools' own cookies are said to need it. */
const policyOf = (host: string) =>
  minimalPolicy(host, {
    processors: [
      minimalProcessor('counter', 'Counter', { domains: ['px.counter.example'], ...afterConsent }),
      { ...declaredAnalytics, ...afterConsent },
    ],
    storage: ['visitor', 'euconsent-v2', 'OptanonConsent', 'OptanonAlertBoxClosed', 'CookieConsent'].map(ownCookie),
    consent: { voluntary: true, text: 'Nothing is counted unless you agree in our banner.' },
  });

const banner = `<p role="region" aria-label="Consent">
<button type="button" id="refuse">Refuse</button> <button type="button" id="accept">Accept</button></p>`;

/** What the site counts with: a declared processor's pixel, and a cookie of its own that its server sets. */
const tag = `
const count = () => {
  new Image().src = 'https://px.counter.example/hit.gif?n=' + performance.now();
  new Image().src = '/visitor.gif?n=' + performance.now();
};
document.querySelector('#refuse').onclick = () => answer('refused');
document.querySelector('#accept').onclick = () => { answer('accepted'); if (isPatient) count(); };
if (!isPatient || isAccepted()) count();`;

/** `patient`: counts only once the visitor has accepted. `at-once`: counts whatever the visitor says. */
const site = (host: string, about: string, tool: string, kind: 'patient' | 'at-once'): Record<string, SmallSite> => ({
  [host]: {
    about,
    body: `${banner}<script>${tool}</script><script>const isPatient = ${kind === 'patient'};${tag}</script>`,
    extra: {
      [wellKnown]: policyFile(policyOf(host)),
      '/visitor.gif': pixel({ 'set-cookie': 'visitor=1; Path=/; Max-Age=86400; Secure; SameSite=Lax' }),
    },
  },
});

/** Sites that ask for consent, and keep to the answer or not. */
export const consentSites = smallSites({
  ...site('tcf.example', 'Asks through the TCF and counts at once.', tcfTool, 'at-once'),
  ...site('tcf-kept.example', 'Asks through the TCF and waits for the answer.', tcfTool, 'patient'),
  ...site('onetrust.example', 'Asks as OneTrust does and counts at once.', oneTrustTool, 'at-once'),
  ...site('cookiebot.example', 'Asks as Cookiebot does and waits for the answer.', cookiebotTool, 'patient'),
  ...site('consent-mode.example', 'Tells Google of each answer, and waits with the rest.', consentMode, 'patient'),
  ...site(
    'told-google-yes.example',
    'Asks as OneTrust does, waits, and tells Google yes whatever was answered.',
    `${oneTrustTool}
    fetch('https://region1.google-analytics.com/g/collect?v=2&tid=G-DEMO000001&gcs=G111&gcd=13r3r3r3r5', { mode: 'no-cors' });`,
    'patient',
  ),
  'no-consent-tool.example': { about: 'Asks for nothing.' },
});
