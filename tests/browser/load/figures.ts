import type { SiteReport } from '../../../lib/comparison/site-report';
import type { Driver } from '../support/driver';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Arrivals } from './load-site';

declare const chrome: WebExtension;

export const mebibyte = 1024 * 1024;

/** What session storage holds: characters of keys and of values as JSON, which is how browsers count it. */
export const sessionBytes = ({ inExtension }: Pick<Driver, 'inExtension'>): Promise<number> =>
  inExtension(async () => {
    const stored = await chrome.storage.session.get(null);
    return Object.entries(stored).reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);
  });

/** Host → requests that a report says went out to it; the site's own hosts are left out. */
export function reported({ processors, unidentified }: SiteReport): Arrivals {
  const contacts = [...processors, ...unidentified].flatMap((row) => row.contacts);
  const hosts = new Map<string, number>();
  for (const { host, sent } of new Set(contacts)) hosts.set(host, (hosts.get(host) ?? 0) + sent);
  return hosts;
}

/** What a report says beside what arrived: a line for each host where they differ. */
export function differences(report: SiteReport, arrived: Arrivals): readonly string[] {
  const said = reported(report);
  return [...new Set([...said.keys(), ...arrived.keys()])]
    .filter((host) => said.get(host) !== arrived.get(host))
    .map((host) => `${host}: said ${String(said.get(host) ?? 0)}, arrived ${String(arrived.get(host) ?? 0)}`);
}
