import { html } from '../reply';
import { page } from '../page';
import { standIn, website } from '../site';
import { script } from '../reply';

const tracked = `<img alt="" src="https://itisatracker.example/p.gif"><script src="https://itisatracker.example/s.js"></script>
<script>fetch('https://itisatracker.example/f', { mode: 'no-cors' }).catch(() => {});</script>`;

const refused = `<img alt="" src="https://image.refused.example/p.gif#x"><script src="https://script.refused.example/s.js"></script>
<iframe title="Refused" src="https://frame.refused.example/f.html"></iframe>
<link rel="stylesheet" href="https://style.refused.example/a.css">
<script src="http://mixed.refused.example/s.js"></script>
<iframe title="Mixed" src="http://mixed-frame.refused.example/f.html"></iframe>
<script src="https://allowed.example/s.js"></script>`;

/** What is stopped before it leaves: by a list of the browser, by the page's own policy, by the rule against mixed content. */
export const stoppedSites = [
  website('tracked.example', { '/': html(page('Tracked', `<p>A tracker that lists know.</p>${tracked}`)) }),
  website('refusing.example', {
    '/': html(page('Refusing', `<p>Its own policy refuses what its markup asks for.</p>${refused}`), {
      'content-security-policy':
        "default-src 'self' 'unsafe-inline' https://allowed.example http://mixed.refused.example http://mixed-frame.refused.example",
    }),
  }),
  standIn('allowed.example', { '/s.js': script('void 0;', { 'cache-control': 'max-age=3600' }) }),
];
