import type { ConsentState } from '../../consent/consent';
import { isConsentCookie } from '../../consent/is-consent-cookie';
import { isConsentHost } from '../../consent/is-consent-host';
import type { Contact, ObservedCookie } from '../../observation/observation';
import { originalPointer } from '../../policy/original-pointer';
import type { Processor } from '../../policy/schema';
import { coversCookie } from '../declared-storage';
import { isSetHere } from '../set-here';
import { storageEntries } from '../storage-entries';
import type { PolicyRead } from '../policy-in-force';
import type { Evidence, Finding, FindingId, ProcessorReport } from '../site-report';
import type { FindingContext } from './finding-context';

interface Kind {
  readonly id: FindingId;
  readonly state: Extract<ConsentState, 'before-choice' | 'refused'>;
  /** The second where Candor knows of the state only from what the site told Google. */
  readonly severities: readonly [Finding['severity'], Finding['severity']];
}

/**
 * What was sent, and which cookies were set, in `state`, although the policy says of that processor or cookie that it
 * waits for consent.
 *
 * Not raised for hits that say of themselves that they are cookieless, for the consent tool itself, for what a third
 * party's frame brings in, for what only tried or came from the cache, nor where several processors share the evidence.
 */
export function sentInState(context: FindingContext, kind: Kind): readonly Finding[] {
  const { inForce, processors, unidentified, ownCookies, otherCookies, consent } = context;
  if (inForce === null) return [];
  const tellers = consent.signals.filter(({ state }) => state === kind.state).map(({ source }) => source);
  const isOnlyGoogle = tellers.length > 0 && tellers.every((source) => source === 'google-consent-mode');
  const make = (key: string, found: Pick<Finding, 'subject' | 'pointer' | 'quote' | 'evidence'>): Finding => ({
    id: kind.id,
    key: `${kind.id}:${key}`,
    severity: kind.severities[isOnlyGoogle ? 1 : 0],
    ...found,
    evidence: [...found.evidence, ...aboutConsent(inForce), ...(isOnlyGoogle ? [onlyGoogle] : [])],
  });
  const contacts = [...processors, ...unidentified].flatMap((row) => row.contacts);
  const cookies = [...processors.flatMap((row) => row.cookies), ...ownCookies, ...otherCookies];
  return [
    ...processors.flatMap((row) => contactsFound(row, kind.state).map((found) => make(row.id, found))),
    ...cookiesFound(cookies, framedHosts(contacts), kind.state, inForce).map(([key, found]) => make(key, found)),
  ];
}

type Found = Pick<Finding, 'subject' | 'pointer' | 'quote' | 'evidence'>;

function contactsFound(row: ProcessorReport, state: Kind['state']): readonly Found[] {
  const { id, declared, pointer, service, sharedWith } = row;
  if (declared?.load !== 'after-consent' || sharedWith.length > 0) return [];
  if ([declared.category, service?.category].includes('consent-management')) return [];
  const contacts = row.contacts.filter((it) => wasSent(it, state));
  if (contacts.length === 0) return [];
  const evidence = contacts.map((contact): Evidence => ({ kind: 'contact', contact }));
  return [{ subject: id, pointer: `${pointer ?? ''}/load`, quote: wordsOf(declared), evidence }];
}

function wasSent({ host, broughtInBy, byConsent, cookieless }: Contact, state: Kind['state']): boolean {
  if (broughtInBy !== null || isConsentHost(host)) return false;
  return (byConsent[state] ?? 0) > (cookieless[state] ?? 0);
}

function cookiesFound(
  cookies: readonly ObservedCookie[],
  framed: ReadonlySet<string>,
  state: Kind['state'],
  read: PolicyRead,
) {
  const storage = storageEntries(read);
  const found = new Map<string, Found>();
  for (const cookie of cookies) {
    const { name, domain, path, partition, setByHost, consent } = cookie;
    if (consent !== state || !isSetHere(cookie) || isConsentCookie(name)) continue;
    if (setByHost !== undefined && framed.has(setByHost)) continue;
    const covering = storage.filter(({ entry }) => coversCookie(entry, cookie));
    const needing = covering.find(({ entry }) => entry.consentRequired === true);
    if (needing === undefined || covering.some(({ entry }) => entry.consentRequired === false)) continue;
    found.set(`${name}|${domain}|${path}|${partition ?? ''}`, {
      subject: name,
      pointer: `${needing.pointer}/consentRequired`,
      quote: needing.entry.description ?? null,
      evidence: [{ kind: 'cookie', cookie }],
    });
  }
  return [...found];
}

/** Hosts that only third parties' frames called. */
function framedHosts(contacts: readonly Contact[]): ReadonlySet<string> {
  const direct = new Set(contacts.filter(({ broughtInBy }) => broughtInBy === null).map(({ host }) => host));
  return new Set(contacts.map(({ host }) => host).filter((host) => !direct.has(host)));
}

/** What the policy says of when it relies on consent, word for word. */
function wordsOf({ legalBases = [] }: Processor): string | null {
  const consent = legalBases.find(({ basis }) => basis === 'A6-1-a');
  return consent?.when ?? consent?.cited ?? null;
}

function aboutConsent(read: PolicyRead): readonly Evidence[] {
  const text = read.policy.consent?.text;
  return text === undefined ? [] : [{ kind: 'declaration', text, pointer: originalPointer(read, '/consent/text') }];
}

const onlyGoogle: Evidence = { kind: 'doubt', doubt: 'told-by-google' };
