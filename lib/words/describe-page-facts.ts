import type { SiteReport } from '../comparison/site-report';
import { describeForms } from './describe-forms';
import { describeContact } from './describe-observed';
import { describeStores } from './describe-stores';
import { describeWorkerContacts } from './describe-worker-contacts';
import type { Translate } from './translate';

/** What the page's workers sent, where its forms send, what it keeps in web storage: one line a fact, for a text report. */
export function describePageFacts(t: Translate, report: SiteReport): readonly string[] {
  return [...workerLines(t, report), ...formLines(t, report), ...storeLines(t, report)];
}

function workerLines(t: Translate, { workerContacts }: SiteReport): readonly string[] {
  if (workerContacts.length === 0) return [];
  const groups = describeWorkerContacts(t, workerContacts);
  const lines = groups.flatMap(({ name, contacts }) =>
    contacts.map((contact) => `- ${name}: ${contact.host} (${describeContact(t, contact).join(', ')})`),
  );
  return ['', t('workers_heading'), t('workers_text'), ...lines];
}

function formLines(t: Translate, report: SiteReport): readonly string[] {
  const { rows, line } = describeForms(t, report);
  const lines = rows.map(({ host, counts, notes }) => `- ${host}: ${[counts, ...notes].join(', ')}`);
  return ['', t('forms_heading'), ...lines, ...(line === null ? [] : [line])];
}

function storeLines(t: Translate, report: SiteReport): readonly string[] {
  const stores = describeStores(t, report);
  if (stores === null) return [];
  const lines = stores.map(({ origin, kind, names, more }) => {
    const listed = names.map(({ name, note }) => (note === null ? name : `${name} (${note})`));
    return `- ${origin}, ${kind}: ${[...listed, ...(more === null ? [] : [more])].join(', ')}`;
  });
  return ['', t('stores_heading'), ...(lines.length === 0 ? [t('stores_none')] : lines)];
}
