import type { SiteReport } from '../../../lib/comparison/site-report';
import type { Contact } from '../../../lib/observation/observation';
import type { LoggedRequest } from '../../site/server';

/** Where the server's log and a report differ: host → how many more the log has; negative: how many fewer. */
export type Difference = Readonly<Record<string, number>>;

/** What the server got beside what the report says was sent; `{}` is no difference. */
export function differenceOf(log: readonly LoggedRequest[], report: SiteReport): Difference {
  const sent = new Map<string, number>();
  for (const { host } of log) sent.set(host, (sent.get(host) ?? 0) + 1);
  for (const contact of contactsOf(report)) sent.set(contact.host, (sent.get(contact.host) ?? 0) - contact.sent);
  return Object.fromEntries([...sent].filter(([, more]) => more !== 0));
}

/** How many requests the server got that the report does not count. */
export const lostIn = (difference: Difference) =>
  Object.values(difference).reduce((sum, more) => sum + Math.max(0, more), 0);

/** Every host of the report, whatever is said of it. */
export const hostsOf = (report: SiteReport): ReadonlySet<string> => new Set(contactsOf(report).map(({ host }) => host));

function contactsOf(report: SiteReport): readonly Contact[] {
  const rows = [...report.processors, ...report.unidentified].flatMap(({ contacts }) => contacts);
  // Where "one of" several fits, their rows show the same contact.
  const known = new Map([...rows, ...report.ownContacts].map((contact) => [JSON.stringify(contact), contact]));
  return [...known.values(), ...report.workerContacts];
}
