import { page } from '../../site/page';
import { html, nothing, pixel, script } from '../../site/reply';
import type { Reply } from '../../site/reply';
import { startServer } from '../../site/server';
import type { SiteServer } from '../../site/server';
import type { Visit } from '../../site/site';

/** Host → requests that arrived there. */
export type Arrivals = ReadonlyMap<string, number>;

/**
 * Plays any host. `shop-N.example` is an ordinary page with 20 to 40 outside hosts; `flood.example` a page from which
 * a test can send what it likes; `count-N.example` one with N images of its own.
 */
export interface LoadSite {
  readonly server: SiteServer;
  /** What arrived from the ordinary page N, or from the flood (`'flood'`); its own host is left out. */
  arrivedFrom(source: number | 'flood'): Arrivals;
  close(): Promise<void>;
}

export async function startLoadSite(): Promise<LoadSite> {
  const arrived = new Map<string, Map<string, number>>();
  const server = await startServer((visit) => {
    count(arrived, visit);
    return answer(visit);
  });
  // 50,000 requests with long URLs: their log would need more memory than what is tested.
  const forget = setInterval(() => server.clearLog(), 1000);
  return {
    server,
    arrivedFrom: (source) => arrived.get(source === 'flood' ? 'flood' : `p${source.toString()}`) ?? new Map(),
    close: () => {
      clearInterval(forget);
      return server.close();
    },
  };
}

export const shopUrl = (number: number) => `https://shop-${number.toString()}.example/`;

/** The outside hosts that the ordinary page `number` asks. */
export function hostsOfShop(number: number): readonly string[] {
  return Array.from({ length: 20 + (number % 21) }, (_, place) => {
    const party = (number * 7 + place * 3) % partyCount;
    return `h${(place % 3).toString()}.party-${party.toString()}.example`;
  });
}

const partyCount = 200;

function count(arrived: Map<string, Map<string, number>>, { host, url }: Visit): void {
  const source = /^\/(p\d+|flood)\//.exec(url.pathname)?.[1];
  if (source === undefined) return;
  const hosts = arrived.get(source) ?? new Map<string, number>();
  hosts.set(host, (hosts.get(host) ?? 0) + 1);
  arrived.set(source, hosts);
}

function answer({ host, url }: Visit): Reply {
  const { pathname } = url;
  if (pathname === '/') return html(pageAt(host));
  const cookie = /^\/flood\/c(\d+)/.exec(pathname)?.[1];
  if (cookie !== undefined) return nothing({ 'set-cookie': `c${cookie}=1; Path=/; Max-Age=86400` });
  if (pathname.endsWith('.js')) return script('void 0;');
  return pathname.endsWith('.gif') ? pixel() : nothing();
}

function pageAt(host: string): string {
  const shop = /^shop-(\d+)\.example$/.exec(host)?.[1];
  if (shop !== undefined) return page(`Shop ${shop}`, hostsOfShop(Number(shop)).map(partOf(shop)).join('\n'), noIcon);
  const images = Number(/^count-(\d+)\.example$/.exec(host)?.[1] ?? 0);
  return page(
    host,
    Array.from({ length: images }, (_, place) => `<img src="/i/${place}.gif" alt="">`).join(''),
    noIcon,
  );
}

const partOf = (shop: string) => (host: string, place: number) =>
  place % 2 === 0
    ? `<img src="https://${host}/p${shop}/${place}.gif" alt="">`
    : `<script src="https://${host}/p${shop}/${place}.js"></script>`;

const noIcon = { head: '<link rel="icon" href="data:,">' };
