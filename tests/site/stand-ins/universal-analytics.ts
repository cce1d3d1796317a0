import { optOutChecks, setCookie } from './opt-out-checks';

const [twoYearsInSeconds, dayInSeconds] = [63_072_000, 86_400];

/**
 * Plays `analytics.js`: does what waits in `ga.q` and what comes after it. `create` sets the two cookies, `send` sends a
 * hit: that of a page view by fetch to `/j/collect`, any other as an image from `/collect`.
 */
export const universalAnalytics = () => `(() => {
  ${optOutChecks('old')}
  ${setCookie}
  const now = Math.floor(Date.now() / 1000);
  const ids = [];
  const create = (id) => {
    ids.push(id);
    if (isOff(id)) return;
    setCookie('_ga', 'GA1.2.1234567890.' + now, ${twoYearsInSeconds});
    setCookie('_gid', 'GA1.2.1234567890.' + now, ${dayInSeconds});
  };
  const send = (id, type) => {
    if (isOff(id)) return;
    const query = new URLSearchParams({ v: '1', t: type, tid: id, cid: '1234567890.' + now, dl: location.href });
    if (type === 'pageview') {
      fetch('https://www.google-analytics.com/j/collect?' + query, { method: 'POST', mode: 'no-cors' }).catch(() => {});
    } else new Image().src = 'https://www.google-analytics.com/collect?' + query;
  };
  const waiting = (window.ga && window.ga.q) || [];
  window.ga = (command, what) => {
    if (command === 'create') create(what);
    if (command === 'send') for (const id of ids) send(id, what);
  };
  for (const [command, what] of waiting) window.ga(command, what);
})();`;
