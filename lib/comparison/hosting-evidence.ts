import type { Catalogue, HostingMatch } from '../catalogue/catalogue';
import type { Observation, ObservedCookie } from '../observation/observation';
import { registrableDomainOf } from '../party/registrable-domain';
import { aliasNames } from './aliases';

type Seen = Pick<Observation, 'hosting' | 'cookies' | 'host' | 'aliases'>;

/**
 * All that shows who delivers the page, from its own answer (headers, host name), the cookies of its host and, where
 * somebody asked, other names of the site's hosts.
 */
export function hostingEvidence(seen: Seen, catalogue: Catalogue): readonly HostingMatch[] {
  const byCookie = seen.cookies.flatMap((cookie) => fromCookie(cookie, seen.host, catalogue) ?? []);
  const byAlias = (seen.aliases?.found ?? []).flatMap(({ host, name }) =>
    catalogue
      .identifyHosting(name, [])
      .map((match): HostingMatch => ({ ...match, readFrom: 'alias', evidence: aliasNames({ host, name }) })),
  );
  const known = new Map([...seen.hosting, ...byCookie, ...byAlias].map((it) => [`${it.rule}|${it.evidence}`, it]));
  return [...known.values()];
}

/**
 * A cookie by which a delivery network or load balancer knows its visitors, where it sits on the page's own host and
 * was set by that host's own answers: to this page, or since the browser was started. An older one may be a left-over.
 */
function fromCookie(cookie: ObservedCookie, host: string, catalogue: Catalogue): HostingMatch | null {
  const { name, domain, setBy, setByHost, deleted, lifetimeSeconds } = cookie;
  const isOfThisAnswer = setBy === 'http' && setByHost === host;
  const isOfThisSession = setBy === 'earlier' && domain === host && lifetimeSeconds === null;
  if (deleted || !(isOfThisAnswer || isOfThisSession)) return null;
  const match = catalogue.identifyCookie(name, domain, registrableDomainOf(host));
  if (match?.provesHosting !== true) return null;
  const { service, rule, trust, product } = match;
  return { service, rule, trust, evidence: name, readFrom: 'cookie', ...(product !== undefined && { product }) };
}

/** Whether it was read from the answer or the name of the page's own host, not from the name of another of the site's. */
export function isOfPageHost({ readFrom, evidence }: HostingMatch, host: string): boolean {
  return readFrom !== 'alias' || evidence.startsWith(aliasNames({ host, name: '' }));
}
