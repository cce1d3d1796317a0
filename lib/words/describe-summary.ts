import { hasUnreadProcessors } from '../comparison/policy-in-force';
import type { ReportCounts } from '../comparison/report-counts';
import type { SiteReport } from '../comparison/site-report';
import { describeList } from './describe-list';
import { attemptsThatFailed } from './describe-policy-state';
import { term } from './term';
import type { Translate } from './translate';

/** What the report says in a few sentences; the first thing people read. */
export function describeSummary(t: Translate, report: SiteReport): readonly string[] {
  const { policy } = report;
  switch (policy.kind) {
    case 'read':
      return policy.applies === 'yes'
        ? [namedSentence(t, report), ...activeSentences(t, report)]
        : [t('summary_does_not_apply'), ...seenSentences(t, report)];
    case 'none':
      return [t('summary_no_policy'), ...seenSentences(t, report)];
    case 'not-fetched': {
      const why = [...new Set(attemptsThatFailed(policy.attempts).map((it) => term(t, 'failure', it.failure)))];
      return [t('summary_not_fetched', describeList(t, why)), ...seenSentences(t, report)];
    }
    case 'broken':
      return [t('summary_broken'), ...seenSentences(t, report)];
    default:
      return [t('summary_looking'), ...seenSentences(t, report)];
  }
}

function namedSentence(t: Translate, { counts, policy }: SiteReport): string {
  if (counts.declared > 0) return t.count('summary_names', counts.declared);
  return t(policy.kind === 'read' && hasUnreadProcessors(policy) ? 'summary_names_unread' : 'summary_names_none');
}

function activeSentences(t: Translate, { counts, coverage }: SiteReport): readonly string[] {
  if (coverage.kind === 'none') return [];
  const named: string[] = [];
  const isAll = coverage.kind === 'all';
  if (counts.activeDeclared > 0) {
    named.push(t.count(isAll ? 'summary_active' : 'summary_active_part', counts.activeDeclared));
  } else if (counts.declared > 0) {
    named.push(t.count(isAll ? 'summary_active_none' : 'summary_active_none_part', counts.declared));
  }
  // An unknown host may be run by someone the policy names: of it, only that it is unknown is said.
  const undeclared = counts.activeNotDeclared - counts.unidentified;
  if (undeclared > 0)
    named.push(t.count(counts.activeDeclared > 0 ? 'summary_more' : 'summary_undeclared', undeclared));
  if (counts.unidentified > 0) named.push(t.count('summary_unknown', counts.unidentified));
  return [...named, ...otherSentences(t, counts)];
}

/** Without a declaration nothing is "undeclared": only what was seen is told. */
function seenSentences(t: Translate, { counts, coverage }: SiteReport): readonly string[] {
  if (coverage.kind === 'none') return [];
  const active = counts.active - counts.unidentified;
  const seen: string[] = [];
  if (active > 0) seen.push(t.count('summary_saw', active));
  if (counts.unidentified > 0) seen.push(t.count('summary_unknown', counts.unidentified));
  if (seen.length === 0) seen.push(t(coverage.kind === 'all' ? 'summary_saw_none' : 'summary_saw_none_part'));
  return [...seen, ...otherSentences(t, counts)];
}

function otherSentences(t: Translate, { broughtIn, stopped }: ReportCounts): readonly string[] {
  return [
    ...(broughtIn === 0 ? [] : [t.count('summary_brought_in', broughtIn)]),
    ...(stopped === 0 ? [] : [t.count('summary_stopped', stopped)]),
  ];
}
