import { type PolicyRead, isDamaged } from '../policy-in-force';
import type { Finding, ProcessorReport } from '../site-report';
import type { FindingContext } from './finding-context';
import { generalClause } from './general-clause';

/**
 * The policy gives a recipient's seat outside the EEA and states no transfer out of it: it is silent on transfers
 * there, or says that none takes place.
 *
 * It does not mean that data leaves the EEA: a company abroad can keep it inside. Always a note. A general clause on
 * transfers says on what conditions and not to whom, so it does not silence this; it is among the evidence. Not raised
 * where part of what the policy says of transfers there could not be read, nor for a transfer without a basis
 * (`transfer-basis-not-stated`).
 */
export function recipientAbroadNoTransferStated({ inForce, processors }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  return processors.flatMap((row) => {
    if (row.seatAbroad === null || isDamaged(inForce, `${row.pointer ?? ''}/transfers`)) return [];
    return [findingOf(row, row.seatAbroad, inForce)];
  });
}

function findingOf({ id, pointer, declared }: ProcessorReport, country: string, read: PolicyRead): Finding {
  const recipient = declared?.recipient;
  return {
    id: 'recipient-abroad-no-transfer-stated',
    key: `recipient-abroad-no-transfer-stated:${id}`,
    severity: 'note',
    subject: id,
    pointer: `${pointer ?? ''}/recipient/country`,
    quote: recipient?.address ?? recipient?.name ?? null,
    evidence: [{ kind: 'text', text: country }, ...generalClause(read)],
  };
}
