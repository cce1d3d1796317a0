import { cutOff, html, pending, redirect, reply, script } from '../reply';
import type { Reply } from '../reply';
import { website } from '../site';
import type { Answer, Site, Visit } from '../site';

/**
 * In every page below: `me` names this very document, and `wire(what)` is a host that only this document calls, so
 * that each host in the server's log or in a report says which page sent it. A frame is given the name of its page
 * (`of`), and puts its own role between: `what.role.me.wire.example`.
 */
const pageScript = `
const query = new URLSearchParams(location.search);
self.me = query.get('of') ?? (query.get('as') ?? 'page') + '-' + Math.random().toString(36).slice(2, 8);
self.wire = (what) => 'https://' + [what, query.get('role'), me].filter(Boolean).join('.') + '.wire.example/';
self.call = (what) => fetch(wire(what), { mode: 'no-cors' }).then(() => null, () => null);
self.addFrame = (attributes) => document.body.append(Object.assign(document.createElement('iframe'), attributes));
self.speculate = (kind, url) => {
  const rules = Object.assign(document.createElement('script'), { type: 'speculationrules' });
  rules.textContent = JSON.stringify({ [kind]: [{ urls: [url] }] });
  document.head.append(rules);
};
new Image().src = wire('image');
call('fetch');`;

/** A page of a document site. `more` is script. */
export const documentPage = (more = '', headers: Reply['headers'] = {}, status = 200): Reply =>
  reply(status, 'text/html; charset=utf-8', page(more), { 'cache-control': 'no-cache', ...headers });

const page = (more: string) => `<!doctype html><title>A page</title><body><script>${pageScript}${more}</script>`;

const frameOf = (host: string, role: string) => `'https://${host}/frame?role=${role}&of=' + me`;

/** Frames without an address of their own; what they send is the page's doing. */
const localFrames = `
const inner = (what) => '<img src="' + wire(what) + '">';
const script = (what) => '<script>fetch("' + wire(what) + '", { mode: "no-cors" })</' + 'script>';
const blob = new Blob([inner('blob')], { type: 'text/html' });
addFrame({ srcdoc: inner('srcdoc') + script('srcdoc-script') });
addFrame({ src: 'data:text/html,' + encodeURIComponent(inner('data') + script('data-script')) });
addFrame({ src: URL.createObjectURL(blob) });
const blank = document.createElement('iframe');
document.body.append(blank);
blank.contentDocument.body.innerHTML = inner('blank');`;

/** While it is left, it sends all that a page can send then. */
const leaving = `
self.sayGoodbye = () => {
  navigator.sendBeacon(wire('beacon'));
  fetch(wire('keepalive'), { mode: 'no-cors', keepalive: true, method: 'POST', body: 'bye' });
  new Image().src = wire('last-image');
};
addEventListener('pagehide', sayGoodbye);`;

/** A frame with a worker of its own. */
const working = `new Worker('/worker.js').postMessage(wire('worker'));`;

const pages: Readonly<Record<string, Answer>> = {
  '/page': documentPage(),
  '/unkept': documentPage('', { 'cache-control': 'no-store' }),
  '/hop': ({ url }: Visit) => redirect(`/page${url.search}`),
  '/hop-away': ({ url }: Visit) => redirect(`https://other-walks.example/hop-back${url.search}`),
  '/hop-back': ({ url }: Visit) => redirect(`https://walks.example/page${url.search}`),
  '/meta': html(`<!doctype html><meta http-equiv="refresh" content="0; url=/page?as=refreshed">
    <body><script>${pageScript.replaceAll('call(', 'void (')}</script>`),
  '/replace': documentPage(`location.replace('/page?as=replacement');`),
  '/download': reply(200, 'application/octet-stream', 'data', {
    'content-disposition': 'attachment; filename="x.bin"',
  }),
  '/empty': reply(204, '', ''),
  '/pending': pending(),
  '/missing': documentPage('', {}, 404),
  '/cut': cutOff(),
  '/ticker': documentPage(`self.ticker = setInterval(() => call('tick'), 250);`),
  '/local-frames': documentPage(localFrames),
  '/leaving': documentPage(leaving),
  '/nested': documentPage(`addFrame({ src: ${frameOf('outer.example', 'outer')} });`),
  '/frame': documentPage(working),
  '/worker.js': script(`onmessage = ({ data }) => void fetch(data, { mode: 'no-cors' });`),
};

/** Sites whose pages are left, reloaded, framed and gone back to. */
export const documentSites: readonly Site[] = [
  website('walks.example', pages),
  website('other-walks.example', pages),
  website('outer.example', {
    '/frame': documentPage(`addFrame({ src: ${frameOf('inner.example', 'inner')} });
addFrame({ srcdoc: '<img src="' + wire('srcdoc') + '">' });`),
  }),
  website('inner.example', pages),
  { host: '*.wire.example', paths: { '/pending': pending() }, otherwise: reply(204, '', '') },
];
