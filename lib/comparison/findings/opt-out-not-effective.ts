import type { Contact } from '../../observation/observation';
import { analyticsId, isHit } from '../../opt-out/analytics-contacts';
import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * Google Analytics was switched off here, and hits left all the same.
 *
 * It does not mean that the site works around the opt-out on purpose: a frame of another site, a proxy of the site's
 * own or another product of Google may send what the switch does not reach. Blocking keeps most of it back.
 */
export function optOutNotEffective({
  optOut,
  processors,
  ownContacts,
  unidentified,
}: FindingContext): readonly Finding[] {
  if (optOut?.proof.kind !== 'not-effective') return [];
  const contacts = [...processors, ...unidentified].flatMap((row) => row.contacts).concat(ownContacts);
  const hits = [...new Map(contacts.filter(isLeaving).map((one) => [keyOf(one), one])).values()];
  return [
    {
      id: 'opt-out-not-effective',
      key: 'opt-out-not-effective:google-analytics',
      severity: 'error',
      subject: processors.find(({ service }) => service?.id === analyticsId)?.id ?? 'Google Analytics',
      pointer: null,
      quote: null,
      evidence: hits.map((contact) => ({ kind: 'contact', contact })),
    },
  ];
}

const isLeaving = (contact: Contact) => isHit(contact) && contact.sent > 0;

const keyOf = ({ host, rule, broughtInBy }: Contact) => [host, rule, broughtInBy].join('|');
