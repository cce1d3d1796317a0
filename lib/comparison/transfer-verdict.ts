import { originalPointer } from '../policy/original-pointer';
import type { Transfer } from '../policy/schema';
import { isEea } from '../transfer/is-eea';
import type { IsoDate } from '../transfer/transfer-register';
import { type JudgedBasis, judgeBasis } from './judge-basis';
import { type PolicyRead, isDamaged } from './policy-in-force';
import type { TransferReport, TransferVerdict } from './site-report';

/**
 * What the policy says, for each destination, on the basis of sending data there, judged by the registers at `now`
 * (epoch milliseconds). Always at least one report: silence (`nothing-said`) and "none" (`stated-none`) are reports.
 *
 * `owner` is the pointer of the processor or activity in the policy as read. Where several bases are stated, one that
 * holds is enough for `stated`. It says what is stated and whether that exists, never whether a transfer is lawful.
 */
export function transferReports(
  read: PolicyRead,
  transfers: readonly Transfer[] | undefined,
  owner: string,
  now: number,
): readonly TransferReport[] {
  const pointer = originalPointer(read, `${owner}/transfers`);
  if (transfers === undefined) {
    // What was said and could not be read is not silence.
    if (isDamaged(read, pointer)) return [{ ...silence, verdict: 'unknown-word', bases: ['…'], pointer }];
    return [{ ...silence, verdict: 'nothing-said' }];
  }
  if (transfers.length === 0) return [{ ...silence, verdict: 'stated-none', pointer }];
  return transfers.map((transfer, at) => ({
    ...silence,
    country: transfer.country,
    certainty: transfer.certainty ?? null,
    adequacyDecision: transfer.adequacyDecision ?? null,
    documentUrl: transfer.documentUrl ?? null,
    declared: transfer,
    pointer: originalPointer(read, `${owner}/transfers/${at}`),
    ...verdictOn(transfer, read, now),
  }));
}

const silence = {
  country: null,
  certainty: null,
  bases: [],
  adequacyDecision: null,
  documentUrl: null,
  declared: null,
  pointer: null,
  reason: null,
} as const satisfies Omit<TransferReport, 'verdict'>;

type Judged = Pick<TransferReport, 'verdict' | 'bases' | 'reason'>;

function verdictOn(transfer: Transfer, read: PolicyRead, now: number): Judged {
  if (transfer.certainty === 'none') return { verdict: 'stated-none', bases: transfer.bases ?? [], reason: null };
  const bases = transfer.bases ?? (transfer.adequacyDecision === undefined ? undefined : ['A45-3']);
  if (bases === undefined) {
    const clause = isEea(transfer.country) ? undefined : read.policy.transferClause;
    if (clause === undefined) return { verdict: 'not-stated', bases: [], reason: null };
    return { verdict: 'general-clause-only', bases: clause.bases, reason: null };
  }
  if (bases.length === 0) return { verdict: 'stated-none', bases, reason: null };
  return { bases, ...strongest(bases.map((basis) => judgeBasis(basis, transfer, dayOf(now)))) };
}

/** From the most to the least that is known in favour of what is stated. */
const order: readonly TransferVerdict[] = ['stated', 'unknown-word', 'lapsed', 'does-not-fit'];

function strongest(judged: readonly JudgedBasis[]): JudgedBasis {
  const found = order.flatMap((verdict) => judged.find((it) => it.verdict === verdict) ?? []);
  return found[0] ?? { verdict: 'unknown-word', reason: null };
}

function dayOf(now: number): IsoDate {
  return new Date(now).toISOString().slice(0, 10);
}
