import type { SiteReport } from '../../../lib/comparison/site-report';
import type { SiteServer } from '../../site/server';
import type { Driver, Tab } from '../support/driver';
import { readReport } from '../support/site-report';
import { eventually } from '../support/surface';
import { cachedHosts, cachedOtherUrl, cachedUrl } from './service-pages';

export interface CacheFigures {
  readonly visits: number;
  /** Requests that the visits after the first did not send, since the answers lay in a cache. */
  spared: number;
  /** Contacts known from the pages' own lists alone. */
  listed: number;
  /** Visits that do not show the services of the first, by report, badge or popup. */
  differing: number;
  readonly remarks: string[];
}

const patienceMs = 10_000;

/** Visits a page whose every part may be kept in the cache again and again; first without a popup, then with one. */
export async function cacheTrials(driver: Driver, server: SiteServer, visits: number): Promise<CacheFigures> {
  const figures: CacheFigures = { visits, spared: 0, listed: 0, differing: 0, remarks: [] };
  const tab = await driver.open(cachedUrl);
  const first = await shown(driver, tab, null);
  for (let visit = 2; visit <= visits; visit += 1) {
    await tab.goto(cachedOtherUrl);
    server.clearLog();
    await tab.goto(cachedUrl);
    const again = await shown(driver, tab, first);
    figures.spared +=
      cachedHosts.length -
      new Set(server.log.map(({ host }) => host).filter((host) => cachedHosts.includes(host))).size;
    figures.listed += again.listed;
    if (again.text === first.text) continue;
    figures.differing += 1;
    figures.remarks.push(`visit ${visit}: ${again.text} instead of ${first.text}`);
  }
  await tab.close();
  return figures;
}

/** What must not be, a line each; `[]` is none. */
export function cacheFaults({ visits, spared, listed, differing, remarks }: CacheFigures): readonly string[] {
  const faults: string[] = [];
  if (differing > 0) faults.push(`${differing} of ${visits - 1} later visits show other services`);
  if (spared === 0) faults.push('nothing came from the cache');
  if (listed === 0) faults.push('nothing was hidden from webRequest');
  return faults.length === 0 ? [] : [...faults, ...remarks];
}

interface Shown {
  readonly text: string;
  readonly listed: number;
}

/** The badge before anybody looks, then what the report and the popup name. Waits for what is wanted. */
async function shown(driver: Driver, tab: Tab, wanted: Shown | null): Promise<Shown> {
  let badge = '';
  const wantedBadge = wanted === null ? /^\d/ : new RegExp(`^${/^badge (\S*)/.exec(wanted.text)?.[1] ?? ''}$`);
  await eventually(async () => wantedBadge.test((badge = await driver.badge(tab))), patienceMs);
  const popup = await driver.popup(tab);
  await popup.waitFor('main[data-ready="true"]', patienceMs);
  let now: Shown = { text: '', listed: 0 };
  const isThere = async () => {
    const report = await readReport(popup, tab);
    const rows = [...report.processors, ...report.unidentified];
    const listed = rows.filter((row) => row.listed > 0 && row.sent === 0).length;
    const headings = await popup.evaluate(() =>
      [...document.querySelectorAll('section h2')].map((it) => it.textContent),
    );
    now = { text: `badge ${badge} · ${servicesOf(report)} · ${headings.join(', ')}`, listed };
    return now.text === wanted?.text;
  };
  await eventually(isThere, wanted === null ? 1500 : patienceMs);
  await popup.close();
  return now;
}

function servicesOf({ processors, unidentified, counts }: SiteReport): string {
  const known = processors.map(({ id, activity }) => `${id} ${activity}`);
  const unknown = unidentified.map(({ domain, activity }) => `${domain} ${activity}`);
  return `${counts.active} at work: ${[...known, ...unknown].sort().join(', ')}`;
}
