import type { DecisionEnd, IsoDate } from './transfer-register';

/** Whether a decision has begun (`not-yet`), has effect, or has lost it (`ended`) on the day `on`. */
export function stateOn(
  { from, end }: { readonly from?: IsoDate; readonly end?: DecisionEnd },
  on: IsoDate,
): 'not-yet' | 'in-force' | 'ended' {
  if (from !== undefined && on < from) return 'not-yet';
  if (end === undefined) return 'in-force';
  const isOver = end.why === 'void' ? on >= end.on : on > end.on;
  return isOver ? 'ended' : 'in-force';
}
