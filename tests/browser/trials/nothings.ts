import messages from '../../../assets/public/_locales/en/messages.json';
import type { MessageKey } from '../../../lib/words/translate';

/** Sentences that must not be said of a page that had some. */
const keys: readonly MessageKey[] = [
  'summary_saw_none',
  'summary_saw_none_part',
  'summary_active_none_one',
  'summary_active_none_other',
  'summary_active_none_part_one',
  'summary_active_none_part_other',
  'processors_nothing_all',
  'processors_nothing_part',
  'group_not_seen',
  'activity_not_seen',
  'no_page_browser_page',
  'no_page_no_tab',
  'no_page_file',
];
const nothings = keys.map((key) => messages[key].message);

/** Which of them the popup says. */
export const nothingsIn = (text: string): readonly string[] => nothings.filter((nothing) => text.includes(nothing));
