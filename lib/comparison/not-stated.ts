import type { Activity, Processor } from '../policy/schema';

/** What the policy may say of a processor and leaves out often, in the order in which people are told. */
export const processorFacts = [
  'recipient',
  'role',
  'legalBases',
  'data',
  'storage',
  'retention',
  'contract',
  'measures',
  'transfers',
] as const satisfies readonly (keyof Processor)[];

/** The same for the controller's own processing. */
export const activityFacts = [
  'legalBases',
  'data',
  'retention',
  'transfers',
] as const satisfies readonly (keyof Activity)[];

/** A fact that `isStated` knows of; both kinds of processing have a purpose. */
export type Fact = (typeof processorFacts)[number] | (typeof activityFacts)[number] | 'purposes';

/** The members that state it: as a list of terms, or in the policy's own words. */
export function membersOf(fact: Fact): readonly string[] {
  if (fact === 'data') return ['data', 'dataText'];
  return fact === 'purposes' ? ['purposes', 'purposeText'] : [fact];
}

/** Whether the policy says it; "none" is said too. */
export function isStated(it: Processor | Activity, fact: Fact): boolean {
  const members: Readonly<Record<string, unknown>> = { ...it };
  return membersOf(fact).some((member) => members[member] !== undefined);
}
