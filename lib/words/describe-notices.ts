import type { SiteReport } from '../comparison/site-report';
import type { PolicyState } from '../policy/policy-state';
import { describeCoverage } from './describe-coverage';
import { describeDate } from './describe-time';
import { isOpenToOthers } from './is-open-to-others';
import { describeAttempt, describeIssue } from './describe-policy-state';
import type { Translate } from './translate';

export interface NoticeLine {
  readonly text: string;
  /** Foreign text or an address beside it, shown as such. */
  readonly foreign: string | null;
}

/** Something people must know before they read on. */
export interface Notice {
  readonly id: string;
  readonly tone: 'info' | 'warning';
  readonly title: string;
  readonly text: string;
  readonly lines: readonly NoticeLine[];
  readonly action: 'reload' | 'grant' | null;
}

/** All notices of a report, what limits the whole report first. */
export function describeNotices(t: Translate, report: SiteReport): readonly Notice[] {
  const coverage = describeCoverage(t, report.coverage, report.access);
  const notices: Notice[] = [];
  if (coverage !== null) {
    const lines = coverage.reasons.map((text) => ({ text, foreign: null }));
    notices.push({ id: 'coverage', tone: 'warning', ...coverage, lines });
  }
  notices.push(...policyNotices(t, report.policy, report.site.host));
  notices.push(...limitNotices(t, report));
  if (isOpenToOthers(report.site)) {
    const words = { title: t('page_not_encrypted_title'), text: t('page_not_encrypted_text') };
    notices.push({ ...plain('not-encrypted', 'warning'), ...words });
  }
  if (report.site.isPrivate) {
    notices.push({ ...plain('private'), title: t('private_title'), text: t('private_text') });
  }
  return notices;
}

/** What else was not seen or not kept. */
function limitNotices(t: Translate, { coverage, cookiesRead, cut, isStorageFailing }: SiteReport): readonly Notice[] {
  const lines: NoticeLine[] = [];
  if (cut.contacts > 0) lines.push({ text: t.count('know_cut_contacts', cut.contacts), foreign: null });
  if (cut.cookies > 0) lines.push({ text: t.count('know_cut_cookies', cut.cookies), foreign: null });
  const notices: Notice[] = [];
  if (lines.length > 0) notices.push({ ...plain('cut'), title: t('cut_title'), text: t('cut_text'), lines });
  if (isStorageFailing) {
    notices.push({ ...plain('storage'), title: t('storage_failing_title'), text: t('storage_failing_text') });
  }
  if (!cookiesRead && coverage.kind !== 'none') {
    notices.push({ ...plain('cookies'), title: t('cookies_not_read_title'), text: t('cookies_not_read') });
  }
  return notices;
}

function policyNotices(t: Translate, policy: PolicyState, host: string): readonly Notice[] {
  switch (policy.kind) {
    case 'read':
      return readNotices(t, policy, host);
    case 'none':
      return [
        {
          ...plain('policy-none'),
          title: t('policy_none_title'),
          text: t('policy_none_text'),
          lines: attemptLines(t, policy.attempts),
        },
      ];
    case 'not-fetched':
      return [
        {
          ...plain('policy-not-fetched', 'warning'),
          title: t('policy_not_fetched_title'),
          text: t('policy_not_fetched_text'),
          lines: attemptLines(t, policy.attempts),
        },
      ];
    case 'broken':
      return [
        {
          ...plain('policy-broken', 'warning'),
          title: t('policy_broken_title'),
          text: t('policy_broken_text'),
          lines: issueLines(t, policy.issues),
        },
      ];
    default:
      return [{ ...plain('policy-looking'), title: t('policy_looking_title'), text: t('policy_looking_text') }];
  }
}

type ReadState = Extract<PolicyState, { kind: 'read' }>;

function readNotices(t: Translate, policy: ReadState, host: string): readonly Notice[] {
  const notices: Notice[] = [];
  const applies = appliesWords(t, policy, host);
  if (applies !== null) notices.push({ ...plain('policy-applies', 'warning'), ...applies });
  if (policy.differsFrom !== null) {
    const text = t('policy_differs_text', policy.differsFrom);
    notices.push({ ...plain('policy-differs', 'warning'), title: t('policy_differs_title'), text });
  }
  if (policy.issues.length > 0) {
    notices.push({
      ...plain('policy-issues', policy.issues.some((it) => it.severity === 'error') ? 'warning' : 'info'),
      title: t.count('policy_issues_title', policy.issues.length),
      text: t('policy_issues_text'),
      lines: issueLines(t, policy.issues),
    });
  }
  return notices;
}

function appliesWords(t: Translate, state: ReadState, host: string): { title: string; text: string } | null {
  switch (state.applies) {
    case 'not-this-host':
      return { title: t('policy_not_this_host_title'), text: t('policy_not_this_host_text', host) };
    case 'draft':
      return { title: t('policy_draft_title'), text: t('policy_draft_text') };
    case 'superseded':
      return { title: t('policy_superseded_title'), text: t('policy_superseded_text') };
    case 'not-yet-valid': {
      const from = state.policy.validFrom;
      const text =
        from === undefined
          ? t('policy_not_yet_valid_text_no_date')
          : t('policy_not_yet_valid_text', describeDate(t, from));
      return { title: t('policy_not_yet_valid_title'), text };
    }
    case 'yes':
      return null;
  }
}

function plain(id: string, tone: Notice['tone'] = 'info') {
  return { id, tone, lines: [], action: null } as const;
}

function attemptLines(t: Translate, attempts: ReadState['attempts']): readonly NoticeLine[] {
  return attempts.map((attempt) => ({ text: describeAttempt(t, attempt), foreign: attempt.url }));
}

function issueLines(t: Translate, issues: ReadState['issues']): readonly NoticeLine[] {
  return issues.map((issue) => {
    const { where, what } = describeIssue(t, issue);
    return { text: what, foreign: issue.found === undefined ? where : `${where} = ${issue.found}` };
  });
}
