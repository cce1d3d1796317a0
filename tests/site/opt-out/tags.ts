/** Markup with a script of its own in it, which a page's policy lets run only with the page's nonce. */
export type Markup = (nonce: string) => string;

export const inline =
  (code: string): Markup =>
  (nonce) =>
    `<script nonce="${nonce}">${code}</script>`;

export const joined =
  (...parts: readonly Markup[]): Markup =>
  (nonce) =>
    parts.map((part) => part(nonce)).join('\n');

export const gtagUrl = (id: string, variant: 'new' | 'old' = 'new') =>
  `https://www.googletagmanager.com/gtag/js?id=${id}${variant === 'old' ? '&v=old' : ''}`;

/** The snippet of gtag.js; every further id is configured with the first one's script. */
export const gtag =
  (ids: readonly [string, ...string[]], variant: 'new' | 'old' = 'new'): Markup =>
  (nonce) => `<script async src="${gtagUrl(ids[0], variant)}"></script>
<script nonce="${nonce}">
window.dataLayer = window.dataLayer || [];
function gtag() { dataLayer.push(arguments); }
gtag('js', new Date());
${ids.map((id) => `gtag('config', '${id}');`).join('\n')}
</script>`;

/** The snippet of analytics.js, with an event beside the page view. */
export const universal =
  (id: string): Markup =>
  (nonce) => `<script nonce="${nonce}">
window.ga = window.ga || function () { (ga.q = ga.q || []).push(arguments); };
ga.l = +new Date();
ga('create', '${id}', 'auto');
ga('send', 'pageview');
ga('send', 'event', 'page', 'opened');
</script>
<script async src="https://www.google-analytics.com/analytics.js"></script>`;

/** The snippet of Tag Manager; the container `GTM-ABC` brings in the tag of `G-ABC`. */
export const tagManager = (containerId: string): Markup =>
  inline(`
window.dataLayer = window.dataLayer || [];
dataLayer.push({ 'gtm.start': Date.now(), event: 'gtm.js' });
const container = document.createElement('script');
container.async = true;
container.src = 'https://www.googletagmanager.com/gtm.js?id=${containerId}';
document.getElementsByTagName('script')[0].before(container);`);
