import type { AuditPolicyPage } from '../audit/audit-report';
import { term } from './term';
import type { Translate } from './translate';

/** Whether the policy's text for people was compared with the file, and why not. */
export function describePolicyPage(t: Translate, page: AuditPolicyPage | null): string {
  if (page === null) return t('policy_page_not_asked');
  return page.kind === 'read' ? t('policy_page_read') : t('policy_page_failed', whyNot(t, page.failure));
}

function whyNot(t: Translate, failure: Extract<AuditPolicyPage, { kind: 'failed' }>['failure']): string {
  if (failure === 'too-large') return t('policy_page_too_long');
  return failure === 'wrong-type' ? t('policy_page_no_text') : term(t, 'failure', failure);
}
