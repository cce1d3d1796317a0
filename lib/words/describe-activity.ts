import type { ProcessorReport, UnidentifiedRecipient } from '../comparison/site-report';
import { assertNever } from './assert-never';
import { describeStopper } from './describe-stopped';
import type { Translate } from './translate';

/** The short mark of a row: `at work, 3 requests`, `stopped, tried 4 times`, `not seen` … */
export function describeActivity(t: Translate, it: ProcessorReport | UnidentifiedRecipient): string {
  switch (it.activity) {
    case 'active':
      return it.stopped > 0
        ? t('activity_active_some_stopped', activeWords(t, it), it.stopped.toLocaleString(t.locale))
        : activeWords(t, it);
    case 'stopped':
      return it.stopped > 0 ? t.count('activity_stopped', it.stopped) : t.count('activity_failed', it.failed);
    case 'not-seen':
      return t('activity_not_seen');
    case 'not-looked':
      return t('activity_not_looked');
    case 'not-observable':
      return t('activity_not_observable');
    default:
      return assertNever(it);
  }
}

/** The whole sentence for the unfolded row; `null` where the mark says it all. */
export function describeVerdict(t: Translate, it: ProcessorReport): string | null {
  if (it.activity === 'stopped') {
    return it.stopped > 0
      ? t.count('verdict_note_stopped', it.stopped, it.name, describeStopper(t, it.contacts))
      : t.count('verdict_note_failed', it.failed, it.name);
  }
  if (it.activity === 'not-observable') return t('verdict_note_not_observable');
  if (it.activity === 'not-seen') return t(isHost(it) ? 'verdict_note_host_not_seen' : 'verdict_note_not_seen');
  if (it.activity === 'not-looked')
    return t(it.isRecognisable ? 'verdict_note_not_looked' : 'verdict_note_not_recognisable');
  return it.declaration === 'not-declared' ? t('verdict_note_not_declared') : null;
}

/** It is looked for in the page's own answers, which need not show it. */
function isHost({ declared, service }: ProcessorReport): boolean {
  return (declared?.observable ?? service?.observable) === 'first-party';
}

function activeWords(t: Translate, it: ProcessorReport | UnidentifiedRecipient): string {
  if (it.sent > 0) return t.count('activity_active', it.sent);
  if (it.listed > 0) return t.count('activity_active_listed', it.listed);
  const [match] = 'hosting' in it ? it.hosting : [];
  if (match !== undefined) return t(hostingKeys[match.readFrom ?? 'header']);
  return t(it.cookies.length === 0 ? 'activity_active_headers' : 'activity_active_cookies');
}

/** By the first and strongest piece of evidence: the page's own answer comes first. */
const hostingKeys = {
  header: 'activity_active_headers',
  host: 'activity_active_host',
  cookie: 'activity_active_cookies',
  alias: 'activity_active_alias',
} as const;

/** What is known of a host that nobody knows. A name from a public list is told as no more than that. */
export function describeUnidentified(t: Translate, it: UnidentifiedRecipient): string {
  if (it.isLocal) {
    return t(it.activity === 'active' ? 'unidentified_text_local' : 'unidentified_text_local_tried', it.domain);
  }
  const sentence =
    it.activity === 'stopped' && it.stopped > 0
      ? t('unidentified_text_stopped', it.domain, describeStopper(t, it.contacts))
      : t(sentenceKey(it), it.domain);
  return it.name === null ? sentence : `${sentence} ${t('unidentified_name', it.name)}`;
}

function sentenceKey(it: UnidentifiedRecipient) {
  if (it.activity === 'active') return it.sent > 0 ? 'unidentified_text' : 'unidentified_text_listed';
  return 'unidentified_text_failed';
}
