import type { Processor } from '../policy/schema';
import { isEea } from '../transfer/is-eea';

/**
 * The country of the recipient's seat as declared (ISO code) where it is outside the EEA and the policy states no
 * transfer out of it; else `null`. A seat inside is no proof that no transfer takes place.
 */
export function seatAbroad({ recipient, transfers = [] }: Processor): string | null {
  const country = recipient?.country;
  if (country === undefined || isEea(country)) return null;
  const isStated = transfers.some((it) => it.certainty !== 'none' && (it.country === '*' || !isEea(it.country)));
  return isStated ? null : country;
}
