import type { ReportCounts } from '../comparison/report-counts';
import type { SiteReport } from '../comparison/site-report';
import type { Coverage } from '../observation/observation';
import { optOutAsJson } from './opt-out-json';
import { aliasesAsJson, processorAsJson, transferAsJson, unidentifiedAsJson } from './row-json';
import { safePageUrl } from './safe-url';
import { consentAsJson, contactAsJson, cookieAsJson, formAsJson, gapsAsJson, storeAsJson } from './seen-json';

export function siteAsJson({ url, host, registrableDomain, isPrivate }: SiteReport['site']) {
  return { url: safePageUrl(url), host, registrableDomain, isPrivate };
}

export function coverageAsJson(coverage: Coverage) {
  return { kind: coverage.kind, gaps: coverage.kind === 'all' ? [] : gapsAsJson(coverage.gaps) };
}

export function countsAsJson(counts: ReportCounts) {
  const { declared, active, activeDeclared, activeNotDeclared, unidentified, broughtIn, stopped, notObservable } =
    counts;
  return { declared, active, activeDeclared, activeNotDeclared, unidentified, broughtIn, stopped, notObservable };
}

/** Who gets what, and what else was seen: all of a report but its head and its findings. */
export function contentAsJson(report: SiteReport) {
  return {
    processors: report.processors.map(processorAsJson),
    unidentified: report.unidentified.map(unidentifiedAsJson),
    activityTransfers: Object.entries(report.activityTransfers).map(([activity, transfers]) => ({
      activity,
      transfers: transfers.map(transferAsJson),
    })),
    ownContacts: report.ownContacts.map(contactAsJson),
    ownCookies: report.ownCookies.map(cookieAsJson),
    otherCookies: report.otherCookies.map(cookieAsJson),
    cookiesRead: report.cookiesRead,
    workerContacts: report.workerContacts.map(contactAsJson),
    forms: report.forms.map(formAsJson),
    formsRead: report.formsRead,
    stores: report.stores?.map(storeAsJson) ?? null,
    aliases: report.aliases === undefined ? null : aliasesAsJson(report.aliases),
    consent: consentAsJson(report.consent),
    optOut: report.optOut && optOutAsJson(report.optOut),
    cut: { contacts: report.cut.contacts, cookies: report.cut.cookies },
  };
}
