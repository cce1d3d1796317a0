import { expect } from 'vitest';
import type { Contact } from '../../../lib/observation/observation';
import type { SiteReport } from '../../../lib/comparison/site-report';
import type { LoggedRequest, SiteServer } from '../../site/server';
import { readReport } from './site-report';
import type { PageOpener, SiteTab } from './site-tab';

const wire = '.wire.example';

/** Where pages are looked at: the server that got their requests, and the browser that tells of them. */
export interface Place {
  readonly server: SiteServer;
  readonly driver: Pick<PageOpener, 'inExtension'>;
}

/** Every contact that a report shows as the page's own doing or that of its frames. */
export function contactsOf({ processors, unidentified, ownContacts }: SiteReport): readonly Contact[] {
  return [...processors, ...unidentified].flatMap(({ contacts }) => contacts).concat(ownContacts);
}

/** The first part of each host that this document called, with the parties whose frames brought it in. */
export function broughtInBy(report: SiteReport, me: string): Readonly<Record<string, string | null>> {
  const ofPage = contactsOf(report).filter(({ host }) => host.endsWith(`.${me}${wire}`));
  return Object.fromEntries(ofPage.map((one) => [one.host.slice(0, -`.${me}${wire}`.length), one.broughtInBy]));
}

/**
 * How the report differs from what the server got from the document `me`: a line for each host whose numbers are not
 * the same, for each host of another document and for each that no test site plays; `[]` is as it should be.
 */
export function differences(report: SiteReport, log: readonly LoggedRequest[], me: string): readonly string[] {
  const arrived = countBy(log.map(({ host }) => host).filter((host) => host.endsWith(`.${me}${wire}`)));
  const seen = new Map<string, number>();
  const foreign: string[] = [];
  for (const { host, sent, listed } of contactsOf(report)) {
    if (!host.endsWith('.example')) foreign.push(`no site of the tests: ${host}`);
    else if (host.endsWith(`.${me}${wire}`)) seen.set(host, (seen.get(host) ?? 0) + sent);
    else if (host.endsWith(wire)) foreign.push(`of another page: ${host}, ${sent} sent, ${listed} listed`);
  }
  const hosts = [...new Set([...arrived.keys(), ...seen.keys()])].sort();
  const wrong = hosts
    .filter((host) => (arrived.get(host) ?? 0) !== (seen.get(host) ?? 0))
    .map((host) => `${host}: ${arrived.get(host) ?? 0} arrived, ${seen.get(host) ?? 0} in the report`);
  return [...wrong, ...foreign];
}

/**
 * Waits until the report of the tab holds all that the server got from the document `me`, calls of `whats` among it,
 * and nothing of any other; answers the report.
 */
export async function expectOnly(
  { server, driver }: Place,
  tab: Pick<SiteTab, 'id'>,
  me: string,
  ...whats: readonly string[]
): Promise<SiteReport> {
  let report: SiteReport | undefined;
  const look = async () => {
    report = await readReport({ evaluate: driver.inExtension }, tab);
    const missing = whats.filter((what) => server.requestsTo(`${what}.${me}${wire}`).length === 0);
    return [...differences(report, server.log, me), ...missing.map((what) => `never arrived: ${what}`)];
  };
  await expect.poll(look, { timeout: 6000, interval: 100 }).toEqual([]);
  if (report === undefined) throw new Error('expect.poll never looked.');
  return report;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
