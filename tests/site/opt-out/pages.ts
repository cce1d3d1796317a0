import { analyticsTag } from '../stand-ins/analytics-tag';
import { looking } from './looking';
import { meddling, preferenceActions, strictnesses } from './preferences';
import type { PreferenceAction, Strictness } from './preferences';
import { gtag, gtagUrl, inline, joined, tagManager, universal } from './tags';
import type { Markup } from './tags';

/** A page that is there for one case. Each id is its own, so that a hit in the server's log says which page sent it. */
export interface OptOutPage {
  readonly url: string;
  readonly ids: readonly string[];
  readonly body: Markup;
  /** From the page's load until all has begun that it does of itself. */
  readonly doneAfterMs?: number;
}

const site = 'https://ga.example';
const foreign = 'https://frame-of-ga.example';

/** The tags in their forms, in pages and frames of the site's own. */
export const ownPages = {
  gtag: { url: `${site}/gtag`, ids: ['G-GTAG00001'], body: gtag(['G-GTAG00001']) },
  'gtag-old': { url: `${site}/gtag-old`, ids: ['G-GTAGOLD01'], body: gtag(['G-GTAGOLD01'], 'old') },
  'analytics-js': { url: `${site}/analytics-js`, ids: ['UA-10000-1'], body: universal('UA-10000-1') },
  gtm: { url: `${site}/gtm`, ids: ['G-GTM00001'], body: tagManager('GTM-GTM00001') },
  'two-ids': {
    url: `${site}/two-ids`,
    ids: ['G-FIRST0001', 'G-SECOND001'],
    body: gtag(['G-FIRST0001', 'G-SECOND001']),
  },
  'late-id': {
    url: `${site}/late-id`,
    ids: ['G-SOON00001', 'G-LATE00001'],
    body: joined(gtag(['G-SOON00001']), inline(`setTimeout(() => gtag('config', 'G-LATE00001'), 700);`)),
    doneAfterMs: 1000,
  },
  subdomain: { url: 'https://www.ga.example/gtag', ids: ['G-SUBDOMAIN'], body: gtag(['G-SUBDOMAIN'], 'old') },
  'same-site-frame': {
    url: `${site}/same-site-frame`,
    ids: ['G-SAMESITE1'],
    body: () => '<iframe title="Own" src="https://www.ga.example/framed"></iframe>',
  },
  'srcdoc-frame': { url: `${site}/srcdoc-frame`, ids: ['G-SRCDOC001'], body: srcdocFrame('G-SRCDOC001') },
  'blank-frame': {
    url: `${site}/blank-frame`,
    ids: ['G-BLANK0001'],
    body: blankFrame(`inner.src = '${gtagUrl('G-BLANK0001', 'old')}';`),
  },
  'blank-frame-at-once': {
    url: `${site}/blank-frame-at-once`,
    ids: ['G-BLANKNOW1'],
    body: blankFrame(`inner.textContent = ${quoted(analyticsTag('G-BLANKNOW1', { variant: 'old' }))};`),
  },
} as const satisfies Readonly<Record<string, OptOutPage>>;

/** What an opt-out in the site's own pages does not reach, and a page where there is nothing to reach. */
export const otherPages = {
  'foreign-frame-async': { url: `${site}/foreign-frame-async`, ids: ['G-FOREIGN01'], body: foreignFrame('async') },
  'foreign-frame-inline': { url: `${site}/foreign-frame-inline`, ids: ['G-FOREIGN02'], body: foreignFrame('inline') },
  'foreign-frame-deaf': { url: `${site}/foreign-frame-deaf`, ids: ['G-FOREIGN03'], body: foreignFrame('deaf') },
  proxied: {
    url: `${site}/proxied`,
    ids: ['G-PROXIED01'],
    body: () => '<script async src="/metrics/tag.js"></script>',
  },
  deaf: {
    url: `${site}/deaf`,
    ids: ['G-DEAF00001'],
    body: inline(analyticsTag('G-DEAF00001', { isDeaf: true })),
  },
  'no-tag': { url: `${site}/no-tag`, ids: [], body: () => '<p>Nobody counts here.' },
  looking: { url: `${site}/looking`, ids: [], body: looking },
  'looking-elsewhere': { url: 'https://looking.example/', ids: [], body: looking },
} as const satisfies Readonly<Record<string, OptOutPage>>;

/** The documents of the frames above. */
export const framedPages: readonly OptOutPage[] = [
  { url: 'https://www.ga.example/framed', ids: ['G-SAMESITE1'], body: gtag(['G-SAMESITE1'], 'old') },
  { url: `${foreign}/async`, ids: ['G-FOREIGN01'], body: gtag(['G-FOREIGN01'], 'old') },
  { url: `${foreign}/inline`, ids: ['G-FOREIGN02'], body: inline(analyticsTag('G-FOREIGN02', { variant: 'old' })) },
  { url: `${foreign}/deaf`, ids: ['G-FOREIGN03'], body: inline(analyticsTag('G-FOREIGN03', { isDeaf: true })) },
];

export interface MeddlingPage extends OptOutPage {
  readonly action: PreferenceAction;
  readonly strictness: Strictness;
}

/** Pages that meddle with `_gaUserPrefs`, see `meddling`. */
export const meddlingPages: readonly MeddlingPage[] = preferenceActions.flatMap((action, place) =>
  strictnesses.map((strictness) => {
    const id = `G-PREFS${strictness === 'strict' ? 'STRICT' : 'SLOPPY'}${place}`;
    const url = `${site}/preferences/${action}-${strictness}`;
    return { url, ids: [id], body: meddling(action, strictness, id), action, strictness };
  }),
);

function srcdocFrame(id: string): Markup {
  return () => `<iframe title="Inner" srcdoc="<script src='${gtagUrl(id, 'old')}'></script>"></iframe>`;
}

/** A frame without an address; `fill` makes something of the script element `inner` that is put into it at once. */
function blankFrame(fill: string): Markup {
  return inline(`
const { nonce } = document.currentScript;
addEventListener('DOMContentLoaded', () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inner = Object.assign(frame.contentDocument.createElement('script'), { nonce });
  ${fill}
  frame.contentDocument.head.append(inner);
});`);
}

function foreignFrame(kind: 'async' | 'inline' | 'deaf'): Markup {
  return () => `<iframe title="Of another site" src="${foreign}/${kind}"></iframe>`;
}

function quoted(code: string): string {
  return JSON.stringify(code).replaceAll('</', '<\\/');
}
