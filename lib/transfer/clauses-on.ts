import { transferRegister } from '../../assets/generated/transfer';
import { stateOn } from './state-on';
import type { IsoDate } from './transfer-register';

/** What the register says of a decision on standard contractual clauses on one day. */
export type Clauses =
  | { readonly kind: 'current'; readonly act: string; readonly url: string }
  | { readonly kind: 'lapsed'; readonly act: string; readonly ended: IsoDate; readonly url: string }
  /** Named, but not yet usable that day. */
  | { readonly kind: 'not-yet'; readonly act: string; readonly from: IsoDate; readonly url: string }
  /** The register does not know the word. */
  | { readonly kind: 'unknown' };

/**
 * Whether the standard contractual clauses of `sccDecision` (the word a policy uses, e.g. `2021/914`) can still be
 * relied on, Art. 46(2)(c) GDPR, on the day `on`.
 *
 * Contracts with the clauses of 2001, 2004 and 2010 could be relied on until 27 December 2022 if they were made
 * before 27 September 2021; the decision of 2004 amended that of 2001 and fell with it: Decision (EU) 2021/914, Art. 4,
 * read 2026-11-22. When a contract was made is not known.
 */
export function clausesOn(sccDecision: string, on: IsoDate): Clauses {
  const row = transferRegister.clauses.find(({ id }) => id === sccDecision);
  if (row === undefined) return { kind: 'unknown' };
  const { act, from, end, source } = row;
  const state = stateOn(row, on);
  if (state === 'not-yet' && from !== undefined) return { kind: 'not-yet', act, from, url: source.url };
  if (state === 'ended' && end !== undefined) return { kind: 'lapsed', act, ended: end.on, url: source.url };
  return { kind: 'current', act, url: source.url };
}
