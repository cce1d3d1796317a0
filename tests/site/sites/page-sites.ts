import { json } from '../reply';
import { declaredAnalytics, minimalPolicy } from '../minimal-policy';
import { policyFile, wellKnown } from '../policy-file';
import { smallSites } from './small-site';

/** The five things the slow page asks for in turn, one each 300 ms for 5 s. */
const trickle = `<script>
const urls = [
  'https://region1.google-analytics.com/g/collect?v=2&tid=G-DEMO000001&en=tick',
  'https://source.zoom.us/3.8.10/lib/vendor/react.min.js',
  'https://www.google.com/recaptcha/api2/anchor?k=6LDemo',
  'https://pixel.cdn-x.example/p.gif',
  'https://static.unheard-of.example/widget.js',
];
let count = 0;
const timer = setInterval(() => {
  new Image().src = urls[count % urls.length] + (urls[count % urls.length].includes('?') ? '&' : '?') + 'n=' + count;
  count += 1;
  if (count * 300 >= 5000) clearInterval(timer);
}, 300);
</script>`;

/** Sites that differ in what their page does. */
export const pageSites = smallSites({
  'no-policy.example': {
    about: 'No policy file, and one third party.',
    body: '<img alt="" src="https://pixel.cdn-x.example/p.gif">',
  },
  'clean.example': {
    about: 'Only its own cookies, nobody else.',
    headers: {
      'set-cookie': [
        'session=demo; Path=/; Secure; HttpOnly; SameSite=Lax',
        'csrftoken=demo; Path=/; Secure; SameSite=Strict',
        'lang=en; Path=/; Max-Age=31536000; Secure; SameSite=Lax',
      ],
    },
    extra: {
      [wellKnown]: policyFile(minimalPolicy('clean.example')),
      '/.well-known/gpc.json': json({ gpc: true, lastUpdate: '2026-11-01' }),
    },
  },
  'slow-page.example': {
    about: 'One request after the other.',
    body: trickle,
    extra: { [wellKnown]: policyFile(minimalPolicy('slow-page.example', { processors: [declaredAnalytics] })) },
  },
});
