import type { HostingMatch } from '../catalogue/catalogue';
import type { ProcessorReport, TransferReport, UnidentifiedRecipient } from '../comparison/site-report';
import type { HostAlias, ObservedAliases } from '../observation/observation';
import { contactAsJson, cookieAsJson } from './seen-json';

export function processorAsJson(row: ProcessorReport) {
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
    transfers: row.transfers.map(transferAsJson),
    seatAbroad: row.seatAbroad,
    declared: row.declared,
  };
}

export function unidentifiedAsJson(row: UnidentifiedRecipient) {
  const { domain, name, activity, isLocal } = row;
  return { domain, name, activity, isLocal, ...evidenceOf(row) };
}

export function transferAsJson(transfer: TransferReport) {
  const { country, certainty, verdict, bases, adequacyDecision, documentUrl, pointer, reason } = transfer;
  const declared = transfer.declared?.text ?? null;
  return { country, certainty, verdict, bases, adequacyDecision, documentUrl, pointer, reason, declared };
}

export function aliasesAsJson({ found, without, unanswered }: ObservedAliases) {
  return { found: found.map(aliasOf), without, unanswered };
}

function evidenceOf(row: ProcessorReport | UnidentifiedRecipient) {
  const { sent, stopped, failed, listed, broughtInBy } = row;
  const [contacts, cookies] = [row.contacts.map(contactAsJson), row.cookies.map(cookieAsJson)];
  return { sent, stopped, failed, listed, broughtInBy, contacts, cookies };
}

function hostingOf({ service, rule, trust, evidence, readFrom = 'header', product, edge, region }: HostingMatch) {
  return { service, rule, trust, readFrom, evidence, product, edge, region: region && { ...region } };
}

function aliasOf({ host, name }: HostAlias) {
  return { host, name };
}
