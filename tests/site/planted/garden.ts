import { tcfTool } from '../consent/consent-tools';
import { page } from '../page';
import { policyFile, wellKnown } from '../policy-file';
import { html, nothing, pixel, script } from '../reply';
import { standIn, website } from '../site';
import { analyticsTag } from '../stand-ins/analytics-tag';
import { garden, gardenPolicy, gardenText } from './garden-policy';

const day = 86_400;

const banner = `<p role="region" aria-label="Consent">
<button type="button" id="refuse">Refuse</button> <button type="button" id="accept">Accept</button></p>
<script>${tcfTool}
document.querySelector('#refuse').onclick = () => answer('refused');
document.querySelector('#accept').onclick = () => answer('accepted');
</script>`;

/** Whatever the visitor says, all of this runs on each page. */
const tags = `<script src="/tag.js"></script>
<script src="https://www.googletagmanager.com/gtm.js?id=GTM-DEMO1"></script>
<script src="https://static.hotjar.com/c/hotjar-1.js"></script>
<script src="https://static.unheard-of.example/widget.js"></script>
<img alt="" src="https://www.facebook.com/tr?id=1&ev=PageView">
<img alt="" src="https://garden.sc.omtrdc.net/b/ss/garden/1/JS-2.22/s1">
<img alt="" src="https://pixel.cdn-x.example/p.gif">
<img alt="" src="https://px.counter.example/hit.gif">
<img alt="" src="/visitor.gif">
<iframe title="Booking" src="https://booking.widget-a.example/frame"></iframe>
<iframe title="Map" src="https://map.widget-b.example/frame"></iframe>
<script>
for (const name of ['campaign', 'seen_offer', '_hjSessionUser_1'])
  document.cookie = name + '=1; Path=/; Max-Age=${day}; Secure; SameSite=Lax';
localStorage.setItem('profile', '1');
sessionStorage.setItem('trail', '1');
</script>`;

const forms = `<form method="post" action="http://letters.forms-a.example/in"><label>Letter <input name="letter"></label></form>
<form method="post" action="http://talk.forms-b.example/in"><label>Number <input name="number"></label></form>`;

/** Delivered by two services of which the policy names neither. */
const headers = {
  'x-nf-request-id': '01HF3ZDEMO',
  'x-vercel-id': 'fra1::iad1::kqsw4-1763812345678-0a1b2c',
  'set-cookie': [
    `basket=1; Path=/; Max-Age=${30 * day}; Secure; SameSite=Lax`,
    `theme=dark; Path=/; Max-Age=${10 * day}; Secure; SameSite=Lax`,
  ],
};

const shown = (title: string, more = '') => html(page(title, `${banner}${forms}${tags}${more}`), headers);
const setting = (name: string) => ({ 'set-cookie': `${name}=1; Path=/; Max-Age=${day}; Secure; SameSite=Lax` });
const passingOn = (to: string) => ({
  '/frame': html(`<!doctype html><title>Frame</title><img alt="" src="https://${to}/t.gif">`),
});

/** https://garden.example: a shop that asks for consent, heeds no answer, and keeps little of what its policy says. */
export const gardenSites = [
  website(garden, {
    '/': shown('Garden'),
    '/account': shown('Your account', '<img alt="" src="https://tickets.help-desk-x.example/1.gif">'),
    '/opt-out': shown(
      'Opt out',
      `<script>document.cookie = 'ga-disable-G-DEMO000001=true; Path=/; Max-Age=${30 * day}; Secure; SameSite=Lax';</script>`,
    ),
    '/privacy': html(page('Privacy', `<p>${gardenText}</p>`)),
    '/tag.js': script(analyticsTag('G-DEMO000001', { isDeaf: true })),
    '/visitor.gif': pixel({ 'set-cookie': [setting('visitor')['set-cookie'], setting('known')['set-cookie']] }),
    [wellKnown]: policyFile(gardenPolicy),
  }),
  standIn('booking.widget-a.example', passingOn('track.elsewhere-a.example')),
  standIn('map.widget-b.example', passingOn('track.elsewhere-b.example')),
  standIn('px.counter.example', { '/hit.gif': pixel() }),
  standIn('garden.sc.omtrdc.net', { '/b/ss/*': nothing() }),
];
