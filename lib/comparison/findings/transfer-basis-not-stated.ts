import { originalPointer } from '../../policy/original-pointer';
import { isEea } from '../../transfer/is-eea';
import type { PolicyRead } from '../policy-in-force';
import type { Finding, TransferReport } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * The policy says that data goes, or may go, to a country outside the EEA and not on what basis (a warning), or gives
 * only a general clause that leaves open which of its bases applies (a note). GDPR Art. 13(1)(f) asks for it.
 *
 * It does not mean that the transfer has no basis. Not raised where the policy says nothing of transfers at all, nor
 * for destinations inside the EEA. Bases that lapsed or do not fit are told in the verdict.
 */
export function transferBasisNotStated({ inForce, processors, activityTransfers }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  const ofProcessors = processors.map(({ id, transfers }) => ({ id, transfers }));
  const ofActivities = Object.entries(activityTransfers).map(([id, transfers]) => ({ id, transfers }));
  return [...ofProcessors, ...ofActivities].flatMap(({ id, transfers }) =>
    transfers.filter(isOfInterest).map((transfer) => findingOf(id, transfer, inForce)),
  );
}

function isOfInterest({ verdict, country }: TransferReport): boolean {
  const isOpen = verdict === 'not-stated' || verdict === 'general-clause-only';
  return isOpen && country !== null && !isEea(country);
}

function findingOf(subject: string, transfer: TransferReport, read: PolicyRead): Finding {
  const clause = transfer.verdict === 'general-clause-only' ? read.policy.transferClause : undefined;
  const pointer = originalPointer(read, '/transferClause');
  return {
    id: 'transfer-basis-not-stated',
    key: `transfer-basis-not-stated:${subject}:${transfer.pointer ?? ''}`,
    severity: clause === undefined ? 'warning' : 'note',
    subject,
    pointer: transfer.pointer,
    quote: transfer.declared?.text ?? null,
    evidence:
      clause === undefined ? [] : [{ kind: 'declaration', text: clause.text ?? clause.bases.join(', '), pointer }],
  };
}
