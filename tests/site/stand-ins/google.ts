import { html, nothing, pixel, script } from '../reply';
import { standIn } from '../site';
import { analyticsTag } from './analytics-tag';
import { tagContainer } from './tag-container';
import { universalAnalytics } from './universal-analytics';

/** Loads the code from the static host and shows the box, as Google's `api.js` does. */
const recaptchaLoader = `(() => {
  const code = document.createElement('script');
  code.src = 'https://www.gstatic.com/recaptcha/releases/demo/recaptcha__en.js';
  document.head.append(code);
  const show = () => {
    const box = document.createElement('iframe');
    box.title = 'reCAPTCHA';
    box.src = 'https://www.google.com/recaptcha/api2/anchor?ar=1&k=6LDemo&size=invisible';
    document.body.append(box);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
  else show();
})();`;

const recaptchaCookie = '_GRECAPTCHA=09ADemo; Path=/recaptcha; Max-Age=15552000; Secure; HttpOnly; SameSite=None';

/** Google's tag scripts, the collecting hosts of Google Analytics, and reCAPTCHA. */
export const google = [
  standIn('www.googletagmanager.com', {
    '/gtag/js': ({ url: { searchParams: query } }) =>
      script(analyticsTag(query.get('id') ?? 'G-DEMO000001', { variant: query.get('v') === 'old' ? 'old' : 'new' })),
    '/gtm.js': ({ url }) => script(tagContainer(url.searchParams.get('id') ?? 'GTM-DEMO1')),
    '/ns.html': html('<!doctype html><title>ns</title>'),
  }),
  standIn('www.google-analytics.com', {
    '/analytics.js': script(universalAnalytics()),
    '/g/collect': nothing(),
    '/j/collect': nothing(),
    '/collect': pixel(),
  }),
  standIn('*.google-analytics.com', { '/g/collect': nothing(), '/collect': nothing() }),
  standIn('stats.g.doubleclick.net'),
  standIn('www.google.com', {
    '/recaptcha/api.js': script(recaptchaLoader, { 'set-cookie': recaptchaCookie }),
    '/recaptcha/api2/anchor': html('<!doctype html><title>reCAPTCHA</title><p>I am not a robot'),
  }),
  standIn('www.gstatic.com', { '/recaptcha/*': script('window.grecaptcha = { ready: (done) => done() };') }),
];
