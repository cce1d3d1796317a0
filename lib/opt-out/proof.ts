import type { Coverage, Contact } from '../observation/observation';
import { isHit, isProxied, isTag, ruleOf } from './analytics-contacts';
import type { Blocking, Leak, LeakReason, OptOutFault, OptOutProof } from './opt-out';

/** What the proof rests on: the switch, and what one page did. */
export interface ProofFacts {
  readonly isOn: boolean;
  readonly blocking: Blocking;
  readonly faults: readonly OptOutFault[];
  /** From when on pages that begin have the page part; epoch milliseconds, `null` where it is not in place. */
  readonly inPlaceSince: number | null;
  /** Whether the page itself says that it has the page part; `null` where it was not asked. */
  readonly isSetInPage: boolean | null;
  /** All that the tab was seen to send is credited to its pages. */
  readonly isSettled: boolean;
  readonly startedAt: number;
  readonly coverage: Coverage;
  readonly contacts: readonly Contact[];
  /** What workers of the site sent that is no single page's. */
  readonly workerContacts: readonly Contact[];
}

/** Where the proof stands. It is given only where all that the page did was seen; never by what the switch was meant to do. */
export function proofOf(facts: ProofFacts): OptOutProof {
  const { isOn, contacts, faults, startedAt, inPlaceSince, isSetInPage, coverage } = facts;
  const leaks = leaksOf(facts);
  const hits = leaks.reduce((sum, leak) => sum + leak.hits, 0);
  const tags = contacts.filter(isTag);
  const loaded = tags.some(({ sent, listed }) => sent + listed > 0);
  const hasTag = tags.length > 0;
  if (!isOn) return { kind: 'off', hits, hasTag };
  if (faults.some(isGrave) || inPlaceSince === null) return { kind: 'not-switched' };
  if (startedAt <= inPlaceSince || isSetInPage === false) return { kind: 'reload-to-prove' };
  if (hits > 0) return { kind: 'not-effective', hits, leaks };
  if (coverage.kind !== 'all' || isHeldByOthers(facts)) return { kind: 'cannot-tell' };
  if (!hasTag && !contacts.some(isHit)) return { kind: 'nothing-to-prove' };
  if (isSetInPage !== true || !facts.isSettled) return { kind: 'cannot-tell' };
  const isStopped = tags.some(({ stopped }) => stopped > 0);
  return { kind: 'proven', since: startedAt, tag: loaded ? 'loaded' : isStopped ? 'stopped' : 'not-seen' };
}

/** Hits that blocking kept back on this page, and tags, as far as the browser tells of them. */
export function heldBy({ blocking, contacts }: Pick<ProofFacts, 'blocking' | 'contacts'>): number {
  if (blocking === 'none') return 0;
  const held = contacts.filter((contact) => isHit(contact) || (blocking === 'hits-and-tag' && isTag(contact)));
  return held.reduce((sum, { stopped }) => sum + stopped, 0);
}

/** Without these the switch may not be on; a cookie or a deletion that failed leaves it on. */
const isGrave = (fault: OptOutFault) => fault === 'no-permission' || fault === 'script' || fault === 'storage';

/** The tag tried to send, and something else than our blocking kept it back: that proves nothing of the switch. */
const isHeldByOthers = ({ blocking, contacts }: ProofFacts) =>
  blocking === 'none' && contacts.some((contact) => isHit(contact) && contact.stopped > 0);

function leaksOf({ contacts, workerContacts }: ProofFacts): readonly Leak[] {
  const leaks = new Map<string, Leak>();
  const note = (contact: Contact, reason: LeakReason) => {
    const hits = contact.sent + contact.failed + contact.listed;
    if (!isHit(contact) || hits === 0) return;
    const { host, broughtInBy: frame } = contact;
    const key = [reason, host, frame].join('|');
    leaks.set(key, { reason, host, frame, hits: hits + (leaks.get(key)?.hits ?? 0) });
  };
  for (const contact of contacts) note(contact, reasonOf(contact));
  for (const contact of workerContacts) note(contact, 'worker');
  return [...leaks.values()].sort((one, other) => other.hits - one.hits);
}

function reasonOf(contact: Contact): LeakReason {
  if (contact.startedBy === 'worker') return 'worker';
  if (contact.broughtInBy !== null) return 'foreign-frame';
  if (isProxied(contact)) return 'own-host';
  return contact.rule === ruleOf('collect-signals') ? 'other-product' : 'unknown';
}
