import type { KnownScenario, ScenarioId } from '../audit/audit-session';
import type { MessageKey, Translate } from './translate';

const known = {
  'before-choice': 'export_scenario_before_choice',
  refused: 'export_scenario_refused',
  accepted: 'export_scenario_accepted',
  unknown: 'export_scenario_unknown',
  'signed-in': 'export_scenario_signed_in',
} as const satisfies Record<KnownScenario, MessageKey>;

/** `before any choice`, or the name that the tester gave. */
export function describeScenario(t: Translate, id: ScenarioId): string {
  return isKnown(id) ? t(known[id]) : id.slice('own:'.length);
}

function isKnown(id: ScenarioId): id is KnownScenario {
  return Object.hasOwn(known, id);
}
