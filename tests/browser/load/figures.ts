import type { SiteReport } from '../../../lib/comparison/site-report';
import type { Driver } from '../support/driver';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Arrivals } from './load-site';

declare const chrome: WebExtension;

export const mebibyte = 1024 * 1024;

/** What session storage holds as the browser counts it against its quota: not the length of the JSON, but memory. */
export const sessionBytes = ({ inExtension }: Pick<Driver, 'inExtension'>): Promise<number> =>
  inExtension(() => (chrome.storage.session as Countable).getBytesInUse(null));

/** The polyfill's types do not know it yet. */
type Countable = WebExtension['storage']['session'] & { getBytesInUse(keys: null): Promise<number> };

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
