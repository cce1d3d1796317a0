import type { ProcessorReport } from '../comparison/site-report';
import type { MessageKey, Translate } from './translate';

export interface ProcessorGroup {
  readonly id: string;
  readonly heading: string;
  readonly processors: readonly ProcessorReport[];
}

/** In the order people are shown them. */
const groups = [
  { id: 'active-declared', key: 'group_active_declared' },
  { id: 'active-named-in-text', key: 'group_active_named_in_text' },
  { id: 'active-not-declared', key: 'group_active_not_declared' },
  { id: 'active-no-declaration', key: 'group_active_no_declaration' },
  { id: 'stopped', key: 'group_stopped' },
  { id: 'not-seen', key: 'group_not_seen' },
  { id: 'not-looked', key: 'group_not_looked' },
  { id: 'not-observable', key: 'group_not_observable' },
] as const satisfies readonly { id: string; key: MessageKey }[];

/** Rows by declaration and activity, the active first; empty groups are left out. */
export function describeGroups(t: Translate, processors: readonly ProcessorReport[]): readonly ProcessorGroup[] {
  return groups
    .map(({ id, key }) => ({ id, heading: t(key), processors: processors.filter((it) => groupOf(it) === id) }))
    .filter((group) => group.processors.length > 0);
}

function groupOf({ activity, declaration }: ProcessorReport): string {
  return activity === 'active' ? `active-${declaration}` : activity;
}
