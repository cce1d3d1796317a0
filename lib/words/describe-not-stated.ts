import { type Fact, activityFacts, isStated, processorFacts } from '../comparison/not-stated';
import type { Activity, Processor } from '../policy/schema';
import { describeList } from './describe-list';
import type { MessageKey, Translate } from './translate';

const words = {
  recipient: 'fact_recipient',
  role: 'fact_role',
  purposes: 'fact_purpose',
  legalBases: 'fact_legal_basis',
  data: 'fact_data',
  storage: 'fact_storage',
  retention: 'fact_retention',
  contract: 'fact_contract',
  measures: 'fact_measures',
  transfers: 'fact_transfers',
} as const satisfies Record<Fact, MessageKey>;

/** The facts that the policy leaves out of a processor's declaration, as one line; `null` where it states them all. */
export function describeNotStatedOfProcessor(t: Translate, it: Processor): string | null {
  return line(t, it, processorFacts);
}

/** The same for the controller's own processing. */
export function describeNotStatedOfActivity(t: Translate, it: Activity): string | null {
  return line(t, it, activityFacts);
}

function line(t: Translate, it: Processor | Activity, facts: readonly Fact[]): string | null {
  const missing = facts.filter((fact) => !isStated(it, fact)).map((fact) => t(words[fact]));
  return missing.length === 0 ? null : describeList(t, missing);
}
