import { type PolicyRead, isDamaged } from '../policy-in-force';
import type { Evidence, Finding, TransferReport } from '../site-report';
import type { FindingContext } from './finding-context';

export interface StatedTransfer {
  /** The processor or activity for which it is stated. */
  readonly subject: string;
  readonly transfer: TransferReport;
}

/** What the policy says of transfers, of each processor and of the controller's own processing. */
export function statedTransfers({
  processors,
  activityTransfers,
}: Pick<FindingContext, 'processors' | 'activityTransfers'>): readonly StatedTransfer[] {
  const owners = [
    ...processors.map(({ id, transfers }) => [id, transfers] as const),
    ...Object.entries(activityTransfers),
  ];
  return owners.flatMap(([subject, transfers]) => transfers.map((transfer) => ({ subject, transfer })));
}

/** A finding at the place of the transfer, in its own words. */
export function findingOnTransfer(
  { subject, transfer }: StatedTransfer,
  more: Pick<Finding, 'id' | 'severity' | 'evidence'>,
): Finding {
  return {
    ...more,
    key: `${more.id}:${subject}:${transfer.pointer ?? ''}`,
    subject,
    pointer: transfer.pointer,
    quote: transfer.declared?.text ?? null,
  };
}

/**
 * The same where what is stated there does not hold: a warning; a note, with the doubt, where part of the entry could
 * not be read, for that part may name a basis that does.
 */
export function findingOnBasis(
  stated: StatedTransfer,
  { id, evidence }: Pick<Finding, 'id' | 'evidence'>,
  read: PolicyRead,
): Finding {
  const isUnsure = stated.transfer.pointer !== null && isDamaged(read, stated.transfer.pointer);
  const doubt: readonly Evidence[] = isUnsure ? [{ kind: 'doubt', doubt: 'unread-entries' }] : [];
  return findingOnTransfer(stated, { id, severity: isUnsure ? 'note' : 'warning', evidence: [...evidence, ...doubt] });
}
