import type { EntityName } from './catalogue';

/** Answers the name that third-party-web gives to a host, `null` where it has none. */
export type NameOf = (host: string) => EntityName | null;

/**
 * Reads the compiled list when it is first asked: one line for each entity, `name TAB category TAB domains`, the
 * domains split by spaces. A domain covers all hosts below it; with `=` before it, only that host.
 */
export function createNameOf(entities: string): NameOf {
  let names: Names | null = null;
  return (host) => {
    names ??= read(entities);
    const { byHost, byDomain } = names;
    const exact = byHost.get(host);
    if (exact !== undefined) return exact;
    for (let from = 0; ; from = host.indexOf('.', from) + 1) {
      const found = byDomain.get(host.slice(from));
      if (found !== undefined) return found;
      if (!host.includes('.', from)) return null;
    }
  };
}

interface Names {
  readonly byHost: ReadonlyMap<string, EntityName>;
  readonly byDomain: ReadonlyMap<string, EntityName>;
}

function read(entities: string): Names {
  const byHost = new Map<string, EntityName>();
  const byDomain = new Map<string, EntityName>();
  for (const line of entities.split('\n')) {
    const [name, category, domains] = line.split('\t');
    if (name === undefined || category === undefined || domains === undefined) continue;
    const entity = { name, categories: category === '' ? [] : [category] };
    for (const domain of domains.split(' ')) {
      if (domain.startsWith('=')) byHost.set(domain.slice(1), entity);
      else byDomain.set(domain, entity);
    }
  }
  return { byHost, byDomain };
}
