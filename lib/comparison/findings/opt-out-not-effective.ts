import type { Contact } from '../../observation/observation';
import { analyticsId } from '../../opt-out/analytics-contacts';
import { hitsIn } from '../../opt-out/own-opt-out';
import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * Google Analytics was switched off here, by Candor or by the site's own opt-out (its cookie stood when a page began, or
 * the tester says so), and hits left all the same.
 *
 * It does not mean that the site works around the opt-out on purpose: a frame of another site, a proxy of the site's
 * own or another product of Google may send what the switch does not reach. Blocking keeps most of it back.
 */
export function optOutNotEffective(context: FindingContext): readonly Finding[] {
  const { optOut, processors, ownContacts, unidentified, despiteOptOut } = context;
  const isOurs = optOut?.proof.kind === 'not-effective';
  // A page on which Candor's own switch stands is judged by what it did.
  const isOwn = !isOurs && (optOut?.on ?? null) === null && despiteOptOut.length > 0;
  if (!isOurs && !isOwn) return [];
  const row = processors.find(({ service }) => service?.id === analyticsId);
  const contacts = [...processors, ...unidentified].flatMap((it) => it.contacts).concat(ownContacts);
  const hits = isOurs ? [...new Map(hitsIn(contacts).map((one) => [keyOf(one), one])).values()] : despiteOptOut;
  const choice = isOurs ? -1 : (row?.declared?.choices ?? []).findIndex(({ type }) => type === 'opt-out-cookie');
  return [
    {
      id: 'opt-out-not-effective',
      key: `opt-out-not-effective:${isOurs ? 'google-analytics' : 'site'}`,
      severity: 'error',
      subject: row?.id ?? 'Google Analytics',
      pointer: choice < 0 ? null : `${row?.pointer ?? ''}/choices/${choice}`,
      quote: null,
      evidence: hits.map((contact) => ({ kind: 'contact', contact })),
    },
  ];
}

const keyOf = ({ host, rule, broughtInBy }: Contact) => [host, rule, broughtInBy].join('|');
