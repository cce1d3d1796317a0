import type { Transfer } from '../policy/schema';
import { adequacyDecisions, transferBases } from '../policy/vocabulary';
import { adequacyFor } from '../transfer/adequacy-on';
import { clausesOn } from '../transfer/clauses-on';
import type { IsoDate } from '../transfer/transfer-register';
import type { TransferReport } from './site-report';

export type JudgedBasis = Pick<TransferReport, 'verdict' | 'reason'>;

/**
 * Whether one stated `basis` exists for the destination of `transfer` on the day `on`.
 *
 * Adequacy is looked up by country and day, standard clauses by the decision that the policy names. Whether a
 * recipient is on the list that a decision's scope asks for is not known here and not judged; nor are other bases,
 * which lie in contracts and consents that nobody outside can see: for those, stated is stated.
 */
export function judgeBasis(basis: string, transfer: Transfer, on: IsoDate): JudgedBasis {
  if (!isWordOf(transferBases, basis)) return unknown;
  if (basis === 'A45-3') return judgeAdequacy(transfer, on);
  if (basis === 'A46-2-c' && transfer.sccDecision !== undefined) return judgeClauses(transfer.sccDecision, on);
  return stated;
}

const stated: JudgedBasis = { verdict: 'stated', reason: null };
const unknown: JudgedBasis = { verdict: 'unknown-word', reason: null };

function judgeAdequacy({ country, adequacyDecision }: Transfer, on: IsoDate): JudgedBasis {
  if (adequacyDecision !== undefined && !isWordOf(adequacyDecisions, adequacyDecision)) return unknown;
  if (adequacyDecision === undefined && country === '*') return stated; // no country to look up
  const found = adequacyFor(country, adequacyDecision, on);
  if (found.kind === 'covers') return stated;
  if (found.kind === 'none') return { verdict: 'does-not-fit', reason: null };
  return { verdict: 'lapsed', reason: { act: found.act, ended: found.ended, url: found.url } };
}

function judgeClauses(decision: string, on: IsoDate): JudgedBasis {
  const found = clausesOn(decision, on);
  if (found.kind === 'current') return stated;
  if (found.kind === 'unknown') return unknown;
  if (found.kind === 'lapsed')
    return { verdict: 'lapsed', reason: { act: found.act, ended: found.ended, url: found.url } };
  return { verdict: 'does-not-fit', reason: { act: found.act, ended: null, url: found.url } };
}

function isWordOf(words: readonly string[], word: string): boolean {
  return words.includes(word);
}
