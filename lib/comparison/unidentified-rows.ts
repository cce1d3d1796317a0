import type { Catalogue } from '../catalogue/catalogue';
import { isLocal } from '../party/is-local';
import type { Attribution } from './attribute';
import type { UnidentifiedRecipient } from './site-report';
import { broughtInBy, sumsOf } from './sums';

/** One row for each domain that nobody knows; those at work first, what the page itself started before what frames brought in. */
export function unidentifiedRows(
  { unidentified }: Pick<Attribution, 'unidentified'>,
  catalogue: Catalogue,
): readonly UnidentifiedRecipient[] {
  const rows = [...unidentified].map(([domain, { contacts, cookies }]): UnidentifiedRecipient => {
    const sums = sumsOf(contacts);
    return {
      domain,
      name: nameOf(domain, contacts, catalogue),
      activity: sums.sent + sums.listed > 0 ? 'active' : 'stopped',
      contacts,
      cookies,
      ...sums,
      broughtInBy: broughtInBy(contacts),
      isLocal: contacts.length > 0 && contacts.every(({ host }) => isLocal(host)),
    };
  });
  return rows.sort((a, b) => rankOf(a) - rankOf(b) || (a.domain < b.domain ? -1 : 1));
}

function nameOf(domain: string, contacts: readonly { readonly host: string }[], catalogue: Catalogue): string | null {
  for (const host of [...contacts.map((contact) => contact.host), domain]) {
    const known = catalogue.nameOf(host);
    if (known !== null) return known.name;
  }
  return null;
}

function rankOf({ activity, broughtInBy: bringer, isLocal: isHere }: UnidentifiedRecipient): number {
  return (activity === 'active' ? 0 : 4) + (isHere ? 2 : 0) + (bringer === null ? 0 : 1);
}
