import { isConsentHost } from '../../consent/is-consent-host';
import type { Contact } from '../../observation/observation';
import { isLocal } from '../../party/is-local';
import { registrableDomainOf } from '../../party/registrable-domain';
import type { Evidence, Finding, ProcessorReport, UnidentifiedRecipient } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * The policy says of a processor that it passes data on to nobody (`recipients: []`), and a frame of that processor
 * made the browser contact others.
 *
 * It does not mean that what people typed went on: a contact gives at least the IP address, and more cannot be told.
 * Not raised where `recipients` is not stated (a sentence alone is not judged), for hosts of the same service or
 * registrable domain, for the site itself, for who hosts or delivers for it, for consent tools, for this device and the
 * local network, nor where the frame may be another recipient's too.
 */
export function passedOnDespitePromise({ inForce, processors, unidentified }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  const rows = [...processors, ...unidentified];
  return processors.flatMap((row): readonly Finding[] => {
    const { id, declared, pointer } = row;
    const path = `${pointer ?? ''}/recipients`;
    if (declared?.recipients?.length !== 0) return [];
    const frames = framesOf(row);
    for (const other of rows.filter((it) => it !== row)) for (const domain of framesOf(other)) frames.delete(domain);
    const contacts = rows.filter((it) => it !== row && !isItsServer(it)).flatMap((it) => passedOn(it, frames, row));
    if (contacts.length === 0) return [];
    return [
      {
        id: 'passed-on-despite-promise',
        key: `passed-on-despite-promise:${id}`,
        severity: 'warning',
        subject: id,
        pointer: path,
        quote: declared.disclosure?.text ?? null,
        evidence: contacts.map((contact): Evidence => ({ kind: 'contact', contact })),
      },
    ];
  });
}

type Row = ProcessorReport | UnidentifiedRecipient;

/** Domains of the frames of a recipient that the page itself put in. */
function framesOf({ contacts }: Row): Set<string> {
  const frames = contacts.filter(({ party, broughtInBy, types }) => {
    return party === 'third-party' && broughtInBy === null && (types.sub_frame ?? 0) > 0;
  });
  return new Set(frames.map(({ host }) => domainOf(host)));
}

/** Whoever hosts or delivers for others does it on their behalf. */
function isItsServer(row: Row): boolean {
  return 'service' in row && (row.service?.category === 'hosting' || row.service?.category === 'cdn');
}

function passedOn({ contacts }: Row, frames: ReadonlySet<string>, { service }: ProcessorReport): readonly Contact[] {
  return contacts.filter((contact) => {
    const { host, party, broughtInBy, sent } = contact;
    if (broughtInBy === null || !frames.has(broughtInBy) || sent === 0 || party === 'first-party') return false;
    const isSame = frames.has(domainOf(host)) || (service !== null && contact.service === service.id);
    return !isSame && !isLocal(host) && !isConsentHost(host);
  });
}

function domainOf(host: string): string {
  return registrableDomainOf(host) ?? host;
}
