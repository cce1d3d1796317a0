import type { SiteReport } from '../../../lib/comparison/site-report';
import type { Contact } from '../../../lib/observation/observation';

/** Every contact of a report, wherever it stands. */
export function contactsOf(report: SiteReport): readonly Contact[] {
  const { processors, unidentified, ownContacts, workerContacts } = report;
  return [...[...processors, ...unidentified].flatMap(({ contacts }) => contacts), ...ownContacts, ...workerContacts];
}
