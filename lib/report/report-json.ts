import type { HostingMatch } from '../catalogue/catalogue';
import type { ReportCounts } from '../comparison/report-counts';
import type { ProcessorReport, SiteReport, TransferReport, UnidentifiedRecipient } from '../comparison/site-report';
import type { HostAlias, ObservedAliases } from '../observation/observation';
import type { ObservedConsent } from '../consent/consent';
import type { PolicyAttempt, PolicyState } from '../policy/policy-state';
import { findingOf } from './finding-json';
import { optOutAsJson } from './opt-out-json';
import { safePageUrl, safeUrl } from './safe-url';
import { contactOf, cookieOf, formOf, isoTime, storeOf } from './seen-json';

/**
 * A report as the JSON that a person copies or saves; indented, its keys always in this order.
 *
 * Each member is named here one by one, so nothing that a record may hold besides can slip out; query values, cookie
 * values and fragments never do. The policy file itself is left out but for what it says of each recipient: it is
 * public, `policy.url` and `policy.sha256` name it. Times are ISO 8601 in UTC.
 */
export function reportAsJson(report: SiteReport): string {
  const { site, policy, coverage } = report;
  const document = {
    format: 'candor-report',
    version: report.format,
    madeAt: isoTime(report.madeAt),
    site: {
      url: safePageUrl(site.url),
      host: site.host,
      registrableDomain: site.registrableDomain,
      isPrivate: site.isPrivate,
    },
    policy: policyOf(policy),
    coverage:
      coverage.kind === 'all' ? { kind: 'all', gaps: [] } : { kind: coverage.kind, gaps: gapsOf(coverage.gaps) },
    counts: countsOf(report.counts),
    findings: report.findings.map(findingOf),
    processors: report.processors.map(processorOf),
    unidentified: report.unidentified.map(unidentifiedOf),
    activityTransfers: Object.entries(report.activityTransfers).map(([activity, transfers]) => ({
      activity,
      transfers: transfers.map(transferOf),
    })),
    ownContacts: report.ownContacts.map(contactOf),
    ownCookies: report.ownCookies.map(cookieOf),
    otherCookies: report.otherCookies.map(cookieOf),
    cookiesRead: report.cookiesRead,
    workerContacts: report.workerContacts.map(contactOf),
    forms: report.forms.map(formOf),
    formsRead: report.formsRead,
    stores: report.stores?.map(storeOf) ?? null,
    aliases: report.aliases === undefined ? null : aliasesOf(report.aliases),
    consent: consentOf(report.consent),
    optOut: report.optOut && optOutAsJson(report.optOut),
    cut: { contacts: report.cut.contacts, cookies: report.cut.cookies },
    catalogueAsOf: report.catalogueAsOf,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function countsOf(counts: ReportCounts) {
  const { declared, active, activeDeclared, activeNotDeclared, unidentified, broughtIn, stopped, notObservable } =
    counts;
  return { declared, active, activeDeclared, activeNotDeclared, unidentified, broughtIn, stopped, notObservable };
}

function processorOf(row: ProcessorReport) {
  return {
    id: row.id,
    name: row.name,
    declaration: row.declaration,
    activity: row.activity,
    service: row.service?.id ?? null,
    pointer: row.pointer,
    isRecognisable: row.isRecognisable,
    sharedWith: row.sharedWith,
    isOnlyShared: row.isOnlyShared,
    ...evidenceOf(row),
    hosting: row.hosting.map(hostingOf),
    aliases: (row.aliases ?? []).map(aliasOf),
    transfers: row.transfers.map(transferOf),
    seatAbroad: row.seatAbroad,
    declared: row.declared,
  };
}

function hostingOf({ service, rule, trust, evidence, readFrom = 'header', product, edge, region }: HostingMatch) {
  return { service, rule, trust, readFrom, evidence, product, edge, region: region && { ...region } };
}

function aliasesOf({ found, without, unanswered }: ObservedAliases) {
  return { found: found.map(aliasOf), without, unanswered };
}

function aliasOf({ host, name }: HostAlias) {
  return { host, name };
}

function unidentifiedOf(row: UnidentifiedRecipient) {
  const { domain, name, activity, isLocal } = row;
  return { domain, name, activity, isLocal, ...evidenceOf(row) };
}

function transferOf(transfer: TransferReport) {
  const { country, certainty, verdict, bases, adequacyDecision, documentUrl, pointer, reason } = transfer;
  const declared = transfer.declared?.text ?? null;
  return { country, certainty, verdict, bases, adequacyDecision, documentUrl, pointer, reason, declared };
}

function evidenceOf(row: ProcessorReport | UnidentifiedRecipient) {
  const { sent, stopped, failed, listed, broughtInBy } = row;
  const [contacts, cookies] = [row.contacts.map(contactOf), row.cookies.map(cookieOf)];
  return { sent, stopped, failed, listed, broughtInBy, contacts, cookies };
}

function consentOf({ state, isPartial, managers, signals, gpc }: ObservedConsent) {
  const told = signals.map(({ at, ...signal }) => {
    const { state: says, isPartial: isPart, source, manager, evidence, since } = signal;
    return { at: isoTime(at), state: says, isPartial: isPart, source, manager, evidence, since };
  });
  return { state, isPartial, managers, gpc, signals: told };
}

function policyOf(state: PolicyState) {
  if (state.kind === 'not-looked' || state.kind === 'looking') return { kind: state.kind };
  const attempts = state.attempts.map(attemptOf);
  if (state.kind === 'none' || state.kind === 'not-fetched')
    return { kind: state.kind, checkedAt: isoTime(state.checkedAt), attempts };
  const found = { url: safeUrl(state.url), way: state.way, fetchedAt: isoTime(state.fetchedAt) };
  if (state.kind === 'broken') return { kind: state.kind, ...found, issues: state.issues, attempts };
  const { id, title, updated, controller } = state.policy;
  return {
    kind: state.kind,
    ...found,
    sha256: state.sha256,
    applies: state.applies,
    differsFrom: state.differsFrom === null ? null : safeUrl(state.differsFrom),
    file: { id, title, updated, controller },
    issues: state.issues,
    attempts,
  };
}

function attemptOf({ way, url, failure, status }: PolicyAttempt) {
  return { way, url: safeUrl(url), failure, status };
}

function gapsOf(gaps: readonly { readonly reason: string; readonly at: number }[]) {
  return gaps.map(({ reason, at }) => ({ reason, at: isoTime(at) }));
}
