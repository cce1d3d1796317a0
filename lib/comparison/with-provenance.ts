import type { Catalogue } from '../catalogue/catalogue';
import type { Contact } from '../observation/observation';
import type { RegistrableDomain } from '../party/registrable-domain';
import type { RuleMatch } from './seen-evidence';
import type { Evidence, Finding } from './site-report';

/**
 * A finding whose contacts and cookies say what told who is behind them, and its contacts which hosts sent requests on
 * to them. `contacts` are all of the page.
 */
export function withProvenance(
  contacts: readonly Contact[],
  siteDomain: RegistrableDomain | null,
  catalogue: Catalogue,
): (finding: Finding) => Finding {
  const sources = redirectsTo(contacts);
  const pieceOf = (piece: Evidence): Evidence => {
    if (piece.kind === 'cookie') {
      const { name, domain } = piece.cookie;
      return { ...piece, ...matched(catalogue.identifyCookie(name, domain, siteDomain)) };
    }
    if (piece.kind !== 'contact') return piece;
    const { host, rule } = piece.contact;
    const trust = rule === null ? null : catalogue.trustOf(rule);
    const from = sources.get(host);
    return {
      ...piece,
      ...matched(rule === null || trust === null ? null : { rule, trust }),
      ...(from !== undefined && { redirectedFrom: [...from].sort() }),
    };
  };
  return (finding) => ({ ...finding, evidence: finding.evidence.map(pieceOf) });
}

function matched(match: RuleMatch | null): { readonly match?: RuleMatch } {
  return match === null ? {} : { match: { rule: match.rule, trust: match.trust } };
}

/** By the host that they lead to; a host that sends on to itself says nothing of where requests came from. */
function redirectsTo(contacts: readonly Contact[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>();
  for (const { host, redirectedTo } of contacts) {
    for (const to of redirectedTo) {
      if (to === host) continue;
      const from = sources.get(to) ?? new Set();
      sources.set(to, from.add(host));
    }
  }
  return sources;
}
