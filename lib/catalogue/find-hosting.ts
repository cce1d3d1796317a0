import type { HostingMatch, ResponseHeader } from './catalogue';
import type { CatalogueTable, HeaderRule, UrlRule } from './catalogue-table';
import type { FindUrlRule } from './find-url-rule';
import { matchesGlob } from './glob';
import { regionIn } from './region';

/** Answers who served a document, from its host and response headers: one match for each rule that holds. */
export type FindHosting = (host: string, headers: readonly ResponseHeader[]) => readonly HostingMatch[];

/** Hosts count where the service is one that serves other people's sites (`hosting`, `cdn`). */
export function createFindHosting(table: CatalogueTable, findUrlRule: FindUrlRule): FindHosting {
  const hosters = new Set(
    table.services.filter(({ category }) => category === 'hosting' || category === 'cdn').map(({ id }) => id),
  );
  const byHeader = new Map<string, readonly HeaderRule[]>();
  for (const rule of table.headerRules) byHeader.set(rule.header, [...(byHeader.get(rule.header) ?? []), rule]);
  return (host, headers) => {
    const found = new Map<string, HostingMatch>();
    const byHost = findUrlRule(`https://${host}/`);
    if (byHost !== null && hosters.has(byHost.service)) found.set(byHost.rule, matchHost(byHost, host, table));
    for (const { name, value } of headers) {
      for (const rule of byHeader.get(name) ?? []) {
        const match = matchHeader(rule, value, table.edgeCities);
        if (match !== null && !found.has(rule.rule)) found.set(rule.rule, match);
      }
    }
    return [...found.values()];
  };
}

function named(rule: UrlRule | HeaderRule, evidence: string): HostingMatch {
  const { service, rule: id, trust, product, through } = rule;
  return {
    service,
    rule: id,
    trust,
    evidence,
    ...(product !== undefined && { product }),
    ...(through !== undefined && { through }),
  };
}

function matchHost(rule: UrlRule, host: string, { regions, placeCountries }: CatalogueTable): HostingMatch {
  const match = { ...named(rule, host), readFrom: 'host' } as const;
  const region = regionIn(host, rule.hosts, regions[rule.service]);
  if (region === null) return match;
  const country = Object.hasOwn(placeCountries, region.place) ? placeCountries[region.place] : undefined;
  return { ...match, region: { ...region, ...(country !== undefined && { country }) } };
}

function matchHeader(rule: HeaderRule, value: string, cities: CatalogueTable['edgeCities']): HostingMatch | null {
  if (rule.value !== undefined && !matchesGlob(rule.value.toLowerCase(), value.toLowerCase())) return null;
  const code = rule.edge === undefined ? null : airportIn(value, rule.edge);
  const edge = code !== null && Object.hasOwn(cities, code) ? cities[code] : undefined;
  if (rule.needsEdge === true && edge === undefined) return null;
  const shown = code ?? rule.value?.replaceAll('*', '');
  const match = named(rule, shown === undefined ? rule.header : `${rule.header}: ${shown}`);
  return edge === undefined ? match : { ...match, edge };
}

/** Three letters at an end of the value that no further letter adjoins, e.g. `FRA` of `FRA56-P4`. */
function airportIn(value: string, place: 'start' | 'end'): string | null {
  const found = (place === 'start' ? /^([A-Za-z]{3})(?![A-Za-z])/ : /(?:^|[^A-Za-z])([A-Za-z]{3})$/).exec(value.trim());
  return found?.[1]?.toUpperCase() ?? null;
}
