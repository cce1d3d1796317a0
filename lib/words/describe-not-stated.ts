import type { Activity, Processor } from '../policy/schema';
import { describeList } from './describe-list';
import type { MessageKey, Translate } from './translate';

const processorFacts = [
  ['recipient', 'fact_recipient'],
  ['role', 'fact_role'],
  ['legalBases', 'fact_legal_basis'],
  ['data', 'fact_data'],
  ['storage', 'fact_storage'],
  ['retention', 'fact_retention'],
  ['contract', 'fact_contract'],
  ['measures', 'fact_measures'],
  ['transfers', 'fact_transfers'],
] as const satisfies readonly (readonly [keyof Processor, MessageKey])[];

const activityFacts = [
  ['legalBases', 'fact_legal_basis'],
  ['data', 'fact_data'],
  ['retention', 'fact_retention'],
  ['transfers', 'fact_transfers'],
] as const satisfies readonly (readonly [keyof Activity, MessageKey])[];

/** The facts that the policy leaves out of a processor's declaration, as one line; `null` where it states them all. */
export function describeNotStatedOfProcessor(t: Translate, it: Processor): string | null {
  return line(
    t,
    processorFacts.filter(([member]) => !isStated(it, member)).map(([, key]) => key),
  );
}

/** The same for the controller's own processing. */
export function describeNotStatedOfActivity(t: Translate, it: Activity): string | null {
  return line(
    t,
    activityFacts.filter(([member]) => !isStated(it, member)).map(([, key]) => key),
  );
}

/** Data stated only in the policy's own words is stated. */
function isStated<Item extends Processor | Activity>(it: Item, member: keyof Item): boolean {
  return it[member] !== undefined || (member === 'data' && it.dataText !== undefined);
}

function line(t: Translate, keys: readonly MessageKey[]): string | null {
  return keys.length === 0
    ? null
    : describeList(
        t,
        keys.map((key) => t(key)),
      );
}
