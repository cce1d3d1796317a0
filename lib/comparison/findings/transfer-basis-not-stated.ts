import { isEea } from '../../transfer/is-eea';
import type { PolicyRead } from '../policy-in-force';
import type { Finding, TransferReport } from '../site-report';
import type { FindingContext } from './finding-context';
import { generalClause } from './general-clause';
import { type StatedTransfer, findingOnTransfer, statedTransfers } from './stated-transfers';

/**
 * The policy says that data goes, or may go, to a country outside the EEA and not on what basis (a warning), or gives
 * only a general clause that leaves open which of its bases applies (a note). GDPR Art. 13(1)(f) asks for it.
 *
 * It does not mean that the transfer has no basis. Not raised where the policy says nothing of transfers at all, nor
 * for destinations inside the EEA. Bases that lapsed or do not fit are findings of their own.
 */
export function transferBasisNotStated(context: FindingContext): readonly Finding[] {
  const { inForce } = context;
  if (inForce === null) return [];
  return statedTransfers(context)
    .filter(({ transfer }) => isOfInterest(transfer))
    .map((it) => findingOf(it, inForce));
}

function isOfInterest({ verdict, country }: TransferReport): boolean {
  const isOpen = verdict === 'not-stated' || verdict === 'general-clause-only';
  return isOpen && country !== null && !isEea(country);
}

function findingOf(stated: StatedTransfer, read: PolicyRead): Finding {
  const isGeneral = stated.transfer.verdict === 'general-clause-only';
  return findingOnTransfer(stated, {
    id: 'transfer-basis-not-stated',
    severity: isGeneral ? 'note' : 'warning',
    evidence: isGeneral ? generalClause(read) : [],
  });
}
