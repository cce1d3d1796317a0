import { activities, declarations } from '../comparison/site-report';
import { judgementStates } from '../audit/audit-session';
import { judgementKeys, severityKeys } from './audit-terms';
import { activityKeys, declarationKeys } from './describe-recipients';
import type { MessageKey, Translate } from './translate';

export interface GlossaryGroup {
  readonly heading: string;
  readonly entries: readonly { readonly term: string; readonly text: string }[];
}

/** What the words of the report mean. */
export function describeGlossary(t: Translate): readonly GlossaryGroup[] {
  const severities = ['error', 'warning', 'note'] as const;
  const entry = (name: MessageKey, text: MessageKey) => ({ term: t(name), text: t(text) });
  return [
    {
      heading: t('export_glossary_severities'),
      entries: severities.map((it) => entry(severityKeys[it], severityTexts[it])),
    },
    {
      heading: t('export_policy_column'),
      entries: declarations.map((it) => entry(declarationKeys[it], declarationTexts[it])),
    },
    {
      heading: t('export_glossary_activities'),
      entries: activities.map((it) => entry(activityKeys[it], activityTexts[it])),
    },
    {
      heading: t('export_tester_says'),
      entries: judgementStates.map((it) => entry(judgementKeys[it], judgementTexts[it])),
    },
  ];
}

const severityTexts = {
  error: 'export_error_means',
  warning: 'export_warning_means',
  note: 'export_note_means',
} as const satisfies Record<keyof typeof severityKeys, MessageKey>;

const declarationTexts = {
  declared: 'export_declared_means',
  'named-in-text': 'export_named_in_text_means',
  'not-declared': 'export_not_declared_means',
  'no-declaration': 'export_no_declaration_means',
} as const satisfies Record<keyof typeof declarationKeys, MessageKey>;

const activityTexts = {
  active: 'export_active_means',
  stopped: 'export_stopped_means',
  'not-seen': 'export_not_seen_means',
  'not-looked': 'export_not_looked_means',
  'not-observable': 'export_not_observable_means',
} as const satisfies Record<keyof typeof activityKeys, MessageKey>;

const judgementTexts = {
  open: 'export_open_means',
  explained: 'export_explained_means',
  'to-fix': 'export_to_fix_means',
  fixed: 'export_fixed_means',
} as const satisfies Record<keyof typeof judgementKeys, MessageKey>;
