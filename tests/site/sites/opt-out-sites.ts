import { randomUUID } from 'node:crypto';
import { framedPages, meddlingPages, otherPages, ownPages } from '../opt-out/pages';
import type { OptOutPage } from '../opt-out/pages';
import { html, nothing, script } from '../reply';
import { website } from '../site';
import type { Answer, Site } from '../site';
import { analyticsTag } from '../stand-ins/analytics-tag';

/** As Google advises sites to allow its tags; no script of a page runs without the nonce of that very answer. */
const policy = (nonce: string) =>
  `script-src 'self' 'nonce-${nonce}' https://www.googletagmanager.com https://www.google-analytics.com; connect-src *; img-src *; frame-src *`;

/** `window.isDone`: the page has loaded, and whatever it does of itself has begun. */
const markup = ({ url, body, doneAfterMs = 300 }: OptOutPage, nonce: string) =>
  `<!doctype html><html><head data-own><title data-own>${new URL(url).pathname}</title>
<script data-own nonce="${nonce}">addEventListener('load', () => setTimeout(() => (window.isDone = true), ${doneAfterMs}));</script>
${body(nonce)}`;

const answer =
  (page: OptOutPage): Answer =>
  () => {
    const nonce = randomUUID();
    return html(markup(page, nonce), { 'content-security-policy': policy(nonce) });
  };

/** The tag and the collecting host of a site that lets its hits pass through a host of its own. */
const proxy: Site['paths'] = {
  '/metrics/tag.js': script(analyticsTag('G-PROXIED01', { isDeaf: true, collect: '/metrics/g/collect' })),
  '/metrics/g/collect': nothing(),
};

const pages: readonly OptOutPage[] = [
  ...Object.values(ownPages),
  ...Object.values(otherPages),
  ...framedPages,
  ...meddlingPages,
];

const hosts = [...new Set(pages.map(({ url }) => new URL(url).hostname))];

/** Sites that count their visitors with Google Analytics, in every form that an opt-out has to stop or to tell of. */
export const optOutSites: readonly Site[] = hosts.map((host) => {
  const own = pages.filter(({ url }) => new URL(url).hostname === host);
  const paths = Object.fromEntries(own.map((page) => [new URL(page.url).pathname, answer(page)]));
  return website(host, { ...paths, ...(host === 'ga.example' ? proxy : {}) });
});
