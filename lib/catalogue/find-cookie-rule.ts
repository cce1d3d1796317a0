import { registrableDomainOf } from '../party/registrable-domain';
import type { RegistrableDomain } from '../party/registrable-domain';
import type { CookieRule, Match, Service } from './catalogue';
import { matchesCookieName } from './cookie-name';
import { createHostIndex } from './host-index';

/** Answers whose a cookie is by its name and the domain it sits on, `null` where no rule knows it there. */
export type FindCookieRule = (name: string, domain: string, siteDomain: RegistrableDomain | null) => Match | null;

/** The domain decides: `__cf_bm` on pipedrive.com comes with Pipedrive, the same name elsewhere does not. */
export function createFindCookieRule(services: readonly Service[]): FindCookieRule {
  const all = services.flatMap(({ id, cookies }) => cookies.map((cookie) => ({ cookie, match: matchOf(id, cookie) })));
  const own = all.filter(({ cookie }) => cookie.domain === '*');
  const placed = all.filter(({ cookie }) => cookie.domain !== '*');
  const index = createHostIndex(
    placed.flatMap((rule) => [[rule.cookie.domain, rule] as const, [`*.${rule.cookie.domain}`, rule] as const]),
  );
  return (name, domain, siteDomain) => {
    const candidates = index.find(domain);
    const found = candidates.find(({ cookie }) => matchesCookieName(cookie.name, name));
    if (found !== undefined) return found.match;
    if (registrableDomainOf(domain) !== siteDomain) return null;
    return own.find(({ cookie }) => matchesCookieName(cookie.name, name))?.match ?? null;
  };
}

function matchOf(service: string, cookie: CookieRule): Match {
  const { name, operator, product, provesHosting, trust = 'documented' } = cookie;
  return {
    service,
    rule: `${service}/cookie/${name}`,
    trust,
    ...(operator !== undefined && { operator }),
    ...(product !== undefined && { product }),
    ...(provesHosting === true && { provesHosting }),
  };
}
