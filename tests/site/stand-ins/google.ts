import { html, nothing, script } from '../reply';
import { standIn } from '../site';
import { analyticsTag } from './analytics-tag';

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

/** An empty container: it announces itself and activates no other tag. */
const container = `window.google_tag_manager = { ...window.google_tag_manager, 'GTM-DEMO1': {} };
window.dataLayer = window.dataLayer || [];`;

/** Google's tag scripts, the collecting hosts of Google Analytics, and reCAPTCHA. */
export const google = [
  standIn('www.googletagmanager.com', {
    '/gtag/js': ({ url }) => script(analyticsTag(url.searchParams.get('id') ?? 'G-DEMO000001')),
    '/gtm.js': script(container),
    '/ns.html': html('<!doctype html><title>ns</title>'),
  }),
  standIn('*.google-analytics.com', { '/g/collect': nothing(), '/collect': nothing() }),
  standIn('stats.g.doubleclick.net'),
  standIn('www.google.com', {
    '/recaptcha/api.js': script(recaptchaLoader, { 'set-cookie': recaptchaCookie }),
    '/recaptcha/api2/anchor': html('<!doctype html><title>reCAPTCHA</title><p>I am not a robot'),
  }),
  standIn('www.gstatic.com', { '/recaptcha/*': script('window.grecaptcha = { ready: (done) => done() };') }),
];
