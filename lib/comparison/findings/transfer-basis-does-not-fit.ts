import { isEea } from '../../transfer/is-eea';
import type { Evidence, Finding, TransferReport } from '../site-report';
import type { FindingContext } from './finding-context';
import { findingOnBasis, statedTransfers } from './stated-transfers';

/**
 * The policy states a basis for a destination that does not fit it: an adequacy decision where the register has none
 * for that country on the day of the report, the decision of another country, or clauses that could not be used yet.
 *
 * It does not mean that the transfer has no basis. Not raised where a second basis stated for the same destination
 * holds, for bases that nobody outside can see (contracts, consents), nor for destinations inside the EEA, which need
 * none.
 */
export function transferBasisDoesNotFit(context: FindingContext): readonly Finding[] {
  const { inForce } = context;
  if (inForce === null) return [];
  return statedTransfers(context)
    .filter(({ transfer }) => transfer.verdict === 'does-not-fit' && !isWithinEea(transfer))
    .map((it) => findingOnBasis(it, { id: 'transfer-basis-does-not-fit', evidence: evidenceOf(it.transfer) }, inForce));
}

function isWithinEea({ country }: TransferReport): boolean {
  return country !== null && isEea(country);
}

/** The destination beside what is stated for it, in the words of the file; the act where one is known. */
function evidenceOf({ country, bases, adequacyDecision, reason }: TransferReport): readonly Evidence[] {
  const words = [...bases, ...(adequacyDecision === null ? [] : [adequacyDecision])].join(', ');
  const text = [`${country ?? ''}: ${words}`, ...(reason === null ? [] : [reason.act])];
  return text.map((it) => ({ kind: 'text', text: it }));
}
