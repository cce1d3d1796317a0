import { hostOf } from '../party/host';
import { isIp } from '../party/is-ip';
import { isLocal } from '../party/is-local';
import { registrableDomainOf } from '../party/registrable-domain';
import type { Contact, ObservedAliases } from './observation';

/** More hosts of one page than these are not asked for. */
const maxHosts = 20;

/** The page's own host and those of its registrable domain that it was in contact with, in the order of contact. */
export function ownHosts(siteHost: string, contacts: readonly Contact[]): readonly string[] {
  const domain = registrableDomainOf(siteHost);
  if (domain === null || isIp(siteHost) || isLocal(siteHost)) return [];
  const reached = contacts.filter(({ sent, listed }) => sent + listed > 0).sort((a, b) => a.firstAt - b.firstAt);
  return [...new Set([siteHost, ...reached.map(({ host }) => host)])].filter(
    (host) => registrableDomainOf(host) === domain,
  );
}

/** Those of `hosts` that may be asked for. */
export function hostsToAsk(hosts: readonly string[]): readonly string[] {
  return hosts.slice(0, maxHosts);
}

/**
 * What the answers say of `hosts`: `null` is a host without another name, an absent one was not answered. Only a name
 * on another registrable domain counts: `www` in front is no other name.
 */
export function aliasesFrom(hosts: readonly string[], answers: ReadonlyMap<string, string | null>): ObservedAliases {
  const answered = hosts.filter((host) => answers.has(host));
  const found = answered.flatMap((host) => {
    const name = otherName(host, answers.get(host) ?? null);
    return name === null ? [] : [{ host, name }];
  });
  return { found, without: answered.length - found.length, unanswered: hosts.length - answered.length };
}

function otherName(host: string, answer: string | null): string | null {
  const name = answer !== null && /^[\w.-]+$/.test(answer) ? hostOf(`https://${answer}/`) : null;
  if (name === null || isIp(name)) return null;
  return registrableDomainOf(name) === registrableDomainOf(host) ? null : name;
}
