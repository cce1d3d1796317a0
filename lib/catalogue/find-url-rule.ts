import { registrableDomainOf } from '../party/registrable-domain';
import type { Regions, UrlRule } from './catalogue-table';
import { literalLength, matchesGlob } from './glob';
import { createHostIndex } from './host-index';
import { expandRegion } from './region';

/** Answers the most specific rule that a URL fits, `null` where none does or it is no URL with a host. */
export type FindUrlRule = (url: string) => UrlRule | null;

/**
 * Rules that look at the query come before those that look at the path, and those before rules of a host alone;
 * among equals the one that leaves least open wins.
 */
export function createFindUrlRule(rules: readonly UrlRule[], regions: Regions = {}): FindUrlRule {
  const index = createHostIndex(
    rules.flatMap((rule) =>
      rule.hosts.flatMap((pattern) => {
        const entry = ranked(rule, pattern, rules);
        return expandRegion(pattern, regions[rule.service]).map((host) => [host, entry] as const);
      }),
    ),
  );
  return (url) => {
    const parsed = parse(url);
    if (parsed === null) return null;
    const host = hostIn(parsed);
    let best: RankedRule | null = null;
    for (const candidate of index.find(host)) {
      if ((best === null || candidate.rank > best.rank) && fits(candidate, parsed, host)) best = candidate;
    }
    return best?.rule ?? null;
  };
}

interface RankedRule {
  readonly rule: UrlRule;
  readonly rank: number;
  /** Of a rule for any host: domains that a host may not imitate, lest a look-alike be taken for the service. */
  readonly notLike: readonly string[];
}

const schemes: readonly string[] = ['https:', 'http:', 'wss:', 'ws:'];

function parse(url: string): URL | null {
  try {
    const parsed = new URL(url);
    return schemes.includes(parsed.protocol) ? parsed : null;
  } catch {
    return null; // Not a URL, so nobody's. `URL.parse` would say so without throwing, but Node 20 has none.
  }
}

function hostIn({ hostname }: URL): string {
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
}

function fits({ rule, notLike }: RankedRule, url: URL, host: string): boolean {
  if (rule.path !== undefined && !matchesGlob(rule.path, url.pathname)) return false;
  if (notLike.some((domain) => host.includes(domain))) return false;
  if (rule.query === undefined) return true;
  if (url.search === '') return false;
  const { searchParams } = url; // made when first asked for, which costs more than all the rest
  return Object.entries(rule.query).every(([name, pattern]) =>
    searchParams.getAll(name).some((value) => matchesGlob(pattern, value)),
  );
}

function ranked(rule: UrlRule, host: string, rules: readonly UrlRule[]): RankedRule {
  const query = Object.entries(rule.query ?? {}).reduce(
    (sum, [name, value]) => sum + name.length + literalLength(value),
    0,
  );
  const kind = rule.query !== undefined ? 2 : rule.path !== undefined ? 1 : 0;
  const length = query + literalLength(rule.path ?? '') + 2 * literalLength(host) - (host.startsWith('*') ? 1 : 0);
  return { rule, rank: kind * 10_000 + length, notLike: host === '*' ? ownDomains(rule.service, rules) : [] };
}

function ownDomains(service: string, rules: readonly UrlRule[]): readonly string[] {
  const hosts = rules.filter((rule) => rule.service === service).flatMap((rule) => rule.hosts);
  const domains = hosts.map((host) => registrableDomainOf(host.replace(/^\*\.?/, '')));
  return [...new Set(domains.filter((domain) => domain !== null))];
}
