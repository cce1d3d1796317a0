import { parseArgs } from 'node:util';
import type { SiteReport } from '../../lib/comparison/site-report';
import { differences, mebibyte, sessionBytes } from '../browser/load/figures';
import { flood } from '../browser/load/flood';
import { type LoadSite, shopUrl, startLoadSite } from '../browser/load/load-site';
import { browserNames } from '../browser/support/driver';
import type { BrowserName, Driver, Tab } from '../browser/support/driver';
import { launch } from '../browser/support/launch';
import { readReport } from '../browser/support/site-report';

/**
 * `npm run soak:load [-- --browser chromium] [--tabs 300] [--requests 50000] [--hosts 10000]
 * [--long-every 10]`: a flood in one tab and
 * hundreds of tabs on ordinary pages. Prints what it cost and exits with 1 where a limit is passed.
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true, default: [...browserNames] },
    tabs: { type: 'string', default: '300' },
    requests: { type: 'string', default: '50000' },
    hosts: { type: 'string', default: '10000' },
    'long-every': { type: 'string', default: '10' },
  },
});
const tabCount = Number(values.tabs);
const size = {
  requests: Number(values.requests),
  hosts: Number(values.hosts),
  cookies: 3000,
  longEvery: Number(values['long-every']),
  ownUrlBytes: 64_000,
};
const limits = { heapBytes: 64 * mebibyte, sessionBytes: 8 * mebibyte };

for (const name of browserNames) if (values.browser.includes(name)) await soak(name);

async function soak(name: BrowserName): Promise<void> {
  const site = await startLoadSite();
  const driver = await launch(name, { port: site.server.port, fewProcesses: true });
  try {
    console.log(`\n${driver.version}`);
    const shops = await timed(`${tabCount / 2} tabs opened`, () => openShops(driver, 1, tabCount / 2));
    const flooded = await timed(`${size.requests} requests to ${size.hosts} hosts`, () => flood(driver, size));
    shops.push(...(await timed(`${tabCount / 2} more tabs`, () => openShops(driver, tabCount / 2 + 1, tabCount))));
    check(
      'the flood arrived',
      [...site.arrivedFrom('flood').values()].reduce((sum, count) => sum + count, 0),
      {
        atLeast: size.requests,
      },
    );
    await timed('all tabs compared', () => compareTabs(driver, site, shops));
    await checkFlooded(driver, flooded);
    check('session storage, bytes', await sessionBytes(driver), { atMost: limits.sessionBytes });
    const heap = await driver.backgroundHeapBytes();
    if (heap === null) console.log('      background heap: this browser does not tell');
    else check('background heap after a collection, bytes', heap, { atMost: limits.heapBytes });
  } finally {
    await driver.close();
    await site.close();
  }
}

async function openShops(driver: Driver, from: number, to: number): Promise<Tab[]> {
  const tabs: Tab[] = [];
  for (let number = from; number <= to; number += 1) tabs.push(await driver.open(shopUrl(number)));
  return tabs;
}

/** What each report says beside what the server got; what a report says it cut is no difference, but is counted. */
async function compareTabs(driver: Driver, site: LoadSite, shops: readonly Tab[]): Promise<void> {
  const faults: string[] = [];
  let partial = 0;
  for (const [place, tab] of shops.entries()) {
    const report = await readReport({ evaluate: driver.inExtension }, tab);
    const found = differences(report, site.arrivedFrom(place + 1));
    if (report.coverage.kind !== 'all') partial += 1;
    if (found.length > 0 && report.coverage.kind === 'all') faults.push(`shop ${place + 1}: ${found.join('; ')}`);
  }
  check('tabs whose report differs from the server’s log and does not say so', faults.length, { atMost: 0 });
  for (const fault of faults.slice(0, 5)) console.log(`      ${fault}`);
  check('tabs that say they were seen in part', partial, { atMost: 0 });
}

async function checkFlooded(driver: Driver, tab: Tab): Promise<void> {
  const popup = await timed('the flooded tab’s popup', async () => {
    const opened = await driver.popup(tab);
    await opened.waitForText('Not all of it was kept', 30_000);
    return opened;
  });
  const { cut, unidentified, otherCookies, isStorageFailing }: SiteReport = await readReport(popup, tab);
  check('session storage fails (1 is yes)', Number(isStorageFailing), { atMost: 0 });
  const kept = unidentified.reduce((sum, { contacts }) => sum + contacts.length, 0);
  const cookies = [...unidentified.flatMap((row) => row.cookies), ...otherCookies].length;
  console.log(`      kept ${kept} recipients and ${cookies} cookies; said to be cut: ${JSON.stringify(cut)}`);
  // What is cut is counted up to 3,000, and said to be at least so many.
  const atLeast = kept + Math.min(3000, size.hosts - kept);
  check('recipients kept and said to be cut', kept + cut.contacts, { atLeast, atMost: size.hosts });
  await popup.close();
}

function check(what: string, figure: number, { atLeast = 0, atMost = Infinity }: Partial<Record<string, number>>) {
  const isFine = figure >= atLeast && figure <= atMost;
  if (!isFine) process.exitCode = 1;
  const wanted = [atLeast > 0 ? `at least ${atLeast}` : '', atMost < Infinity ? `at most ${atMost}` : ''];
  console.log(
    `${isFine ? 'ok  ' : 'FAIL'}  ${what}: ${figure.toLocaleString('en')} (${wanted.filter(Boolean).join(', ')})`,
  );
}

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  const answer = await run();
  console.log(`      ${what}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return answer;
}
