import { setTimeout as wait } from 'node:timers/promises';
import { html, nothing, notFound, pixel, redirect, reply, script } from '../../site/reply';
import type { Reply } from '../../site/reply';
import type { SiteServer } from '../../site/server';
import type { Visit } from '../../site/site';
import type { Tab } from '../support/driver';
import { eventually } from '../support/surface';
import { chanceFrom } from './chance';

/** A page that loads much from many hosts, all of it told by its URL; its frames are pages of the same kind. */
export interface LoadPage {
  /** Number of the trial: part of every path, so that the log of one trial is told from that of the next. */
  readonly trial: number;
  readonly seed: number;
  /** Of the top document; each frame makes a quarter of that. */
  readonly requests: number;
  /** The requests start at moments spread over this time. */
  readonly overMs: number;
  /** With a same-site frame, a cross-site one and one nested in that. */
  readonly hasFrames: boolean;
  /** The requests wait until `start()` is called in the page. */
  readonly isOnDemand?: boolean;
}

export const loadHost = 'load.example';

export const loadUrl = (page: LoadPage) => `https://${loadHost}${pathOf(page, 'page')}`;

/** What arrived for this trial, at any host. */
export const logOf = (server: SiteServer, trial: number) =>
  server.log.filter(({ url }) => new URL(url).pathname.startsWith(`/t${trial}/`));

/** Waits until the page and its frames have an answer to all they asked for. */
export async function untilLoaded(tab: Tab): Promise<void> {
  const isAll = () => tab.evaluate(() => document.documentElement.dataset['loaded'] === 'all');
  if (!(await eventually(isAll, patienceMs))) throw new Error('A page did not get all its answers.');
}

/** Waits until a number has not changed for half a second. */
export async function untilQuiet(read: () => number): Promise<void> {
  let last = -1;
  while (last !== read()) {
    last = read();
    await wait(500);
  }
}

const patienceMs = 90_000;

/** What `load.example`, its frames and every other host answer. */
export function answerLoad({ host, url }: Visit): Reply {
  const [, trial = '', what = '', ...rest] = url.pathname.split('/');
  if (url.pathname === '/') return html('<!doctype html><title>Empty</title><link rel="icon" href="data:,">');
  if (!/^t\d+$/.test(trial)) return host === loadHost ? notFound() : nothing();
  if (what === 'page') return html(pageText(pageOf(url), host));
  if (what === 'go') return redirect(`https://${rest[0] ?? ''}/${trial}/end.gif`);
  if (what.endsWith('.gif')) return pixel();
  if (what.endsWith('.css')) return reply(200, 'text/css', '');
  if (what.endsWith('.js')) return script('');
  return nothing();
}

function pathOf({ trial, seed, requests, overMs, hasFrames, isOnDemand = false }: LoadPage, what: string): string {
  const query = [seed, requests, Math.round(overMs), Number(hasFrames), Number(isOnDemand)].join('.');
  return `/t${trial}/${what}?load=${query}`;
}

function pageOf(url: URL): LoadPage {
  const trial = Number(/^\/t(\d+)\//.exec(url.pathname)?.[1] ?? 0);
  const [seed = 0, requests = 0, overMs = 0, frames = 0, onDemand = 0] = (url.searchParams.get('load') ?? '')
    .split('.')
    .map(Number);
  return { trial, seed, requests, overMs, hasFrames: frames === 1, isOnDemand: onDemand === 1 };
}

type Kind = 'image' | 'script' | 'style' | 'fetch' | 'beacon' | 'frame';

interface Planned {
  readonly afterMs: number;
  readonly kind: Kind;
  readonly url: string;
}

/** What the document at `host` asks for, and when. */
function planOf(page: LoadPage, host: string): readonly Planned[] {
  const { trial, seed, requests, overMs } = page;
  const chance = chanceFrom(seed + host.length);
  const letter = letters[host] ?? 'a';
  const planned = Array.from({ length: requests }, (_, place): Planned => {
    const afterMs = Math.round(chance.between(0, overMs));
    const to = `https://${letter}${place}.n${place % 40}.example/t${trial}`;
    const turn = place % 20;
    if (turn === 1) return { afterMs, kind: 'beacon', url: `${to}/beacon` };
    if (turn === 2) return { afterMs, kind: 'image', url: `${to}/go/e${letter}${place}.n${place % 40}.example` };
    if (turn === 3) return { afterMs, kind: 'fetch', url: `https://${host}/t${trial}/own-${place}` };
    const [kind, end] = kinds[turn % kinds.length] ?? (['fetch', ''] as const);
    return { afterMs, kind, url: `${to}/${place}${end}` };
  });
  return [
    ...planned,
    ...framesOf(page, host).map((url) => ({ afterMs: Math.round(overMs / 8), kind: 'frame', url }) as const),
  ];
}

/** The frames ask other hosts than the page does. */
const letters: Readonly<Record<string, string>> = {
  [`part.${loadHost}`]: 'b',
  'widget.example': 'c',
  'deep.partner.example': 'd',
};

const kinds: readonly (readonly [Kind, string])[] = [
  ['image', '.gif'],
  ['script', '.js'],
  ['style', '.css'],
  ['fetch', ''],
];

/** A same-site and a cross-site frame; that one has a frame of a third site. */
function framesOf(page: LoadPage, host: string): readonly string[] {
  if (!page.hasFrames) return [];
  const inner = { ...page, requests: Math.ceil(page.requests / 4), isOnDemand: false };
  const [leaf, branch] = [pathOf({ ...inner, hasFrames: false }, 'page'), pathOf(inner, 'page')];
  if (host === loadHost) return [`https://part.${loadHost}${leaf}`, `https://widget.example${branch}`];
  return [`https://deep.partner.example${leaf}`];
}

function pageText(page: LoadPage, host: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Much</title><link rel="icon" href="data:,"></head>
<body><p>This page loads much.</p>
<script>
const plan = ${JSON.stringify(planOf(page, host))};
${runner}
${page.isOnDemand === true ? '' : 'start();'}
</script>
</body>
</html>`;
}

/** Says `data-loaded` in the top document when all is answered, in the frames too. */
const runner = `
let open = plan.length;
const end = () => {
  open -= 1;
  if (open > 0) return;
  if (parent === window) document.documentElement.dataset.loaded = 'all';
  else parent.postMessage('loaded', '*');
};
addEventListener('message', ({ data }) => { if (data === 'loaded') end(); });
const element = (name, member) => (url) => {
  const it = document.createElement(name);
  it.onload = it.onerror = end;
  if (name === 'link') it.rel = 'stylesheet';
  it[member] = url;
  document.head.append(it);
};
const ask = {
  image: element('img', 'src'),
  script: element('script', 'src'),
  style: element('link', 'href'),
  fetch: (url) => { fetch(url, { mode: 'no-cors' }).then(end, end); },
  beacon: (url) => { navigator.sendBeacon(url); end(); },
  frame: (url) => {
    const it = document.createElement('iframe');
    it.src = url;
    document.body.append(it);
  },
};
function start() {
  for (const { afterMs, kind, url } of plan) setTimeout(() => ask[kind](url), afterMs);
}
`;
