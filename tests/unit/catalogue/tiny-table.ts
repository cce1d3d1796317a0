import type { Service } from '../../../lib/catalogue/catalogue';
import type { CatalogueTable, UrlRule } from '../../../lib/catalogue/catalogue-table';

/** A service of which only what a test is about is given. */
export function tinyService(id: string, more: Partial<Service> = {}): Service {
  return {
    id,
    name: id,
    category: 'other',
    role: 'processor',
    entity: { name: id, country: 'US' },
    transfers: [],
    links: {},
    observable: 'network',
    cookies: [],
    reviewedOn: '2026-11-22',
    sources: [],
    ...more,
  };
}

export function tinyRule(rule: string, hosts: readonly string[], more: Partial<UrlRule> = {}): UrlRule {
  return { service: rule.split('/')[0] ?? '', rule, trust: 'verified', hosts, ...more };
}

export function tinyTable(more: Partial<CatalogueTable> = {}): CatalogueTable {
  return {
    asOf: '2026-11-22',
    services: [],
    urlRules: [],
    headerRules: [],
    sharedHosts: [],
    edgeCities: {},
    regions: {},
    placeCountries: {},
    ...more,
  };
}
