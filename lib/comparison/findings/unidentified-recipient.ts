import { isConsentHost } from '../../consent/is-consent-host';
import { matchesClaimedPattern } from '../../party/claimed-pattern';
import { originalPointer } from '../../policy/original-pointer';
import { type PolicyRead, hasUnreadProcessors } from '../policy-in-force';
import type { Doubt, Evidence, Finding, UnidentifiedRecipient } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * Something was sent to a host that neither our catalogue nor the policy knows.
 *
 * It does not mean that the recipient is undeclared: the policy may name it without naming its hosts. Not raised for
 * this device and the local network, for a consent tool's own hosts, nor for what a third party's frame brings in. A note where no policy speaks for
 * the page, where the site claims the host as its own, and where nothing got out.
 */
export function unidentifiedRecipient({ inForce, unidentified }: FindingContext): readonly Finding[] {
  const shown = unidentified.filter((row) => !row.isLocal && row.broughtInBy === null && !isConsentTool(row));
  return shown.map((row): Finding => {
    const claim = inForce === null ? null : claimOf(row, inForce);
    const isNote = inForce === null || claim !== null || row.activity === 'stopped';
    return {
      id: 'unidentified-recipient',
      key: `unidentified-recipient:${row.domain}`,
      severity: isNote ? 'note' : 'warning',
      subject: row.domain,
      pointer: claim ?? (inForce === null ? null : originalPointer(inForce, '/processors')),
      quote: null,
      evidence: [
        ...row.contacts.map((contact): Evidence => ({ kind: 'contact', contact })),
        ...reservations(claim, inForce),
      ],
    };
  });
}

function isConsentTool({ contacts }: UnidentifiedRecipient): boolean {
  return contacts.length > 0 && contacts.every(({ host }) => isConsentHost(host));
}

/** Pointer to the site's claim that all of these hosts are its own. */
function claimOf({ contacts }: UnidentifiedRecipient, read: PolicyRead): string | null {
  const { ownDomains = [] } = read.policy;
  const claims = contacts.map(({ host }) => ownDomains.findIndex((pattern) => matchesClaimedPattern(pattern, host)));
  const [first = -1] = claims;
  return first >= 0 && claims.every((claim) => claim >= 0) ? originalPointer(read, `/ownDomains/${first}`) : null;
}

function reservations(claim: string | null, read: PolicyRead | null): readonly Evidence[] {
  const found: Doubt[] = [];
  if (claim !== null) found.push('claimed-as-own');
  if (read !== null && hasUnreadProcessors(read)) found.push('unread-entries');
  return found.map((doubt) => ({ kind: 'doubt', doubt }));
}
