import { siteOfHost } from '../../observation/cookie-place';
import type { Observation } from '../../observation/observation';
import { type AuditSession, type AuditSource, beginSession, finish, takeIn } from '../audit-session';
import { type ImportIssue, ImportIssues } from './import-issue';

export type Imported =
  | { readonly ok: true; readonly session: AuditSession; readonly issues: readonly ImportIssue[] }
  | { readonly ok: false; readonly issues: readonly ImportIssue[] };

export function refused(code: ImportIssue['code'], message: string): Imported {
  const issues = new ImportIssues();
  issues.add('error', code, [], message);
  return { ok: false, issues: issues.all() };
}

/** A finished session of what a file showed of its first page's site. */
export function importedSession(source: AuditSource, seen: readonly Observation[], issues: ImportIssues): Imported {
  const pages = seen.filter(({ host }) => host !== '');
  const [first] = pages;
  if (first === undefined) {
    issues.add('error', 'no-page', [], 'The file holds no page that was loaded.');
    return { ok: false, issues: issues.all() };
  }
  const site = siteOfHost(first.host);
  const own = pages.filter(({ host }) => siteOfHost(host) === site);
  if (own.length < pages.length) {
    const message = `${pages.length - own.length} pages of other sites are left out.`;
    issues.add('warning', 'other-site', [], message);
  }
  const startedAt = own.reduce((least, page) => Math.min(least, page.startedAt), first.startedAt);
  const endedAt = own.reduce((most, page) => Math.max(most, page.lastAt ?? page.startedAt), first.startedAt);
  const session = finish(takeIn(beginSession(site, source, startedAt), own), endedAt);
  return { ok: true, session, issues: issues.all() };
}
