import type { WorkerContact } from '../comparison/site-report';
import type { Translate } from './translate';

export interface WorkerContactGroup {
  /** The service, else whose host it is. */
  readonly name: string;
  readonly contacts: readonly WorkerContact[];
}

/** What a site's workers sent, by whom it went to. */
export function describeWorkerContacts(
  t: Translate,
  contacts: readonly WorkerContact[],
): readonly WorkerContactGroup[] {
  const groups = new Map<string, WorkerContact[]>();
  for (const contact of contacts) {
    const other = t(contact.party === 'first-party' ? 'own_requests' : 'unidentified_heading');
    const name = contact.serviceName ?? other;
    groups.set(name, [...(groups.get(name) ?? []), contact]);
  }
  return [...groups].map(([name, ofOne]) => ({ name, contacts: ofOne }));
}
