const twoYearsInSeconds = 63_072_000;

/**
 * Plays `gtag/js` for one measurement id: sets the two cookies and sends two hits, one by fetch and one by beacon.
 *
 * It obeys the same opt-outs as Google's script: `_gaUserPrefs.ioo()`, `ga-disable-<id>` as strict boolean, and the attribute.
 */
export const analyticsTag = (id: string) => `(() => {
  const id = ${JSON.stringify(id.replace(/[^A-Z0-9-]/g, ''))};
  const isStopped =
    window['ga-disable-' + id] === true ||
    window._gaUserPrefs?.ioo?.() === true ||
    document.documentElement.hasAttribute('data-google-analytics-opt-out');
  if (isStopped) return;
  const now = Math.floor(Date.now() / 1000);
  const keep = '; Path=/; Max-Age=${twoYearsInSeconds}; SameSite=Lax; Secure';
  document.cookie = '_ga=GA1.1.1234567890.' + now + keep;
  document.cookie = '_ga_' + id.slice(2) + '=GS2.1.s' + now + '$o1$g0$t' + now + keep;
  const hit = (name, number) =>
    'https://region1.google-analytics.com/g/collect?' +
    new URLSearchParams({
      v: '2', tid: id, cid: '1234567890.' + now, sid: String(now), ul: navigator.language,
      sr: screen.width + 'x' + screen.height, dl: location.href, dt: document.title, _s: number, en: name,
    });
  fetch(hit('page_view', '1'), { method: 'POST', mode: 'no-cors', keepalive: true }).catch(() => {});
  setTimeout(() => navigator.sendBeacon(hit('scroll', '2')), 100);
})();`;
