import { declaredAnalytics, minimalPolicy } from '../../site/minimal-policy';
import { policyFile, wellKnown } from '../../site/policy-file';
import { html, notFound, pixel, script } from '../../site/reply';
import type { Reply } from '../../site/reply';
import type { Visit } from '../../site/site';

/** No policy file; known services, an unknown host and a frame with another one. */
export const plainUrl = 'https://plain.example/';
/** The same, with a policy that names one of the services; that one is at work too. */
export const declaredUrl = 'https://declared.example/';
/** The same without a policy; all it loads may be kept in the cache. */
export const cachedUrl = 'https://cached.example/';
/** Another page of that site, which loads nothing. */
export const cachedOtherUrl = 'https://cached.example/other';

/** Where what that page loads comes from. */
export const cachedHosts: readonly string[] = [
  'www.googletagmanager.com',
  'static.unheard-of.example',
  'www.google-analytics.com',
  'www.facebook.com',
  'p.deep-thing.example',
];

/** Words of the popup that name what these pages load. */
export const namedInPopup = ['Google Analytics', 'Meta Pixel', 'unheard-of.example'] as const;

/** What these pages and their third parties answer; `null` for any other URL. */
export function answerServices(visit: Visit): Reply | null {
  const { host, url } = visit;
  if (url.pathname === '/other') return html(document(''));
  if (hosts.includes(host)) {
    if (url.pathname === '/') return html(document(loads(host === 'cached.example')));
    if (host !== 'declared.example' || url.pathname !== wellKnown) return notFound();
    const policy = policyFile(minimalPolicy(host, { processors: [declaredAnalytics] }));
    return typeof policy === 'function' ? policy(visit) : policy;
  }
  const isKept = url.searchParams.has('keep');
  const keep = { 'cache-control': isKept ? 'max-age=3600' : 'no-store' };
  if (url.pathname === '/frame')
    return html(document(`<img src="https://p.deep-thing.example/p.gif?v=1${mark(isKept)}" alt="">`));
  if (/[./]js$/.test(url.pathname)) return script('', keep);
  return url.searchParams.has('v') || url.searchParams.has('id') ? pixel(keep) : null;
}

const hosts = ['plain.example', 'declared.example', 'cached.example'];

const mark = (isKept: boolean) => (isKept ? '&keep=1' : '');

const document = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Services</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

function loads(isKept: boolean): string {
  const keep = mark(isKept);
  return [
    `<script src="https://www.googletagmanager.com/gtag/js?id=G-DEMO000001${keep}"></script>`,
    `<script src="https://static.unheard-of.example/widget.js?v=1${keep}"></script>`,
    `<img src="https://www.google-analytics.com/g/collect?v=2&tid=G-DEMO000001${keep}" alt="">`,
    `<img src="https://www.facebook.com/tr?id=1${keep}" alt="">`,
    `<iframe src="https://embed.example/frame?v=1${keep}"></iframe>`,
  ].join('\n');
}
