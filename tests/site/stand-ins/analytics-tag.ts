import { optOutChecks, setCookie } from './opt-out-checks';
import type { TagVariant } from './opt-out-checks';

const twoYearsInSeconds = 63_072_000;

/**
 * Plays `gtag/js` for one measurement id and for each that the page configures besides, however late: sets the two
 * cookies and sends two hits, one by fetch and one by beacon, and one more for each `gtag('event', …)`.
 *
 * `collect` is where the hits go; a tag that is `deaf` obeys no opt-out, as those do that a site serves from its own host.
 */
export const analyticsTag = (
  id: string,
  { variant = 'new', collect = google, isDeaf = false }: TagOptions = {},
) => `(() => {
  ${isDeaf ? 'const isOff = () => false;' : optOutChecks(variant)}
  ${setCookie}
  const now = Math.floor(Date.now() / 1000);
  const started = (window.google_tag_data = window.google_tag_data || {});
  const hit = (id, name, number) =>
    ${JSON.stringify(collect)} + '?' +
    new URLSearchParams({
      v: '2', tid: id, cid: '1234567890.' + now, sid: String(now), ul: navigator.language,
      sr: screen.width + 'x' + screen.height, dl: location.href, dt: document.title, _s: number, en: name,
    });
  const start = (id) => {
    if (started[id]) return;
    started[id] = true;
    setTimeout(() => {
      if (!isOff(id)) navigator.sendBeacon(hit(id, 'scroll', '2'));
    }, 100);
    if (isOff(id)) return;
    setCookie('_ga', 'GA1.1.1234567890.' + now, ${twoYearsInSeconds});
    setCookie('_ga_' + id.slice(2), 'GS2.1.s' + now + '$o1$g0$t' + now, ${twoYearsInSeconds});
    send(id, 'page_view', '1');
  };
  const send = (id, name, number) =>
    fetch(hit(id, name, number), { method: 'POST', mode: 'no-cors', keepalive: true }).catch(() => {});
  const handle = ([command, what] = []) => {
    if (command === 'config' && /^G-/.test(what)) start(what);
    if (command === 'event') for (const id of Object.keys(started)) if (!isOff(id)) send(id, what, '3');
  };
  const layer = (window.dataLayer = window.dataLayer || []);
  const isCommand = (entry) => Object.prototype.toString.call(entry) === '[object Arguments]';
  const { push } = layer;
  layer.push = (...entries) => {
    const length = push.apply(layer, entries);
    entries.filter(isCommand).forEach(handle);
    return length;
  };
  start(${JSON.stringify(id.replace(/[^A-Z0-9-]/g, ''))});
  layer.filter(isCommand).forEach(handle);
})();`;

const google = 'https://region1.google-analytics.com/g/collect';

interface TagOptions {
  readonly variant?: TagVariant;
  readonly collect?: string;
  readonly isDeaf?: boolean;
}
