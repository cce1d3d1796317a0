import type { ObservedConsent } from '../consent/consent';
import type {
  Access,
  Coverage,
  Observation,
  ObservedAliases,
  ObservedForm,
  ObservedStore,
} from '../observation/observation';
import { compareText, mergeContacts } from './merge-contacts';
import { mergeCookies } from './merge-cookies';

const maxSignals = 40;
const maxStoreKeys = 500;

/**
 * What several documents of one site did, as one observation. It stands at the first document's address; it was seen
 * whole only where each of them was.
 */
export function mergeObservations(parts: readonly [Observation, ...Observation[]]): Observation {
  const [first] = parts;
  const contacts = mergeContacts(parts.flatMap((part) => part.contacts));
  const times = parts.flatMap(({ lastAt }) => (lastAt === null ? [] : [lastAt]));
  const aliases = mergeAliases(parts.flatMap((part) => part.aliases ?? []));
  return {
    ...{ documentId: null, tabId: first.tabId, url: first.url, host: first.host },
    startedAt: Math.min(...parts.map(({ startedAt }) => startedAt)),
    isPrivate: parts.some(({ isPrivate }) => isPrivate),
    access: leastAccess(parts),
    coverage: mergeCoverage(parts),
    contacts,
    cookies: mergeCookies(parts.flatMap((part) => part.cookies)),
    cookiesRead: parts.every(({ cookiesRead }) => cookiesRead),
    hosting: uniqueBy(
      parts.flatMap((part) => part.hosting),
      ({ service, rule, evidence, product, edge, region }) =>
        [service, rule, evidence, product ?? '', edge ?? '', JSON.stringify(region)].join('|'),
    ),
    headersSeen: parts.some(({ headersSeen }) => headersSeen),
    isStorageFailing: parts.some(({ isStorageFailing }) => isStorageFailing),
    workerContacts: mergeContacts(parts.flatMap((part) => part.workerContacts)),
    consent: mergeConsent(parts),
    forms: mergeForms(parts.flatMap((part) => part.forms)),
    formsRead: parts.every(({ formsRead }) => formsRead),
    stores: parts.every(({ stores }) => stores === null)
      ? null
      : mergeStores(parts.flatMap(({ stores }) => stores ?? [])),
    ...(aliases !== null && { aliases }),
    cut: {
      contacts: parts.reduce((sum, { cut }) => sum + cut.contacts, 0),
      cookies: parts.reduce((sum, { cut }) => sum + cut.cookies, 0),
    },
    lastAt: times.length === 0 ? null : Math.max(...times),
  };
}

/** The state is the last page's. */
function mergeConsent(parts: readonly [Observation, ...Observation[]]): ObservedConsent {
  const { consent } = parts.at(-1) ?? parts[0];
  return {
    ...consent,
    managers: [...new Set(parts.flatMap((part) => part.consent.managers))].sort(compareText),
    signals: parts.flatMap((part) => part.consent.signals).slice(-maxSignals),
  };
}

/** The worst that held on any of the pages. */
function mergeCoverage(parts: readonly Observation[]): Coverage {
  const since = Math.min(...parts.map(({ startedAt }) => startedAt));
  const gaps = uniqueBy(
    parts.flatMap(({ coverage }) => (coverage.kind === 'all' ? [] : coverage.gaps)),
    ({ reason, at }) => `${reason}|${at}`,
  );
  if (parts.every(({ coverage }) => coverage.kind === 'all')) return { kind: 'all', since };
  return parts.every(({ coverage }) => coverage.kind === 'none')
    ? { kind: 'none', gaps }
    : { kind: 'part', since, gaps };
}

const byAccess: readonly Access[] = ['none', 'this-site', 'all'];

function leastAccess(parts: readonly Observation[]): Access {
  return byAccess.find((access) => parts.some((part) => part.access === access)) ?? 'all';
}

function mergeForms(forms: readonly ObservedForm[]): readonly ObservedForm[] {
  const merged = new Map<string, ObservedForm>();
  for (const form of forms) {
    const { host, party, isEncrypted, method, frameOf } = form;
    const key = [host, party, isEncrypted, method, frameOf ?? ''].join('|');
    const { inPage, sent } = merged.get(key) ?? { inPage: 0, sent: 0 };
    merged.set(key, { ...form, inPage: inPage + form.inPage, sent: sent + form.sent });
  }
  return [...merged].sort(([one], [other]) => compareText(one, other)).map(([, form]) => form);
}

function mergeStores(stores: readonly ObservedStore[]): readonly ObservedStore[] {
  const merged = new Map<string, ObservedStore>();
  for (const store of stores) {
    const key = `${store.kind}|${store.origin}`;
    const known = merged.get(key);
    const keys = [...new Set([...(known?.keys ?? []), ...store.keys])].sort(compareText);
    const more = Math.max(known?.more ?? 0, store.more) + Math.max(0, keys.length - maxStoreKeys);
    merged.set(key, { ...store, keys: keys.slice(0, maxStoreKeys), more });
  }
  return [...merged].sort(([one], [other]) => compareText(one, other)).map(([, store]) => store);
}

function mergeAliases(all: readonly ObservedAliases[]): ObservedAliases | null {
  if (all.length === 0) return null;
  return {
    found: uniqueBy(
      all.flatMap(({ found }) => found),
      ({ host, name }) => `${host}|${name}`,
    ),
    without: Math.max(...all.map(({ without }) => without)),
    unanswered: Math.max(...all.map(({ unanswered }) => unanswered)),
  };
}

function uniqueBy<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(list.map((one) => [keyOf(one), one])).values()];
}
