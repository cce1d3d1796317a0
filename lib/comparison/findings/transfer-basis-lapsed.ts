import type { Evidence, Finding, TransferReport } from '../site-report';
import type { FindingContext } from './finding-context';
import { findingOnBasis, statedTransfers } from './stated-transfers';

/**
 * The only bases that the policy states for a destination have ended: Safe Harbour, the Privacy Shield, standard
 * clauses of before 2021. The act, the day it ended and where that can be read are the evidence.
 *
 * It does not mean that the transfer has no basis: another may be in use that the policy does not name. Not raised
 * where a second basis stated for the same destination holds, nor where Candor does not know the word.
 */
export function transferBasisLapsed(context: FindingContext): readonly Finding[] {
  const { inForce } = context;
  if (inForce === null) return [];
  return statedTransfers(context)
    .filter(({ transfer }) => transfer.verdict === 'lapsed')
    .map((it) => findingOnBasis(it, { id: 'transfer-basis-lapsed', evidence: evidenceOf(it.transfer) }, inForce));
}

function evidenceOf({ reason }: TransferReport): readonly Evidence[] {
  if (reason === null) return [];
  const { act, ended, url } = reason;
  const text = [ended === null ? act : `${act} (ended ${ended})`, ...(url === null ? [] : [url])];
  return text.map((it) => ({ kind: 'text', text: it }));
}
