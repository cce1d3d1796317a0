import type { HostingMatch } from '../catalogue/catalogue';
import type {
  Evidence,
  Finding,
  ProcessorReport,
  ReportCounts,
  SiteReport,
  TransferReport,
  UnidentifiedRecipient,
} from '../comparison/site-report';
import type {
  Contact,
  HostAlias,
  ObservedAliases,
  ObservedCookie,
  ObservedForm,
  ObservedStore,
} from '../observation/observation';
import { type ObservedConsent, consentStates } from '../consent/consent';
import type { PolicyAttempt, PolicyState } from '../policy/policy-state';
import { optOutAsJson } from './opt-out-json';
import { safePageUrl, safeUrl } from './safe-url';

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

function contactOf(contact: Contact) {
  return {
    host: contact.host,
    rule: contact.rule,
    service: contact.service,
    party: contact.party,
    broughtInBy: contact.broughtInBy,
    startedBy: contact.startedBy,
    sent: contact.sent,
    stopped: contact.stopped,
    failed: contact.failed,
    listed: contact.listed,
    types: contact.types,
    firstAt: isoTime(contact.firstAt),
    lastAt: isoTime(contact.lastAt),
    samples: contact.samples.map(safeUrl),
    redirectedTo: contact.redirectedTo.map(safeUrl),
    errors: contact.errors,
    propertyIds: contact.propertyIds,
    unencrypted: contact.unencrypted,
    emailsInUrl: contact.emailsInUrl,
    byConsent: stateCounts(contact.byConsent),
    cookieless: stateCounts(contact.cookieless),
  };
}

function storeOf({ kind, origin, party, keys, more }: ObservedStore) {
  return { kind, origin, party, keys, more };
}

function formOf({ host, party, isEncrypted, method, frameOf, inPage, sent }: ObservedForm) {
  return { host, party, isEncrypted, method, frameOf, inPage, sent };
}

function cookieOf(cookie: ObservedCookie) {
  return {
    name: cookie.name,
    domain: cookie.domain,
    path: cookie.path,
    hostOnly: cookie.hostOnly,
    party: cookie.party,
    setBy: cookie.setBy,
    setByHost: cookie.setByHost,
    lifetimeSeconds: cookie.lifetimeSeconds,
    lifetimeIsStored: cookie.lifetimeIsStored,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite,
    partition: cookie.partition,
    deleted: cookie.deleted,
    consent: cookie.consent,
    removedBy: cookie.removedBy ?? null,
    notKept: cookie.notKept ?? false,
    overwritten: cookie.overwritten,
  };
}

function consentOf({ state, isPartial, managers, signals, gpc }: ObservedConsent) {
  const told = signals.map(({ at, ...signal }) => {
    const { state: says, isPartial: isPart, source, manager, evidence, since } = signal;
    return { at: isoTime(at), state: says, isPartial: isPart, source, manager, evidence, since };
  });
  return { state, isPartial, managers, gpc, signals: told };
}

function stateCounts(counts: Contact['byConsent']) {
  return Object.fromEntries(consentStates.flatMap((state) => (counts[state] ? [[state, counts[state]]] : [])));
}

function findingOf({ id, key, severity, subject, pointer, quote, evidence }: Finding) {
  return { id, key, severity, subject, pointer, quote, evidence: evidence.map(pieceOf) };
}

function pieceOf(evidence: Evidence) {
  if (evidence.kind === 'contact') return { kind: 'contact', contact: contactOf(evidence.contact) };
  if (evidence.kind === 'cookie') return { kind: 'cookie', cookie: cookieOf(evidence.cookie) };
  if (evidence.kind === 'declaration') return { kind: 'declaration', text: evidence.text, pointer: evidence.pointer };
  if (evidence.kind === 'doubt') return { kind: 'doubt', doubt: evidence.doubt };
  return { kind: 'text', text: evidence.text };
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

/** `null` for a time that no clock shows. */
function isoTime(at: number): string | null {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
