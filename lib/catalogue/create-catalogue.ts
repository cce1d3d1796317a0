import { matchesHostPattern } from '../party/host-pattern';
import type { Catalogue } from './catalogue';
import type { CatalogueTable } from './catalogue-table';
import { createNameOf } from './entity-names';
import { createFindCookieRule } from './find-cookie-rule';
import { createFindHosting } from './find-hosting';
import { createFindUrlRule } from './find-url-rule';
import { propertyIdsIn } from './property-ids';

/**
 * The catalogue that a compiled table and, for names only, a compiled list of entities (see `createNameOf`) make.
 *
 * A cookie that no rule names is its domain's, where a rule knows that domain; not on hosts that are let to others.
 */
export function createCatalogue(table: CatalogueTable, entities = ''): Catalogue {
  const services = new Map(table.services.map((service) => [service.id, service]));
  const rules = new Map(table.urlRules.map((rule) => [rule.rule, rule]));
  const findUrlRule = createFindUrlRule(table.urlRules, table.regions);
  const findCookieRule = createFindCookieRule(table.services);
  const isLet = (service: string) => services.get(service)?.observable === 'first-party';
  const identify: Catalogue['identify'] = (url) => {
    const found = findUrlRule(url);
    return found === null ? null : { service: found.service, rule: found.rule, trust: found.trust };
  };
  return {
    asOf: table.asOf,
    service: (id) => services.get(id) ?? null,
    identify,
    propertyIds: (url, rule) => propertyIdsIn(url, rules.get(rule)?.ids ?? []),
    trustOf: (rule) => rules.get(rule)?.trust ?? null,
    identifyCookie: (name, domain, siteDomain) => {
      const known = findCookieRule(name, domain, siteDomain);
      if (known !== null) return known;
      const byDomain = identify(`https://${domain}/`);
      return byDomain === null || isLet(byDomain.service) ? null : byDomain;
    },
    identifyHosting: createFindHosting(table, findUrlRule),
    isSharedHost: (host) => table.sharedHosts.some((pattern) => matchesHostPattern(pattern, host)),
    nameOf: createNameOf(entities),
  };
}
