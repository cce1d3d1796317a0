import { matchesClaimedPattern } from '../../party/claimed-pattern';
import { originalPointer } from '../../policy/original-pointer';
import { type PolicyRead, hasUnreadProcessors } from '../policy-in-force';
import type { Doubt, Evidence, Finding } from '../site-report';
import type { FindingContext } from './finding-context';
import { promiseToNameAll, wordsOfPromise } from './promise-to-name-all';

/**
 * A form of the page, or of the site's own frames, sends what is typed into it to a host of a third party that no
 * declared processor covers.
 *
 * It does not mean that anything was sent, nor that anything is typed: a pay button is a form too. An error where one
 * was seen being sent and the policy promises to name all recipients. A note where the site claims the host as its own,
 * and where part of `processors` could not be read. Not raised without a policy, for forms in a third party's frame, nor
 * for what `undeclaredFormHosts` leaves out.
 */
export function formSendsElsewhere(context: FindingContext): readonly Finding[] {
  const { inForce, forms, processors, formHosts } = context;
  if (inForce === null) return [];
  const reached = processors.filter(({ declared }) => declared !== null).flatMap(({ contacts }) => contacts);
  const hosts = formHosts.filter((host) => !reached.some((contact) => contact.host === host));
  return hosts.map((host): Finding => {
    const sending = forms.filter((form) => form.host === host && form.frameOf === null);
    const claim = claimOf(host, inForce);
    const promise = claim === null ? promiseToNameAll(inForce) : null;
    const isNote = claim !== null || hasUnreadProcessors(inForce);
    const isGrave = promise !== null && sending.some(({ sent }) => sent > 0);
    return {
      id: 'form-sends-elsewhere',
      key: `form-sends-elsewhere:${host}`,
      severity: isNote ? 'note' : isGrave ? 'error' : 'warning',
      subject: host,
      pointer: claim ?? originalPointer(inForce, promise === null ? '/processors' : '/disclosure'),
      quote: promise === null ? null : wordsOfPromise(promise),
      evidence: [...sending.map((form): Evidence => ({ kind: 'form', form })), ...reservations(claim, inForce)],
    };
  });
}

/** Pointer to the site's claim that the host is its own. */
function claimOf(host: string, read: PolicyRead): string | null {
  const claim = (read.policy.ownDomains ?? []).findIndex((pattern) => matchesClaimedPattern(pattern, host));
  return claim < 0 ? null : originalPointer(read, `/ownDomains/${claim}`);
}

function reservations(claim: string | null, read: PolicyRead): readonly Evidence[] {
  const found: Doubt[] = [];
  if (claim !== null) found.push('claimed-as-own');
  if (hasUnreadProcessors(read)) found.push('unread-entries');
  return found.map((doubt) => ({ kind: 'doubt', doubt }));
}
