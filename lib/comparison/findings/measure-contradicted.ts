import type { Measure } from '../../policy/schema';
import { saysBeforeSending } from '../says-before-sending';
import type { Evidence, Finding, ProcessorReport } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * The policy says that the IP address is shortened or made anonymous before it goes to a processor, and the browser
 * itself connects to that processor: its server necessarily gets the full address.
 *
 * It does not mean that the address is kept: whether it is shortened on arrival cannot be seen. Not raised for a
 * measure that does not say "before sending to" that processor (in English or German; other languages are not read),
 * nor where the processor itself does it, for what goes through a host of the site's own, for what a third party's
 * frame brings in, nor where several processors share the evidence.
 */
export function measureContradicted({ inForce, processors }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  return processors.flatMap((row): readonly Finding[] => {
    const promise = row.sharedWith.length > 0 ? null : promiseOf(row);
    const contacts = row.contacts.filter(isDirect);
    if (promise === null || contacts.length === 0) return [];
    return [
      {
        id: 'measure-contradicted',
        key: `measure-contradicted:${row.id}`,
        severity: 'warning',
        subject: row.id,
        pointer: promise.pointer,
        quote: promise.text,
        evidence: contacts.map((contact): Evidence => ({ kind: 'contact', contact })),
      },
    ];
  });
}

function isDirect({ party, sent, broughtInBy }: ProcessorReport['contacts'][number]): boolean {
  return party === 'third-party' && sent > 0 && broughtInBy === null;
}

/** The first measure by which the address never reaches the processor in full. */
function promiseOf({ declared, service, pointer }: ProcessorReport) {
  if (declared === null) return null;
  const { name, recipient, measures = [], transfers = [] } = declared;
  const names = [name, recipient?.name, service?.name, service?.entity.name].flatMap((it) => it ?? []);
  const stated = [
    ...measures.map((measure, at) => ({ measure, path: `measures/${at}` })),
    ...transfers.flatMap(({ supplementary = [] }, to) =>
      supplementary.map((measure, at) => ({ measure, path: `transfers/${to}/supplementary/${at}` })),
    ),
  ];
  for (const { measure, path } of stated) {
    const { text } = measure;
    if (text === undefined || !isAboutAddress(measure) || !saysBeforeSending(text, names)) continue;
    return { text, pointer: `${pointer ?? ''}/${path}` };
  }
  return null;
}

function isAboutAddress({ type, text = '' }: Measure): boolean {
  return type === 'IPTruncation' || (type === 'Anonymisation' && /\bIP\b/i.test(text));
}
