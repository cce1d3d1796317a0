import type { KnownScenario, ScenarioId } from '../audit/audit-session';
import type { MessageKey, Translate } from './translate';

const known = {
  'before-choice': 'scenario_before_choice',
  refused: 'scenario_refused',
  accepted: 'scenario_accepted',
  unknown: 'scenario_unknown',
  'signed-in': 'scenario_signed_in',
  'opted-out': 'scenario_opted_out',
} as const satisfies Record<KnownScenario, MessageKey>;

/** `before any choice`, or the name that the tester gave. */
export function describeScenario(t: Translate, id: ScenarioId): string {
  return isKnown(id) ? t(known[id]) : id.slice('own:'.length);
}

function isKnown(id: ScenarioId): id is KnownScenario {
  return Object.hasOwn(known, id);
}
