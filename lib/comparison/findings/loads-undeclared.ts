import { isConsentHost } from '../../consent/is-consent-host';
import { hasUnreadProcessors } from '../policy-in-force';
import type { Evidence, Finding, ProcessorReport, UnidentifiedRecipient } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * The policy says of a processor which others it loads, that processor is at work, and so is something that the policy
 * does not name: it may have been loaded by it. Always a note.
 *
 * It does not mean that it was: browsers do not tell which script started a request. Not raised where the policy says
 * of no active processor that it loads others, for what a third party's frame brings in, for this device and the local
 * network, nor for consent tools.
 */
export function loadsUndeclared({ inForce, processors, unidentified }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  const loaders = processors.filter(isLoader);
  const [first] = loaders;
  if (first === undefined) return [];
  const subjects = [
    ...processors.filter(isUndeclared).map(({ id }) => id),
    ...unidentified.filter(isStranger).map(({ domain }) => domain),
  ];
  const doubts: readonly Evidence[] = hasUnreadProcessors(inForce) ? [doubt] : [];
  return subjects.map((subject) => ({
    id: 'loads-undeclared',
    key: `loads-undeclared:${subject}`,
    severity: 'note',
    subject,
    pointer: loadsOf(first).pointer,
    quote: loadsOf(first).text,
    evidence: [...loaders.slice(1).map((it): Evidence => ({ kind: 'declaration', ...loadsOf(it) })), ...doubts],
  }));
}

function isLoader({ declared, activity, broughtInBy, sharedWith }: ProcessorReport): boolean {
  const isStated = declared?.loads !== undefined && declared.loads.length > 0;
  return isStated && activity === 'active' && broughtInBy === null && sharedWith.length === 0;
}

/** `Google Tag Manager → google-analytics, hotjar` */
function loadsOf({ name, declared, pointer }: ProcessorReport) {
  return { text: `${name} → ${declared?.loads?.join(', ') ?? ''}`, pointer: `${pointer ?? ''}/loads` };
}

function isUndeclared({ declaration, service, sent, listed, broughtInBy }: ProcessorReport): boolean {
  if (declaration !== 'not-declared' || broughtInBy !== null || sent + listed === 0) return false;
  return service?.category !== 'consent-management';
}

function isStranger({ activity, broughtInBy, isLocal, contacts }: UnidentifiedRecipient): boolean {
  return (
    activity === 'active' && broughtInBy === null && !isLocal && !contacts.every(({ host }) => isConsentHost(host))
  );
}

const doubt: Evidence = { kind: 'doubt', doubt: 'unread-entries' };
