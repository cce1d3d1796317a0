import type { Processor } from '../../policy/schema';
import { isDamaged } from '../policy-in-force';
import type { Evidence, Finding, ProcessorReport } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * The policy states under which ids (`G-…`, `GTM-…`) a service measures, and the page sends to that service under
 * another one: what it gathers goes to an account or container that the policy does not name.
 *
 * It does not mean that the account is someone else's. Not raised where no ids are stated, for ids that another entry
 * of the same service or an opt-out choice names, for Google's ids of the tag itself (`GT-…`) where the policy gives
 * none, for what a third party's frame brings in, for what was only tried, nor where several processors share the
 * evidence. A note where part of that entry could not be read.
 */
export function secondProperty({ inForce, processors }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  return processors.flatMap((row): readonly Finding[] => {
    const { id, declared, pointer, service, sharedWith } = row;
    if (declared?.propertyIds === undefined || pointer === null || sharedWith.length > 0) return [];
    const alike = inForce.policy.processors.filter((it) => it === declared || isOfService(it, service?.id));
    if (alike.some(({ propertyIds }) => propertyIds === undefined)) return [];
    const contacts = row.contacts.filter((contact) => isAtWork(contact) && othersIn(contact, alike).length > 0);
    if (contacts.length === 0) return [];
    const others = [...new Set(contacts.flatMap((contact) => othersIn(contact, alike)))];
    const isUnsure = isDamaged(inForce, pointer);
    return [
      {
        id: 'second-property',
        key: `second-property:${id}`,
        severity: isUnsure ? 'note' : 'warning',
        subject: id,
        pointer: `${pointer}/propertyIds`,
        quote: declared.propertyIds.length === 0 ? null : declared.propertyIds.join(', '),
        evidence: [
          ...others.map((text): Evidence => ({ kind: 'text', text })),
          ...contacts.map((contact): Evidence => ({ kind: 'contact', contact })),
          ...(isUnsure ? [doubt] : []),
        ],
      },
    ];
  });
}

type SeenContact = ProcessorReport['contacts'][number];

function isOfService({ service }: Processor, id: string | undefined): boolean {
  return id !== undefined && service === id;
}

function isAtWork({ sent, listed, broughtInBy }: SeenContact): boolean {
  return broughtInBy === null && sent + listed > 0;
}

/** Ids of a contact that none of these entries names; upper and lower case are alike. */
function othersIn({ propertyIds }: SeenContact, alike: readonly Processor[]): readonly string[] {
  const named = alike.flatMap(({ propertyIds: stated = [], choices = [] }) => [
    ...stated,
    ...choices.flatMap((choice) => ('ids' in choice ? choice.ids : [])),
  ]);
  const known = new Set(named.map((id) => id.toUpperCase()));
  const namesTags = [...known].some(isTag);
  return propertyIds.filter((id) => !known.has(id.toUpperCase()) && (namesTags || !isTag(id)));
}

/** Google's id of a tag, which stands for the properties behind it. */
function isTag(id: string): boolean {
  return id.startsWith('GT-');
}

const doubt: Evidence = { kind: 'doubt', doubt: 'unread-entries' };
