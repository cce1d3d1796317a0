import { transferRegister } from '../../assets/generated/transfer';
import { stateOn } from './state-on';
import type { AdequacyDecision, IsoDate } from './transfer-register';

/** What the register says of an adequacy decision on one day. */
export type Adequacy =
  | {
      readonly kind: 'covers';
      readonly id: string;
      readonly act: string;
      /** Which recipients only, in English; `null` for all. Whether this one belongs to them is not known here. */
      readonly scope: string | null;
      /** Last day, where one is set. */
      readonly until: IsoDate | null;
      readonly url: string;
    }
  | {
      readonly kind: 'lapsed';
      readonly id: string;
      readonly act: string;
      /** Day of the judgment (no effect from then on), or last day of one that expired. */
      readonly ended: IsoDate;
      readonly url: string;
    }
  /** No decision for that country then, or the one named is for another country. */
  | { readonly kind: 'none' };

/**
 * The adequacy decision, Art. 45(3) GDPR, that covers sending data to `country` on the day `on`.
 *
 * `country` is ISO 3166-1 alpha-2, or `*` where none is stated; `decision` is the word a policy names it by
 * (`US-DPF`), `undefined` where it names none: then any decision for the country counts, one in force before one that
 * lapsed. A named decision of another country is `none`; that of an international organisation fits wherever it sits.
 *
 * Source: assets/registers/transfer.json, which cites each act; as of its `asOf`.
 */
export function adequacyFor(country: string, decision: string | undefined, on: IsoDate): Adequacy {
  const candidates = transferRegister.adequacy.filter((row) =>
    decision === undefined ? row.country === country : row.id === decision && isThere(row, country),
  );
  const inForce = candidates.find((row) => stateOn(row, on) === 'in-force');
  if (inForce !== undefined) return covering(inForce);
  return lapsed(candidates.filter((row) => stateOn(row, on) === 'ended'));
}

function isThere(row: AdequacyDecision, country: string): boolean {
  return row.country === null || country === '*' || row.country === country;
}

function covering({ id, act, scope, end, source }: AdequacyDecision): Adequacy {
  return { kind: 'covers', id, act, scope: scope ?? null, until: end?.on ?? null, url: source.url };
}

/** The one that ended last. */
function lapsed(rows: readonly AdequacyDecision[]): Adequacy {
  let last: Adequacy = { kind: 'none' };
  for (const { id, act, end, source } of rows) {
    if (end === undefined || (last.kind === 'lapsed' && last.ended >= end.on)) continue;
    last = { kind: 'lapsed', id, act, ended: end.on, url: source.url };
  }
  return last;
}
