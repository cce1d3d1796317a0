import { tcString } from '../../support/tc-string';

const yearInSeconds = 31_536_000;
const keep = `; Path=/; Max-Age=${yearInSeconds}; Secure; SameSite=Lax`;
const purposes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Strings as a tool makes them: asked (legitimate interest alone), refused, accepted. */
const strings = {
  asked: tcString({ interests: purposes }),
  refused: tcString({ interests: [2, 7, 9, 10] }),
  accepted: tcString({ consents: purposes }),
};

/**
 * Each plays one consent tool in a page: `answer('refused')` and `answer('accepted')` are what its buttons do, and
 * `isAccepted()` tells whether the visitor has.
 */

/** A tool of the TCF, version 2.2: it knows `getTCData` no more, and tells how many listeners it has. */
export const tcfTool = `(() => {
  const strings = ${JSON.stringify(strings)};
  const kept = /euconsent-v2=([^;]+)/.exec(document.cookie)?.[1];
  let now = kept
    ? { eventStatus: 'tcloaded', tcString: kept }
    : { eventStatus: 'cmpuishown', tcString: strings.asked };
  const listeners = new Map();
  let nextId = 1;
  const data = (listenerId) => ({ cmpId: 31, cmpVersion: 2, gdprApplies: true, cmpStatus: 'loaded', listenerId, ...now });
  const commands = {
    ping: (callback) =>
      callback({
        gdprApplies: true, cmpLoaded: true, cmpStatus: 'loaded', apiVersion: '2.2',
        displayStatus: now.eventStatus === 'cmpuishown' ? 'visible' : 'hidden',
      }),
    addEventListener: (callback) => {
      const id = nextId++;
      listeners.set(id, callback);
      callback(data(id), true);
    },
    removeEventListener: (callback, id) => callback(listeners.delete(id)),
  };
  window.__tcfapi = (command, version, callback, parameter) =>
    commands[command] ? commands[command](callback, parameter) : callback(null, false);
  window.listenersLeft = () => listeners.size;
  window.isAccepted = () => now.tcString === strings.accepted;
  window.answer = (choice) => {
    document.cookie = 'euconsent-v2=' + strings[choice] + '${keep}';
    now = { eventStatus: 'useractioncomplete', tcString: strings[choice] };
    for (const [id, listener] of listeners) listener(data(id), true);
  };
})();`;

/** As OneTrust: one cookie from the first view on, another once the banner was closed. */
export const oneTrustTool = `(() => {
  const groups = (word) => (word === 'accepted' ? 'C0001:1,C0002:1,C0004:1' : 'C0001:1,C0002:0,C0004:0');
  const write = (word) => {
    const value = 'isGpcEnabled=0&version=202409.1.0&interactionCount=1&groups=' + encodeURIComponent(groups(word));
    document.cookie = 'OptanonConsent=' + value + '${keep}';
  };
  const isClosed = () => /OptanonAlertBoxClosed=/.test(document.cookie);
  if (!isClosed()) write('asked');
  window.OneTrust = { IsAlertBoxClosed: isClosed, GetDomainData: () => ({ ShowAlertNotice: true }) };
  window.isAccepted = () => isClosed() && /C0002%3A1/.test(document.cookie);
  window.answer = (choice) => {
    write(choice);
    document.cookie = 'OptanonAlertBoxClosed=' + new Date().toISOString() + '${keep}';
  };
})();`;

/** As Cookiebot: one cookie, once answered, and an object with the answer in it. */
export const cookiebotTool = `(() => {
  const read = () => /CookieConsent=([^;]+)/.exec(document.cookie)?.[1];
  const tool = { hasResponse: false, consent: { preferences: false, statistics: false, marketing: false, method: null } };
  const load = () => {
    const value = decodeURIComponent(read() ?? '');
    tool.hasResponse = value !== '';
    for (const kind of ['preferences', 'statistics', 'marketing']) tool.consent[kind] = value.includes(kind + ':true');
    tool.consent.method = tool.hasResponse ? 'explicit' : null;
  };
  load();
  window.Cookiebot = tool;
  window.isAccepted = () => tool.consent.statistics;
  window.answer = (choice) => {
    const all = choice === 'accepted';
    const value = "{stamp:'d3Y='%2Cnecessary:true%2Cpreferences:" + all + '%2Cstatistics:' + all + '%2Cmarketing:' + all +
      "%2Cmethod:'explicit'%2Cver:1%2Cutc:1795348800000%2Cregion:'at'}";
    document.cookie = 'CookieConsent=' + value + '${keep}';
    load();
  };
})();`;

/**
 * Google's consent mode in its advanced form and no tool that we know: the tag sends hits from the beginning, and each
 * tells what was chosen. The answer is kept in a cookie of the site's own.
 */
export const consentMode = `(() => {
  window.dataLayer = window.dataLayer || [];
  const gtag = function () { window.dataLayer.push(arguments); };
  const kinds = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'];
  const words = (word) => Object.fromEntries(kinds.map((kind) => [kind, word]));
  gtag('consent', 'default', words('denied'));
  let letter = 'p';
  const update = (choice) => {
    letter = choice === 'accepted' ? 'r' : 'q';
    gtag('consent', 'update', words(choice === 'accepted' ? 'granted' : 'denied'));
  };
  const kept = /my_choice=([a-z]+)/.exec(document.cookie)?.[1];
  if (kept) update(kept);
  window.sendHit = () => {
    const gcd = '1' + [1, 2, 3, 4].map(() => '3' + letter).join('') + '5';
    const query = new URLSearchParams({
      v: '2', tid: 'G-DEMO000001', cid: '1.2', en: 'page_view', gcs: letter === 'r' ? 'G111' : 'G100', gcd,
    });
    return fetch('https://region1.google-analytics.com/g/collect?' + query, { method: 'POST', mode: 'no-cors' });
  };
  window.isAccepted = () => letter === 'r';
  window.answer = (choice) => {
    document.cookie = 'my_choice=' + choice + '${keep}';
    update(choice);
  };
  void window.sendHit();
})();`;
