import { setTimeout as wait } from 'node:timers/promises';
import { launch } from '../browser/support/launch';
import type { BrowserName, Tab } from '../browser/support/driver';
import { page } from '../site/page';
import { html, pixel } from '../site/reply';
import { startServer } from '../site/server';
import type { Visit } from '../site/site';
import { emptyListener } from './empty-listener';
import { type Paired, pairUp } from './measure';

/** The writer's first batches are over then: one browser's late work must not slow the other's load. */
const pauseMs = 1500;
const warmUps = 3;
const hosts = ['images.example', 'www.googletagmanager.com', 'cdn.party-1.example', 'pixel.party-2.example'];

/**
 * How long pages take to load with Candor, beside an extension whose listeners do nothing: each in a browser of its
 * own, in turns, the first of a pair changing. Milliseconds from the start of the navigation to the end of `load`.
 */
export async function comparePageLoads(
  name: BrowserName,
  sizes: readonly number[],
  pairs: number,
): Promise<readonly Paired[]> {
  const server = await startServer(answer);
  const ours = await launch(name, { port: server.port });
  const yardstick = await launch(name, { port: server.port, extensionFolder: emptyListener(name) });
  const results: Paired[] = [];
  try {
    const tabs = [await ours.open(urlOf(0)), await yardstick.open(urlOf(0))] as const;
    for (const requests of sizes) {
      const load = async (tab: Tab) => {
        const took = await loadMs(tab, urlOf(requests));
        server.clearLog();
        await wait(pauseMs);
        return took;
      };
      for (let count = 0; count < warmUps; count += 1) for (const tab of tabs) await load(tab);
      const title = `${name}: a page of ${requests.toLocaleString('en')} requests, with Candor / with empty listeners`;
      results.push(
        await pairUp(
          title,
          () => load(tabs[0]),
          () => load(tabs[1]),
          pairs,
        ),
      );
    }
  } finally {
    await ours.close();
    await yardstick.close();
    await server.close();
  }
  return results;
}

const urlOf = (requests: number) => `https://load-${requests.toString()}.example/`;

async function loadMs(tab: Tab, url: string): Promise<number> {
  await tab.goto(url);
  return tab.evaluate(async () => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    while (navigation?.loadEventEnd === 0) await new Promise((done) => setTimeout(done, 10));
    return navigation?.loadEventEnd ?? Number.NaN;
  });
}

function answer({ host, url }: Visit) {
  const requests = Number(/^load-(\d+)\./.exec(host)?.[1] ?? 0);
  if (url.pathname !== '/') return pixel();
  const images = Array.from({ length: requests }, (_, place) => {
    const from = place % 2 === 0 ? host : (hosts[((place - 1) / 2) % hosts.length] ?? host);
    return `<img src="https://${from}/i/${place.toString()}.gif?v=1" alt="">`;
  });
  return html(page(host, images.join(''), { head: '<link rel="icon" href="data:,">' }));
}
