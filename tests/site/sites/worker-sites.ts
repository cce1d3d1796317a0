import { script } from '../reply';
import { website } from '../site';
import type { Site } from '../site';
import { documentPage } from './document-sites';

/** The page has a service worker from its first load on; `isServed` tells that it controls the page. */
const register = (path: string) => `
navigator.serviceWorker.register('${path}').catch((problem) => (self.problem = String(problem)));
self.isServed = () => navigator.serviceWorker.controller !== null;
self.tellWorker = (url, afterMs = 0) => void navigator.serviceWorker.controller.postMessage({ url, afterMs });`;

/** Takes over at once; sends what a page tells it to, later if told so, as it would for a push message. */
const serviceWorker = (more = '') =>
  script(`
addEventListener('install', (event) => event.waitUntil(skipWaiting()));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => {
  const { url, afterMs } = event.data;
  const later = new Promise((done) => setTimeout(done, afterMs));
  event.waitUntil(later.then(() => fetch(url, { mode: 'no-cors' })));
});
${more}`);

const fromCache = `
addEventListener('install', (event) => event.waitUntil(caches.open('pages').then((cache) => cache.add('/cached'))));
addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname === '/cached')
    event.respondWith(caches.match('/cached', { ignoreSearch: true }));
});`;

const passOn = `addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));`;

const preload = `
addEventListener('activate', (event) => event.waitUntil(registration.navigationPreload.enable()));
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(event.preloadResponse.then((response) => response ?? fetch(event.request)));
});`;

/** For dedicated and shared workers alike. */
const worker = script(`
const send = ({ data }) => void fetch(data, { mode: 'no-cors' });
onmessage = send;
onconnect = ({ ports: [port] }) => (port.onmessage = send);`);

const served = (host: string, more: string): Site =>
  website(host, {
    '/page': documentPage(register('/service-worker.js')),
    '/cached': documentPage(register('/service-worker.js')),
    '/frame': documentPage(register('/service-worker.js')),
    '/service-worker.js': serviceWorker(more),
  });

/** Sites whose pages have workers of every kind. */
export const workerSites: readonly Site[] = [
  served('cached.example', fromCache),
  served('passed-on.example', passOn),
  served('preloaded.example', preload),
  served('pushed.example', ''),
  served('framed.example', ''),
  website('workers.example', {
    '/working': documentPage(`new Worker('/worker.js').postMessage(wire('dedicated'));
new SharedWorker('/worker.js').port.postMessage(wire('shared'));`),
    '/worker.js': worker,
  }),
  website('framing.example', {
    '/page': documentPage(`addFrame({ src: 'https://framed.example/frame?role=framed&of=' + me });`),
  }),
];
