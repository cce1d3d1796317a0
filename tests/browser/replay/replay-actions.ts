import type { Action } from '../../unit/observation/model/any-action';
import { type PlainChromium } from '../support/plain-chromium';
import { type SiteTab, openPage } from '../support/site-tab';

/** A life in a real browser: its tabs, and what workers sent. */
export interface Life {
  readonly browser: PlainChromium;
  readonly tabs: SiteTab[];
  /**
   * Host that a service worker was told to call → the pages of its origin that were open just before and just after:
   * one may take another's place meanwhile.
   */
  readonly workerSent: Map<string, readonly (readonly string[])[]>;
  next: number;
  /** Actions that a real browser cannot be made to do from outside. */
  skipped: number;
}

declare const me: string;
declare const wire: (what: string) => string;
declare const addFrame: (attributes: object) => void;
declare const speculate: (kind: string, url: string) => void;
declare const tellWorker: (url: string) => void;

/** Of the model's three sites the last has a service worker. */
const hosts = ['walks.example', 'other-walks.example', 'pushed.example'];
const hostAt = (site: number) => hosts[site % hosts.length] ?? 'walks.example';
const mostTabs = 5;

/** Does one action of the model as well as a real browser can; one on a tab that shows no page does nothing. */
export async function doReal(life: Life, action: Action): Promise<void> {
  switch (action.do) {
    case 'open':
      if (life.tabs.length < mostTabs) await open(life, action.site, action.path);
      return;
    case 'wait':
      return pause(Math.min(action.ms, 900));
    case 'kill':
    case 'idle-stop':
      return life.browser.stopBackground();
    case 'worker':
      return worker(life);
    case 'restart':
    case 'fault':
      life.skipped += 1;
      return;
    default: {
      const place = life.tabs.length === 0 ? -1 : action.tab % life.tabs.length;
      const tab = life.tabs[place];
      if (tab === undefined) return;
      if (action.do === 'close') life.tabs.splice(place, 1);
      // The page may be an error, or on its way to another: then there is nobody to ask.
      await actIn(life, tab, action).catch(() => undefined);
    }
  }
}

/** The full name of the page that a tab shows; `null` where it shows none of the test sites. */
export const nameOf = (tab: SiteTab): Promise<string | null> =>
  tab.evaluate(() => (document.readyState === 'complete' && typeof me === 'string' ? me : null)).catch(() => null);

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function open(life: Life, site: number, path: string): Promise<void> {
  const as = fresh(life);
  const [tab] = await openPage(life.browser, addressOf(site, path, as), as);
  life.tabs.push(tab);
}

async function actIn(life: Life, tab: SiteTab, action: Extract<Action, { tab: number }>): Promise<void> {
  switch (action.do) {
    case 'close':
      return tab.close();
    case 'navigate':
      return tab.goto(wayTo(action.way, action.site, action.path, fresh(life)));
    case 'reload':
      return tab.reload();
    case 'back':
      return tab.back();
    case 'prerender':
      return tab.evaluate(
        (url) => {
          Reflect.set(self, 'ahead', url);
          speculate('prerender', url);
        },
        `/page?as=${fresh(life)}`,
      );
    case 'activate':
      return tab.evaluate(() => {
        const ahead: unknown = Reflect.get(self, 'ahead');
        if (typeof ahead === 'string') location.href = ahead;
      });
    case 'replace':
      life.skipped += 1;
      return;
    case 'frame':
      return tab.evaluate(({ host, role }) => addFrame({ src: `https://${host}/frame?role=${role}&of=${me}` }), {
        host: action.site === 2 ? 'inner.example' : 'outer.example',
        role: fresh(life),
      });
    case 'request':
      return request(tab, fresh(life), action);
    case 'late-beacon':
      return tab.evaluate(
        (url) => {
          navigator.sendBeacon(wire(`late-${Math.random().toString(36).slice(2, 6)}`));
          location.href = url;
        },
        `/page?as=${fresh(life)}`,
      );
  }
}

function request(tab: SiteTab, what: string, action: Extract<Action, { do: 'request' }>): Promise<void> {
  const path = action.outcome === 'open' ? 'pending' : '';
  return tab.evaluate(
    (asked) => {
      const { signal } = new AbortController();
      const options = { mode: 'no-cors', keepalive: asked.isKeepalive, signal } as const;
      void fetch(wire(asked.what) + asked.path, options).catch(() => undefined);
    },
    { what, path, isKeepalive: action.isKeepalive },
  );
}

/** A page of the site with a worker tells it to send something. */
async function worker(life: Life): Promise<void> {
  const url = `https://worker-${fresh(life)}.wire.example/`;
  const before = await openAtWorker(life);
  const [first] = before;
  if (first === undefined) return;
  await first.tab.evaluate((to) => tellWorker(to), url).catch(() => undefined);
  const namesOf = (open: readonly { readonly name: string }[]) => open.map(({ name }) => name);
  life.workerSent.set(new URL(url).host, [namesOf(before), namesOf(await openAtWorker(life))]);
}

/** The tabs that show a page of the site with a worker, and the pages' names. */
async function openAtWorker({ tabs }: Life) {
  const origin = `https://${hostAt(2)}`;
  const shown = await Promise.all(
    tabs.map(async (tab) => {
      // A page on its way answers nothing.
      const answer: unknown = await tab.evaluate(() => `${location.origin} ${me}`).catch(() => null);
      const [at, name = ''] = String(answer).split(' ');
      return at === origin ? { tab, name } : null;
    }),
  );
  return shown.filter((one) => one !== null);
}

function fresh(life: Life): string {
  life.next += 1;
  return `n${life.next.toString()}`;
}

function addressOf(site: number, path: string, as: string): string {
  const isLeaving = path === 'a' && hostAt(site) !== hostAt(2);
  return `https://${hostAt(site)}/${isLeaving ? 'leaving' : 'page'}?as=${as}`;
}

type Way = Extract<Action, { do: 'navigate' }>['way'];

function wayTo(way: Way, site: number, path: string, as: string): string {
  switch (way) {
    case 'redirected':
      return `https://walks.example/hop?as=${as}`;
    case 'through-another-site':
      return `https://walks.example/hop-away?as=${as}`;
    case 'error':
      return 'https://walks.example/cut';
    case 'download':
      return 'https://walks.example/empty';
    case 'by-worker':
      return `https://cached.example/cached?as=${as}`;
    case 'direct':
      return addressOf(site, path, as);
  }
}
